"""The questions in a question: "When and where did they meet, and who was there?"."""

import re
from collections.abc import Sequence

from tieline.late import regex
from tieline.query.draft import Draft
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.view import View

_PARTS = regex(
    r"\?\s+(?=\w)|,?\s+and (?=(?:when|who|whom|where|what|how|which|did|was|is|why)\b)|;\s+(?=(?:when|who|where|what|how|which)\b)", re.I
)
_DOUBLED = regex(r"^\W*(?P<a>when|where|who|how|why),? and (?P<b>when|where|how|why)\b(?P<rest>.+)$", re.I)
_PRONOUN = regex(r"\b(?:him|her|he|she|it|they|them)\b", re.I)
_OWN = regex(r"\b(?:his|hers?|its|their)\b", re.I)


# "who came in 2008 and 2016", and "when was it signed and by whom"
_YEARS = regex(
    r"^(?P<head>\W*(?:who|where|how much|how high|how big|what (?:was|were))\b(?!.*\bbetween\b).*?)(?P<in>\b(?:in|for|during)) "
    r"(?P<a>\d{4}),? and (?:in |for )?(?P<b>\d{4})(?P<rest>\W*)$",
    re.I,
)
_TAIL = regex(
    r"^(?P<first>\W*(?:when|where|why|how|who)\s+(?P<rest>(?:(?!\band (?:when|where|who|why|how|what|which)\b).)+?)),?\s+and\s+"
    r"(?P<again>(?:by|with) whom|when|where|why)\W*$",
    re.I,
)


# "How many guests are expected in 2017, and by whom"
_COUNTED = regex(
    r"^(?P<first>\W*(?:how many|how much|what|which)\s+(?P<noun>(?:[\w'’-]+ ){1,5}?)(?:is|are|was|were|has been|have been|will be) "
    r"(?P<done>\w+(?:ed|en|wn|lt|id|de|ld|nt))\b(?P<where>[^,?]*?)),?\s+and\s+(?:by|from) (?:whom|who)\W*$",
    re.I,
)
# "Who were the presidents of Orsenda and Pelmara in 2024"
_OF_BOTH = regex(
    r"^\W*who (?:was|were|is|are) (?:the |then )?(?P<office>(?:\w+ ){0,2}\w+?)s of (?P<a>[\w' ]+?) and "
    r"(?P<b>[\w']+(?: [A-Z][\w']+)*)(?P<rest>.*)$",
    re.I,
)
_AHEAD = regex(r"expected|foreseen|forecast|predicted|anticipated|estimated", re.I)


def parts_of(view: View, text: str) -> list[str]:
    """The questions in a question; a bare "and when?" at its end belongs to the one before."""
    doubled = _DOUBLED.match(text)
    if doubled and len(doubled["rest"].split()) > 2:
        return [f"{doubled[part]}{doubled['rest']}" for part in "ab"]
    years = _YEARS.match(text)
    if years:
        return [f"{years['head']}{years['in']} {years[part]}{years['rest']}" for part in "ab"]
    counted = _COUNTED.match(text)
    if counted:
        return [
            counted["first"],
            f"who {'expects' if _AHEAD.fullmatch(counted['done']) else counted['done']} {counted['noun'].strip()}{counted['where']}",
        ]
    both = _OF_BOTH.match(text)
    if both and read_question(view, text).title:
        return [f"who was the {both['office']} of {both[land]}{both['rest']}" for land in "ab"]
    tail = _TAIL.match(text)
    if tail:
        return [tail["first"], f"{tail['again']} {tail['rest']}"]
    parts: list[str] = []
    for part in (piece for one in _PARTS.split(text) for piece in _pieces(one)):
        if parts and len(part.strip(" ?.,").split()) < 3:
            parts[-1] = f"{parts[-1]} and {part}"
        elif part.strip(" ?.,"):
            parts.append(_carried(view, parts[0], part) if parts else part)
    return parts


_NEXT = regex(r",\s+(?=(?:when|who|where|how|which|what) (?:\w+ )?(?:did|was|were|is|are|do|does|has|had|will)\b)", re.I)
_WHOLE = regex(r"^\W*(?:when|who|whom|where|how|which|what|why)\b(?:\s\w+)?\s(?:did|was|were|is|are|do|does|has|had|will)\b", re.I)


def _pieces(text: str) -> list[str]:
    """The questions of a row parted by commas: "when was it signed, when did it take effect"."""
    parts = _NEXT.split(text)
    return parts if len(parts) > 1 and all(_WHOLE.match(part) for part in parts) else [text]


_THEN = regex(
    r"\b(?:then|at (?:that|the) (?:time|point|moment)|(?:that|the same) (?:day|month|year)|(?:on|in) that (?:day|date|month|year))\b"
    r"(?=\W*$)",
    re.I,
)


def at_that_time(part: str, before: Sequence[Draft]) -> str:
    """A later question with the date that an earlier one was answered by in the place of "then"."""
    date = next((one.value for one in reversed(before) if one.kind == "date" and isinstance(one.value, str)), None)
    return _THEN.sub(f"{'on' if len(date) == 10 else 'in'} {date}", part) if date and len(date) <= 10 else part


_THEM = regex(r"\b(?:they|them|those|these)\b", re.I)
_SEVERAL = regex(
    r"^\W*(?:how many|how much|which|what)\s+(?P<noun>(?:(?!(?:is|are|was|were|did|do|does|has|have|had|will|would)\b)[\w'’-]+ ?){1,4})"
    r"\b(?:is|are|was|were|did|do|does|has|have|had|will|would)\b",
    re.I,
)


def _window(query: Query) -> str:
    """The time that a question gives, as it says it."""
    return f" in {query.text[query.windows[0].span.start : query.windows[0].span.end]}" if len(query.windows) == 1 else ""


def _carried(view: View, first: str, part: str) -> str:
    """A later question with the name from the first in the place of a pronoun, where it names nobody itself."""
    if not _PRONOUN.search(part) and not _OWN.search(part):
        return part
    known = read_question(view, first)
    names = [name for name in known.names if view.any_is(name.ids, "person")]
    things = re.search(r"\b(?:the )?((?:\w+ ){0,2}(?:fta|agreement|pact|deal|port|railway|treaty|partnership))\b", first, re.I)
    if re.search(r"\b(?:it|its)\b", part, re.I):
        name = f"the {things[1].strip()}" if things else None
    else:
        name = names[0].text if names else None
    counted = _THEM.search(part) if not names else None
    several = _SEVERAL.match(first) if counted else None
    if several and counted:
        return _THEM.sub(" ".join(several["noun"].split()) + _window(known), part, count=1)
    if not name:
        return part
    return _OWN.sub(f"{name}'s", _PRONOUN.sub(name, part, count=1), count=1)
