"""The word lists that reading events needs, from `en/grammar/words.toml` and `en/events/words.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from tieline.extract.syntax.grammar import grammar_of
from tieline.rules.load import Rulebook


@dataclass(frozen=True, eq=False)
class Words:
    """Lists of words by name, and tables from words to what they stand for."""

    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)
    tables: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def __getitem__(self, name: str) -> frozenset[str]:
        """One of the lists."""
        return self.lists[name]


@lru_cache(maxsize=4)
def words_of(rulebook: Rulebook) -> Words:
    """The word lists of a rulebook, with what its user added to them."""
    lists: dict[str, frozenset[str]] = dict(grammar_of(rulebook).words)
    tables: dict[str, dict[str, Any]] = {}
    for name, content in rulebook.tables("en/events"):
        if name != "words.toml":
            continue
        for key, words in content.get("words", {}).items():
            lists[key] = lists.get(key, frozenset()) | frozenset(words.split())
        for key, table in content.items():
            if key != "words":
                tables.setdefault(key, {}).update(table)
    return Words(lists, tables)
