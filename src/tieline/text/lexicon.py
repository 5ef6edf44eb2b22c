"""The word lists of `data/en/text`: how articles are laid out."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).resolve().parents[1] / "data" / "en" / "text" / "articles.toml"


@cache
def words(name: str) -> frozenset[str]:
    """One list of words, in lower case with straight apostrophes."""
    return frozenset(_tables()[name])


@cache
def opening(*names: str) -> re.Pattern[str]:
    """A pattern that matches where a text opens with an entry of these lists, brackets and Markdown signs apart."""
    return re.compile(rf"[\s*_#>(\[]{{0,8}}(?:{alternatives(*names)})", re.IGNORECASE)


@cache
def labelled(*names: str) -> re.Pattern[str]:
    """A pattern that matches where a text opens with an entry of these lists and a colon or bar: "READ MORE: ..."."""
    return re.compile(rf"[\s*_#>(\[]{{0,8}}(?:{alternatives(*names)})[\s*_]{{0,4}}[:|»]", re.IGNORECASE)


@cache
def anywhere(*names: str) -> re.Pattern[str]:
    """A pattern that finds an entry of these lists as whole words."""
    return re.compile(rf"(?<!\w)(?:{alternatives(*names)})", re.IGNORECASE)


def alternatives(*names: str) -> str:
    """The entries of these lists as the inside of a regular expression, longest first, each ending at a word's end."""
    entries = {entry for name in names for entry in words(name)}
    return "|".join(_entry(entry) for entry in _longest_first(entries))


def _entry(entry: str) -> str:
    return re.escape(entry).replace("'", "['’]") + (r"(?!\w)" if entry[-1].isalnum() else "")


def _longest_first(entries: Iterable[str]) -> list[str]:
    return sorted(entries, key=lambda entry: (-len(entry), entry))


@cache
def months() -> Mapping[str, int]:
    """The names of the months in other languages, as letterheads have them, with their numbers."""
    table: dict[str, list[str]] = _tables()["months"]
    return {name: number for names in table.values() for number, name in enumerate(names, 1)}


@cache
def _tables() -> dict[str, Any]:
    import tomllib

    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
