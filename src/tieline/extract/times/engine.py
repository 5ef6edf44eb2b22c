"""The time rules of a rulebook, compiled, and the scan that finds where they match."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Any

from tieline.errors import RuleError
from tieline.extract.time_words import FOLDER, Tokens, next_trigger, tokens_of, triggers_of
from tieline.extract.times import compound, deictic, explicit, lengths  # noqa: F401 (they register the values that rules name)
from tieline.extract.times.captures import Captures, Words
from tieline.extract.times.guards import GUARDS
from tieline.extract.times.registry import VALUES
from tieline.extract.times.slots import slot_kinds
from tieline.kept import once, program_key
from tieline.rules.load import Rule, Rulebook, shipped
from tieline.rules.pattern import compile_pattern
from tieline.rules.scan import ANY, DIGIT, Needs, Scanner

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
    needs: Needs = ()

    @property
    def id(self) -> str:
        """The id under which the rule stands in its file."""
        return self.rule.id


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
        index = _Present(self.index, tokens)
        done, last = low, -1
        for i in range(len(tokens)):
            if i > last:
                last = next_trigger(text, tokens, i, self.triggers)
                if last < 0:
                    return
            if last - i > AHEAD:
                continue
            place, word = tokens[i]
            if place < done:
                continue
            hit = self._best(text, place, word, index.rules(word, tokens[i + 1][1] if i + 1 < len(tokens) else ANY))
            if hit:
                yield hit
                done = hit.end

    def _best(self, text: str, place: int, word: str, rules: tuple[TimeRule, ...]) -> Hit | None:
        if not rules:
            return None
        starts = [place - 1, place] if word[0].isdigit() and place and text[place - 1] in "'’" else [place]
        found = []
        for start in starts:
            for rule in rules:
                match = rule.scanner.compiled.match(text, start)
                if match and match.end() > start:
                    found.append((-match.end(), start, rule, match))
        found.sort(key=lambda one: one[0])
        for _, start, rule, match in found:
            captures = Captures(rule.scanner.captures(match), self.words, rule.params)
            guard = rule.rule.fields.get("guard")
            if guard is None or GUARDS[guard](text, start, match.end(), captures):
                begin = captures.first() if rule.rule.fields.get("begin") == "slot" else start
                return Hit(rule, begin, match.end(), captures)
        return None


class _Present:
    """The index of a block of text: of the rules that begin with two words those for all parts of which the block has a word.

    A rule is compiled when first tried, so that a short text pays for few.
    """

    def __init__(self, index: Index, tokens: Tokens):
        self.whole = index
        self.words = frozenset(_need(word) for _, word in tokens)
        self.known: dict[tuple[str, str], tuple[TimeRule, ...]] = {}

    def rules(self, word: str, following: str) -> tuple[TimeRule, ...]:
        """The rules that can begin with a word and the one that follows it."""
        first = f"{DIGIT}{len(word)}" if word[0].isdigit() else word
        by = self.whole.get(first)
        if by is None:
            return ()
        second = f"{DIGIT}{len(following)}" if following[0].isdigit() else following
        pair = (first, second if second in by else ANY)
        if pair not in self.known:
            self.known[pair] = tuple(rule for rule in by[pair[1]] if self._may_match(rule))
        return self.known[pair]

    def _may_match(self, rule: TimeRule) -> bool:
        return any(not any(self.words.isdisjoint(need) for need in way) for way in rule.needs)


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
    kinds = slot_kinds(words)
    rules = tuple(_compile(rule, kinds) for rule in book.rules(FOLDER))
    return Engine(words, rules, _index(rules), triggers_of(book))


def _index(rules: tuple[TimeRule, ...]) -> Index:
    """First word -> second word -> the rules that can begin so, in their order; `ANY` holds those that any second word suits."""
    seconds: dict[str, dict[str, set[int]]] = {}
    for number, rule in enumerate(rules):
        for first, second in rule.scanner.openings:
            seconds.setdefault(first, {ANY: set()}).setdefault(second, set()).add(number)
    return {
        first: {second: tuple(rules[number] for number in sorted(numbers | by[ANY])) for second, numbers in by.items()}
        for first, by in seconds.items()
    }


def _key(word: str) -> str:
    """What the scan sees of the beginning of a word: its letters, or the mark of a digit."""
    letters = re.match(r"[^\W\d_]+", word)
    return DIGIT if word[:1] == DIGIT or word[:1].isdigit() else letters[0] if letters else word


@cache
def _needed(words: frozenset[str]) -> frozenset[str]:
    """A set of words as the scan sees them; one object for each set, so that the kept rules stay small."""
    return frozenset(map(_need, words))


def _need(word: str) -> str:
    """A word as the scan sees it, numbers told apart by how many digits they have."""
    digits = re.match(r"\d+", word)
    return f"{DIGIT}{digits.end()}" if digits else word if word[:1] == DIGIT else _key(word)


def _is_sign(word: str) -> bool:
    """Whether the scan does not see what a part begins with."""
    return not (word[:1].isalnum() or word[:1] == DIGIT)


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
    ways = tuple(tuple(_needed(words) for words in way if not any(map(_is_sign, words))) for way in scanner.needs)
    return TimeRule(replace(rule, examples=(), rejects=()), scanner, params, ways)
