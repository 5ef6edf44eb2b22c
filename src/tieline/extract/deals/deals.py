"""The words that agreements are recognised by, read from `data/en/names/agreements.toml`."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tieline.extract.names.gazetteer import Phrases, entries
from tieline.rules.load import Rulebook


@dataclass(frozen=True, eq=False)
class DealWords:
    """Head words with their kind, the words that may stand before them, and the levels of partnerships."""

    heads: Phrases[str]
    before: frozenset[str]
    verbs: frozenset[str]
    alone: frozenset[str]
    levels: frozenset[str]
    plurals: frozenset[str]
    openers: frozenset[str]
    narrower: dict[str, tuple[str, ...]]


@lru_cache(maxsize=8)
def deal_words(rulebook: Rulebook) -> DealWords:
    """The words of a rulebook, its user's own included."""
    table: dict[str, Any] = {}
    for _, content in rulebook.tables("en/names"):
        for key, value in content.get("agreements", {}).items():
            table.setdefault(key, {}).update(value) if isinstance(value, dict) else table.__setitem__(key, value)
    return DealWords(
        heads=Phrases((word, kind) for kind, words in table["heads"].items() for word in entries(words)),
        before=frozenset(entries(table["before"])),
        verbs=frozenset(entries(table["verbs"])),
        alone=frozenset(entries(table["alone"])),
        levels=frozenset(entries(table["levels"])),
        plurals=frozenset(entries(table["plurals"])),
        openers=frozenset(entries(table["openers"])),
        narrower={kind: tuple(entries(words)) for kind, words in table["narrower"].items()},
    )


def is_deal_acronym(word: str) -> bool:
    """Whether a word is the acronym of a trade agreement that carries its kind in it: "ChAFTA", "CECA", but not "FTA" alone."""
    return word.isalpha() and len(word) > 3 and word.endswith(("FTA", "EPA", "ECA", "ECFA")) and word[0].isupper()
