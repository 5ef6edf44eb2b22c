"""The time rules of a rulebook, compiled, and the scan that finds where they match."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import Any

from tieline.errors import RuleError
from tieline.extract.time_words import FOLDER, next_trigger, tokens_of, triggers_of
from tieline.extract.times import (  # noqa: F401 (they register the values and guards that rules name)
    compound,
    deictic,
    eras,
    explicit,
    feasts,
    guards,
    lengths,
    often,
    reported,
    signs,
    spans,
)
from tieline.extract.times.captures import Captures, Words
from tieline.extract.times.guards.words import GUARDS
from tieline.extract.times.proper import in_name
from tieline.extract.times.registry import VALUES
from tieline.kept import once, program_key
from tieline.light import dataclass
from tieline.rules.load import Rule, Rulebook, shipped
from tieline.rules.pattern import compile_pattern
from tieline.rules.scan import ANY, DIGIT, Scanner

MACROS = {"someyear": "(<year>|<which> year|<told> year)", "thatmonth": "(<which> month|<told> month)"}
OWN = ("id", "pattern", "value", "guard", "begin", "name", "note")
AHEAD = 7
BLOCK = 20_000


@dataclass
class TimeRule:
    """One rule of the folder, ready to match."""

    rule: Rule
    scanner: Scanner
    params: Mapping[str, Any]

    @property
    def id(self) -> str:
        """The id under which the rule stands in its file."""
        return self.rule.id

    @cached_property
    def match(self) -> "Callable[[str, int], re.Match[str] | None]":
        """What matches the rule at a place of a text."""
        return self.scanner.compiled.match


@dataclass(frozen=True)
class Hit:
    """One place where a rule matched."""

    rule: TimeRule
    start: int
    end: int
    captures: Captures


Index = dict[str, dict[str, tuple[TimeRule, ...]]]


@dataclass
class Engine:
    """All time rules, indexed by the words with which they can begin."""

    words: Words
    rules: tuple[TimeRule, ...]
    index: Index = field(default_factory=dict)
    triggers: frozenset[str] = frozenset()

    def hits(self, text: str) -> Iterator[Hit]:
        """Every match, leftmost and longest, in order of place."""
        for start, end in _blocks(text):
            yield from self._block(text, start, end)

    def _block(self, text: str, low: int, high: int) -> Iterator[Hit]:
        tokens = tokens_of(text, low, high)
        marks = [f"{DIGIT}{len(word)}" if word[0].isdecimal() else word for _, word in tokens]
        marks.append(ANY)  # nothing follows the last word
        done, last = low, -1
        for i, (place, _) in enumerate(tokens):
            if i > last:
                last = next_trigger(text, tokens, i, self.triggers)
                if last < 0:
                    return
            if last - i > AHEAD or place < done:
                continue
            by = self.index.get(marks[i])
            hit = by and self._best(text, place, by.get(marks[i + 1]) or by[ANY])
            if hit:
                yield hit
                done = hit.end

    def _best(self, text: str, place: int, rules: tuple[TimeRule, ...]) -> Hit | None:
        """The longest match at a place, an apostrophe before its digits included, that its guard lets pass."""
        starts = (place - 1, place) if place and text[place - 1] in "'’" and text[place].isdecimal() else (place,)
        found = [(match.end(), start, rule, match) for start in starts for rule in rules if (match := rule.match(text, start))]
        found.sort(key=_length, reverse=True)
        for end, start, rule, match in found:
            captures = Captures(rule.scanner.captures(match), self.words, rule.params)
            guard = rule.rule.fields.get("guard")
            if (guard is None or GUARDS[guard](text, start, end, captures)) and not in_name(text, start, end, captures):
                begin = captures.first() if rule.rule.fields.get("begin") == "slot" else start
                return Hit(rule, begin, end, captures)
        return None


_length = itemgetter(0)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The text in pieces of bounded size, cut at line ends or blanks."""
    start, size = 0, len(text)
    while start < size:
        end = min(start + BLOCK, size)
        if end < size:
            cut = max(text.rfind("\n", start, end), text.rfind(". ", start, end))
            end = cut + 1 if cut > start else end
        yield start, end
        start = end


@lru_cache(maxsize=8)
def _engine(book: Rulebook) -> Engine:
    if book.extra is None:
        return once(f"times-{program_key()}", lambda: _prepared(_make(book)), instead_of="times-*")
    return _make(book)


def _prepared(engine: Engine) -> Engine:
    """The engine with all rules compiled: much work, done once for all runs."""
    for rule in engine.rules:
        rule.scanner.prepare()
    return engine


def _make(book: Rulebook) -> Engine:
    words: dict[str, Mapping[str, Any]] = {}
    for _, table in book.tables(FOLDER):
        for name, entries in table.items():
            if name != "rule":
                words[name] = {**words.get(name, {}), **{key.lower(): value for key, value in entries.items()}}
    from tieline.extract.times.slots import slot_kinds  # not needed where the engine was kept

    kinds = slot_kinds(words)
    rules = tuple(_compile(rule, kinds) for rule in book.rules(FOLDER))
    return Engine(words, rules, _index(rules), triggers_of(book))


def _index(rules: tuple[TimeRule, ...]) -> Index:
    """First word -> second word -> the rules that can begin so, in their order; `ANY` holds those that any second word suits."""
    seconds: dict[str, dict[str, set[int]]] = {}
    for number, rule in enumerate(rules):
        for first, second in rule.scanner.openings:
            seconds.setdefault(first, {ANY: set()}).setdefault(second, set()).add(number)
    chosen: dict[tuple[int, ...], tuple[TimeRule, ...]] = {}  # one object for each choice of rules, and for each table of second words:
    tables: dict[tuple[tuple[str, tuple[int, ...]], ...], dict[str, tuple[TimeRule, ...]]] = {}  # so the kept index stays small
    index: Index = {}
    for first, by in seconds.items():
        orders = {second: tuple(sorted(numbers | by[ANY])) for second, numbers in by.items()}
        made = {second: chosen.setdefault(order, tuple(rules[number] for number in order)) for second, order in orders.items()}
        index[first] = tables.setdefault(tuple(sorted(orders.items())), made)
    return index


def engine_of(book: Rulebook | None = None) -> Engine:
    """The engine of a rulebook, made once."""
    return _engine(book or shipped())


def _compile(rule: Rule, kinds: Mapping[str, Any]) -> TimeRule:
    where = f"{rule.file}: rule '{rule.id}'"
    pattern, name, guard = (rule.fields.get(key) for key in ("pattern", "value", "guard"))
    if not isinstance(pattern, str):
        raise RuleError(f"{where}: pattern: one is needed, such as 'in <month> <year>'")
    if name not in VALUES:
        raise RuleError(f"{where}: value '{name}' is no function; known are {', '.join(sorted(VALUES))}")
    if guard is not None and guard not in GUARDS:
        raise RuleError(f"{where}: guard '{guard}' is no function; known are {', '.join(sorted(GUARDS))}")
    scanner = Scanner(compile_pattern(pattern, macros=MACROS), kinds)
    params = {key: value for key, value in rule.fields.items() if key not in OWN}
    return TimeRule(replace(rule, examples=(), rejects=()), scanner, params)
