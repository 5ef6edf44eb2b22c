"""Names, demonyms and capitals of countries, as the table of the package gives them."""

from collections.abc import Iterator
from functools import cache

from tieline.query.reading.words import fold
from tieline.rules.load import Rulebook


def country_words(rulebook: Rulebook) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """For each country its name, all that it and its people are called, and its seats of government."""
    for _, table in rulebook.tables(""):
        for line in table.get("countries", {}).values():
            names, demonyms, capitals, *_ = [_parts(part) for part in f"{line};;;".split(";")]
            if names:
                yield names[0], (*names[1:], *demonyms, *(f"{word}s" for word in demonyms)), capitals


@cache
def adjectives(rulebook: Rulebook) -> frozenset[str]:
    """What countries are not called themselves, but their people and things: "peruvian", "chinese"; folded."""
    rows = [line.split(";") for _, table in rulebook.tables("") for line in table.get("countries", {}).values()]
    found = {fold(word) for row in rows for word in _parts(row[1] if len(row) > 1 else "")}
    return frozenset(found - {fold(word) for row in rows for word in _parts(row[0])})


_ENDS = ("an", "ese", "ish", "ic")


def is_adjective(rulebook: Rulebook, word: str, name: str) -> bool:
    """Whether a word for a country is no name of it, and only stands before what is its own: "Peruvian"."""
    own = fold(word)
    return own in adjectives(rulebook) or (own != fold(name) and own.endswith(_ENDS) and own[:3] == fold(name)[:3])


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("()") for part in text.split(",") if part.strip())
