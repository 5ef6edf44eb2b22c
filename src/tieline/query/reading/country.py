"""Names, demonyms and capitals of countries, as the table of the package gives them."""

import re
from collections.abc import Iterator
from functools import cache

from tieline.late import regex
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


_JOINED = regex(r"\b(?P<one>[a-z]{3,}o)-(?P<other>[a-z]{4,})\b", re.I)


def with_countries(rulebook: Rulebook, text: str) -> str:
    """A question with the country that stands before a hyphen by its name: "Sino-Indian ties" as "China-Indian ties"."""
    return _JOINED.sub(lambda found: _spelt_out(rulebook, found), text) if "o-" in text.lower() else text


def _spelt_out(rulebook: Rulebook, found: "re.Match[str]") -> str:
    name = _first_halves(rulebook).get(fold(found["one"]))
    return f"{name}-{found['other']}" if name and fold(found["other"]) in adjectives(rulebook) else found[0]


@cache
def _first_halves(rulebook: Rulebook) -> dict[str, str]:
    """What stands for countries before a hyphen, with their names; folded."""
    names = {code: _parts(line.split(";")[0])[0] for _, table in rulebook.tables("") for code, line in table.get("countries", {}).items()}
    rows = [row for _, table in rulebook.tables("en/names") for row in table.get("joined", {}).items()]
    return {fold(word.strip()): names[code] for code, words in rows for word in words.split(";") if code in names}


_ENDS = ("an", "ese", "ish", "ic")


def is_adjective(rulebook: Rulebook, word: str, name: str) -> bool:
    """Whether a word for a country is no name of it, and only stands before what is its own: "Peruvian"."""
    own = fold(word)
    return own in adjectives(rulebook) or (own != fold(name) and own.endswith(_ENDS) and own[:3] == fold(name)[:3])


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("()") for part in text.split(",") if part.strip())
