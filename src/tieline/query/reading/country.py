"""Names, demonyms and capitals of countries, as the table of the package gives them."""

from collections.abc import Iterator

from tieline.rules.load import Rulebook


def country_words(rulebook: Rulebook) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """For each country its name, all that it and its people are called, and its seats of government."""
    for _, table in rulebook.tables(""):
        for line in table.get("countries", {}).values():
            names, demonyms, capitals, *_ = [_parts(part) for part in f"{line};;;".split(";")]
            if names:
                yield names[0], (*names[1:], *demonyms, *(f"{word}s" for word in demonyms)), capitals


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("()") for part in text.split(",") if part.strip())
