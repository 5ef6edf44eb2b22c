"""The rules of `data/en/figures`, compiled: what a number measures, who stands on which side, and how surely it holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tieline.extract.amounts.lexicon import Phrases, phrases
from tieline.model.token import Token
from tieline.rules.load import Rule, Rulebook
from tieline.rules.pattern import Match, Pattern, Slots, compile_pattern

FOLDER = "en/figures"


@dataclass(frozen=True)
class MeasureRule:
    """A cue that says what numbers of some kinds measure. `bias` is taken from its distance."""

    id: str
    measure: str
    kinds: frozenset[str]
    units: frozenset[str]
    growth: bool
    bias: int
    cue: Pattern


@dataclass(frozen=True)
class RoleRule:
    """A pattern that finds subject and object of the figures of some measures."""

    id: str
    measures: frozenset[str]
    pattern: Pattern


@dataclass(frozen=True, eq=False)
class FigureRules:
    """All that the folder holds."""

    measures: tuple[MeasureRule, ...]
    roles: tuple[RoleRule, ...]
    nouns: Mapping[str, tuple[str, str | None]]
    up: frozenset[str]
    down: frozenset[str]
    behind_up: frozenset[str]
    behind_down: frozenset[str]
    before: tuple[tuple[str, Phrases], ...]
    after: tuple[tuple[str, Phrases], ...]
    next: tuple[tuple[str, Phrases], ...]
    inverted: frozenset[str]
    committed: frozenset[str]
    difference: Phrases
    speech: tuple[frozenset[str], ...]
    sources: Phrases


@lru_cache(maxsize=8)
def figure_rules(rulebook: Rulebook) -> FigureRules:
    """The rules of figures, compiled."""
    rules = rulebook.rules(FOLDER)
    tables = [table for _, table in rulebook.tables(FOLDER)]
    growth = _gather(tables, "growth")
    speech = _gather(tables, "speech")
    return FigureRules(
        measures=tuple(_measure(rule) for rule in rules if "cue" in rule.fields),
        roles=tuple(_role(rule) for rule in rules if "measures" in rule.fields),
        nouns={
            noun.lower(): (entry["measure"], entry.get("unit"))
            for table in tables
            for entry in table.get("class", ())
            for noun in entry["nouns"]
        },
        up=frozenset(growth["up"]),
        down=frozenset(growth["down"]),
        behind_up=frozenset(growth["behind_up"]),
        behind_down=frozenset(growth["behind_down"]),
        before=_status(_gather(tables, "before")),
        after=_status(_gather(tables, "after")),
        next=_status(_gather(tables, "next")),
        inverted=frozenset(_gather(tables, "inverted")["words"]),
        committed=frozenset(_gather(tables, "infinitive")["after"]),
        difference=phrases((words, words) for words in _gather(tables, "difference")["behind"]),
        speech=(frozenset(speech["verbs"]), frozenset(speech["counts"])),
        sources=phrases((source, source) for source in speech["sources"]),
    )


def matches(pattern: Pattern, tokens: Sequence[Token], slots: Slots) -> Iterator[Match]:
    """Every match of a pattern that does not overlap an earlier one."""
    at = 0
    while True:
        found = pattern.search(tokens, slots, at)
        if found is None:
            return
        yield found
        at = found.end


def _measure(rule: Rule) -> MeasureRule:
    fields = rule.fields
    bias = fields.get("near", 0) - fields.get("far", 0)
    return MeasureRule(
        rule.id,
        fields["measure"],
        frozenset(fields["kinds"]),
        frozenset(fields.get("units", ())),
        "needs" in fields,
        bias,
        compile_pattern(fields["cue"]),
    )


def _role(rule: Rule) -> RoleRule:
    return RoleRule(rule.id, frozenset(rule.fields["measures"]), compile_pattern(rule.fields["pattern"]))


def _status(table: Mapping[str, Iterable[str]]) -> tuple[tuple[str, Phrases], ...]:
    return tuple((name, phrases((word, name) for word in words)) for name, words in table.items())


def _gather(tables: Iterable[Mapping[str, Any]], key: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for table in tables:
        for name, words in table.get(key, {}).items():
            found.setdefault(name, []).extend(words)
    return found
