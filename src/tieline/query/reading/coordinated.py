"""One question word over two things: "when was it signed and ratified", "who was president of both", "how much in 2014 and in 2018"."""

import re
from collections.abc import Mapping, Sequence

from tieline.extract.syntax.grammar import grammar_of
from tieline.late import regex
from tieline.query.reading.read import read_question
from tieline.query.view import View

Readings = Mapping[str, Sequence[tuple[str, str]]]

# "who came in 2008 and 2016", "how much was it in 2014, 2015 and 2018"
_YEARS = regex(
    r"^(?P<head>\W*(?:who|where|how much|how high|how big|how large|what (?:was|were))\b(?![^?]*\b(?:between|from)\b)[^?]*?)"
    r"\b(?P<in>in|for|during) (?P<years>\d{4}(?:(?:, and|,| and)(?: in| for| during)? \d{4}){1,3})\W*$",
    re.I,
)
_YEAR = regex(r"\d{4}")
# "How many guests are expected in 2017, and by whom"
_COUNTED = regex(
    r"^(?P<first>\W*(?:how many|how much|what|which)\s+(?P<noun>(?:[\w'’-]+ ){1,5}?)(?:is|are|was|were|has been|have been|will be) "
    r"(?P<done>\w+(?:ed|en|wn|lt|id|de|ld|nt))\b(?P<where>[^,?]*?)),?\s+and\s+(?:by|from) (?:whom|who)\W*$",
    re.I,
)
_AHEAD = regex(r"expected|foreseen|forecast|predicted|anticipated|estimated", re.I)
# "Who were the presidents of Orsenda and Pelmara in 2024"
_OF_BOTH = regex(
    r"^\W*who (?:was|were|is|are) (?:the |then )?(?P<office>(?:\w+ ){0,2}\w+?)s of (?P<a>[\w' ]+?) and "
    r"(?P<b>[\w']+(?: [A-Z][\w']+)*)(?P<rest>.*)$",
    re.I,
)
_DONE = ["was", "were", "is", "are", "has", "have", "had"]
_TWO = regex(
    r"^(?P<head>\W*(?:when|where|why|how|who|whom)\s+(?P<aux>did|do|does|will|was|were|is|are|has|have|had)\s+)"
    r"(?P<first>(?:(?! and | or )[^?])+) and (?P<second>(?:(?! and | or )[^?])+)\W*$",
    re.I,
)


def apart(view: View, text: str) -> list[str]:
    """The questions that one question word asks of two things; the question itself where it asks one."""
    return _of_both(view, text) or _by_years(text) or _counted(text) or _twice(view, text) or [text]


def _by_years(text: str) -> list[str]:
    found = _YEARS.match(text)
    return [f"{found['head']}{found['in']} {year}" for year in _YEAR.findall(found["years"])] if found else []


def _of_both(view: View, text: str) -> list[str]:
    found = _OF_BOTH.match(text)
    if found is None or not read_question(view, text).title:
        return []
    return [f"who was the {found['office']} of {found[land]}{found['rest']}" for land in "ab"]


def _counted(text: str) -> list[str]:
    found = _COUNTED.match(text)
    if found is None:
        return []
    verb = "expects" if _AHEAD.fullmatch(found["done"]) else found["done"]
    return [found["first"], f"who {verb} {found['noun'].strip()}{found['where']}"]


def _twice(view: View, text: str) -> list[str]:
    """Two things that one does, or that are done with one: "when did he arrive and leave", "when was it signed and ratified"."""
    found = _TWO.match(text)
    if found is None:
        return []
    forms = grammar_of(view.rulebook).forms
    kinds = ("past", "part") if found["aux"].lower() in _DONE else ("base",)
    first, second = found["first"].split(), found["second"].split()
    verb = next((n for n, word in enumerate(first) if n and _is_verb(forms, word, kinds)), None)
    if verb is None or not _is_verb(forms, second[0], kinds) or (kinds[0] == "past" and verb < len(first) - 1):
        return []
    return [f"{found['head']}{found['first']}", f"{found['head']}{' '.join(first[:verb])} {found['second']}"]


def _is_verb(forms: Readings, word: str, kinds: Sequence[str]) -> bool:
    return word.islower() and any(form in kinds for _, form in forms.get(word, ()))
