"""Words for numbers, units and qualifiers, read once from the rulebook and put in a form that is quick to look up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tieline.model.token import Token, tokenize
from tieline.rules.load import Rulebook

Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]  # first word -> ((words, value), ...), longest first


@dataclass(frozen=True)
class Unit:
    """A unit of measure: its name, and its kind ("money", "share", "measure", "duration")."""

    name: str
    kind: str


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What a reader of quantities knows."""

    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    adjacent: Mapping[str, int]
    ordinals: Mapping[str, int]
    fractions: Mapping[str, float]
    factors: Mapping[str, float]
    vague: frozenset[str]
    superlatives: Phrases
    weak: frozenset[str]
    heads: frozenset[str]
    symbols: Mapping[str, str]
    units: Phrases
    kinds: Mapping[str, Unit]
    before: Phrases
    after: Phrases
    labels: frozenset[str]
    months: frozenset[str]
    groups: frozenset[str]
    stops: frozenset[str]
    plurals: frozenset[str]
    determiners: frozenset[str]
    lengths: frozenset[str]
    no_row: frozenset[str]
    ranking: frozenset[str]


@lru_cache(maxsize=8)
def lexicon(rulebook: Rulebook) -> Lexicon:
    """The words of `data/en/quantities`, indexed."""
    table = _merged(content for _, content in rulebook.tables("en/quantities"))
    kinds, unit_names, symbols = _units(table)
    words = table["words"]
    return Lexicon(
        numbers=table["numbers"],
        scales=table["scales"],
        adjacent=table["adjacent"],
        ordinals=table["ordinals"],
        fractions=table["fractions"],
        factors=table["factors"],
        vague=frozenset(table["vague"]["words"]),
        superlatives=phrases((word, word) for word in table["superlatives"]["words"]),
        weak=frozenset(table["superlatives"]["weak"]),
        heads=frozenset(table["superlatives"]["heads"]),
        symbols=symbols,
        units=phrases(unit_names),
        kinds=kinds,
        before=phrases((word, name) for name, each in table["qualifiers"]["before"].items() for word in each),
        after=phrases((word, name) for name, each in table["qualifiers"]["after"].items() for word in each),
        labels=frozenset(words["labels"]),
        months=frozenset(words["months"]),
        groups=frozenset(words["groups"]),
        stops=frozenset(words["stops"]),
        plurals=frozenset(words["plurals"]),
        determiners=frozenset(words["determiners"]),
        lengths=frozenset(words["lengths"]),
        no_row=frozenset(words["no_row"]),
        ranking=frozenset(words["ranking"]),
    )


def phrases(pairs: Iterable[tuple[str, str]]) -> Phrases:
    """Phrases by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, value in pairs:
        words = tuple(token.lower for token in tokenize(phrase))
        found.setdefault(words[0], []).append((words, value))
    return {first: tuple(sorted(each, key=lambda one: (-len(one[0]), one))) for first, each in found.items()}


def phrase_at(table: Phrases, tokens: Sequence[Token], i: int) -> tuple[int, str] | None:
    """Where the longest phrase that begins at a token ends, and its value."""
    if i >= len(tokens):
        return None
    for words, value in table.get(tokens[i].lower, ()):
        if len(words) <= len(tokens) - i and all(tokens[i + k].lower == word for k, word in enumerate(words)):
            return i + len(words), value
    return None


def phrase_before(table: Phrases, tokens: Sequence[Token], i: int, longest: int = 4) -> tuple[int, str] | None:
    """Where the longest phrase that ends just before a token begins, and its value."""
    for start in range(max(0, i - longest), i):
        found = phrase_at(table, tokens, start)
        if found and found[0] == i:
            return start, found[1]
    return None


def _units(table: Mapping[str, Any]) -> tuple[dict[str, Unit], list[tuple[str, str]], dict[str, str]]:
    kinds: dict[str, Unit] = {}
    names: list[tuple[str, str]] = []
    symbols: dict[str, str] = {}
    for entry in table.get("currency", ()):
        code = entry["code"]
        kinds[code] = Unit(code, "money")
        names += [(name, code) for name in (*entry.get("names", ()), code)]  # "200 million JPY"
        symbols |= dict.fromkeys(entry.get("symbols", ()), code)
    for entry in table.get("unit", ()):
        kinds[entry["unit"]] = Unit(entry["unit"], entry.get("kind", "measure"))
        names += [(name, entry["unit"]) for name in entry["names"]]
    return kinds, names, symbols


def _merged(tables: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for table in tables:
        for key, value in table.items():
            known = merged.get(key)
            if isinstance(known, dict):
                merged[key] = _merged((known, value))
            elif isinstance(known, list):
                merged[key] = [*known, *value]
            else:
                merged[key] = value
    return merged
