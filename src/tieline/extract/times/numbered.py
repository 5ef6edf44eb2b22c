"""Whether a number of four digits counts, numbers or names something, so that it is no year."""

import re

from tieline.extract.times.captures import Captures
from tieline.late import regex

_GLUED = regex(r"[^\W_]\Z|\d:\Z|(?<!\d)\d{1,3} \Z")  # not before a line end: "in\n1983"
_PHONE = regex(r"\b(?:call|phone|telephone|tel|fax|dial|hotline)\b[^.;\n]{0,30}$", re.IGNORECASE)
_TALLY = regex(
    r"\b(?:vote|score|margin|ratio|total|sum|count|tally|majority)s? of (?:\d[\d,]{0,9} (?:to|against|-) )?$"
    r"|\b(?:population|number|total|tally|index|price|cost|code|serial|id)\b[^.;,\d]{0,24}\b(?:was|is|were|reached|at|of|to) $",
    re.IGNORECASE,
)
_STREET = regex(r"\s(?:[A-Z]\w{1,20}\s){0,2}(?:Street|Avenue|Road|Boulevard|Drive|Lane|Square|Way)\b")
_TAIL = regex(r"-(?:\d\d-\d\d\b|(\d{3,})|[A-Z]{2,}\b|([a-z]{2,12}))")
_LAST = regex(r"([^\W\d_]+)[ -]$")
_FLIGHT = regex(r"\bflight [A-Z]\w{0,2} $", re.IGNORECASE)
_EVENT = regex(r"\s([A-Z][a-z]{2,14})\b")
_YEAR_BEFORE = regex(r"(?<!\d)(\d{4})-$")


def is_numbered(text: str, start: int, end: int, caps: Captures) -> bool:
    """Whether the words and signs around a number tell that it is no year."""
    lead, number = text[max(0, start - 60) : start], int(text[end - 4 : end])
    if _GLUED.search(lead) or _PHONE.search(lead) or _TALLY.search(lead) or _FLIGHT.search(lead) or _STREET.match(text, end, end + 70):
        return True
    word = _LAST.search(lead)
    if word and (word[1].lower() in caps.words["numbered"] or (word[1][0].isupper() and word[1].lower() in caps.words["programme"])):
        return True
    earlier, tail = _YEAR_BEFORE.search(lead), _TAIL.match(text, end, end + 14)
    if (earlier and int(earlier[1]) >= number) or (tail and tail[2] and tail[2] in caps.words["counted"]):
        return True
    return bool(tail and not tail[2] and not (tail[1] and len(tail[1]) == 4 and int(tail[1]) > number))


def names_event(text: str, end: int, caps: Captures) -> bool:
    """Whether the name of an event follows: "the October Revolution", "the Good Friday Agreement"."""
    found = _EVENT.match(text, end, end + 16)
    return bool(found and found[1].lower() in caps.words["event"])
