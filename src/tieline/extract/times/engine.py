"""The time rules of a rulebook, compiled, and the scan that finds where they match."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from tieline.errors import RuleError
from tieline.extract.times import deictic, explicit, lengths  # noqa: F401 (they register the values that rules name)
from tieline.extract.times.captures import Captures, Words
from tieline.extract.times.guards import GUARDS
from tieline.extract.times.registry import VALUES
from tieline.extract.times.slots import slot_kinds
from tieline.rules.load import Rule, Rulebook, shipped
from tieline.rules.pattern import compile_pattern
from tieline.rules.scan import Scanner

FOLDER = "en/time"
MACROS = {"someyear": "(<year>|<which> year|<told> year)", "thatmonth": "(<which> month|<told> month)"}
OWN = ("id", "pattern", "value", "guard", "begin", "name", "note")
AHEAD = 7
BLOCK = 20_000
_WORD = re.compile(r"\d+|[^\W\d_]+")
_SIGNS = frozenset(":/-.'’")
_SUFFIXES = frozenset({"st", "nd", "rd", "th", "s", "am", "pm", "a", "p", "hrs", "bc", "utc", "gmt"})
TRIGGER_TABLES = ("month", "weekday", "unit", "season", "daypart", "tens", "holiday")
TRIGGER_WORDS = frozenset(
    [
        "today",
        "tonight",
        "yesterday",
        "tomorrow",
        "tmrw",
        "now",
        "currently",
        "present",
        "recently",
        "recent",
        "lately",
        "past",
        "future",
        "soon",
        "annual",
        "annually",
        "yearly",
        "monthly",
        "weekly",
        "daily",
        "noon",
        "midnight",
        "century",
        "weekend",
        "half",
        "after",
        "before",
        "later",
        "bc",
        "ad",
        "nowadays",
        "moment",
        "being",
    ]
)


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


@dataclass(frozen=True)
class Hit:
    """One place where a rule matched."""

    rule: TimeRule
    start: int
    end: int
    captures: Captures


@dataclass
class Engine:
    """All time rules, indexed by the words with which they can begin."""

    words: Words
    rules: tuple[TimeRule, ...]
    index: dict[str, tuple[TimeRule, ...]] = field(default_factory=dict)
    triggers: frozenset[str] = frozenset()

    def hits(self, text: str) -> Iterator[Hit]:
        """Every match, leftmost and longest, in order of place."""
        for start, end in _blocks(text):
            yield from self._block(text, start, end)

    def _block(self, text: str, low: int, high: int) -> Iterator[Hit]:
        tokens = [(m.start(), m[0].lower()) for m in _WORD.finditer(text, low, high)]
        done, last = low, -1
        for i in range(len(tokens)):
            if i > last:
                last = self._next_trigger(text, tokens, i)
                if last < 0:
                    return
            if last - i > AHEAD:
                continue
            place, word = tokens[i]
            if place < done:
                continue
            hit = self._best(text, place, word)
            if hit:
                yield hit
                done = hit.end

    def _next_trigger(self, text: str, tokens: list[tuple[int, str]], i: int) -> int:
        for j in range(i, len(tokens)):
            place, word = tokens[j]
            if word in self.triggers or (word[0].isdigit() and _telling(text, place, word)):
                return j
        return -1

    def _best(self, text: str, place: int, word: str) -> Hit | None:
        starts = [place]
        if word[0].isdigit():
            rules = self.index.get("#", ())
            if place and text[place - 1] in "'’":
                starts = [place - 1, place]
        else:
            rules = self.index.get(word, ())
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


def _telling(text: str, place: int, word: str) -> bool:
    """Whether digits may be a year, a day with its suffix, or a written date or hour."""
    if len(word) in (4, 8):
        return True
    if len(word) > 4:
        return False
    end = place + len(word)
    after = text[end : end + 1]
    return after in _SIGNS or (after.isalpha() and text[end : end + 2].lower() in _SUFFIXES) or (place > 0 and text[place - 1] in "'’")


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
    words: dict[str, Mapping[str, Any]] = {}
    for _, table in book.tables(FOLDER):
        for name, entries in table.items():
            if name != "rule":
                words[name] = {**words.get(name, {}), **{key.lower(): value for key, value in entries.items()}}
    kinds = slot_kinds(words)
    rules = tuple(_compile(rule, kinds) for rule in book.rules(FOLDER))
    index: dict[str, list[TimeRule]] = {}
    for rule in rules:
        for word in rule.scanner.firsts:
            key = re.match(r"[^\W\d_]+", word)
            index.setdefault("#" if word == "#" or word[:1].isdigit() else key[0] if key else word, []).append(rule)
    triggers = TRIGGER_WORDS.union(*(kinds[name].firsts for name in TRIGGER_TABLES))
    return Engine(words, rules, {word: tuple(found) for word, found in index.items()}, triggers)


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
    return TimeRule(rule, scanner, params)
