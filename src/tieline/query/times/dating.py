"""Dates in words, and which end of a stretch of time a question asks for."""

import re

from tieline.late import regex
from tieline.model.edtf import time_value
from tieline.model.event import Event
from tieline.model.time import TimeValue
from tieline.model.words import in_words
from tieline.query.reading.query import Query

_BEGIN = regex(r"\b(begin|began|start\w*|arriv\w*|land|landed|get to|got to|set off|commence\w*|set foot|touch\w*)\b", re.I)
_END = regex(
    r"\b(end|ended|ends|conclude\w*|finish\w*|(?:wind|wound|winds|wrap|wraps|wrapped) up|leave|left|last day|depart\w*"
    r"|home|back from|out of"
    r"|(?:until|till|up to) (?:when|what))\b",
    re.I,
)


def date_phrase(time: TimeValue) -> str:
    """A date with the preposition that it takes: "on 19 November 2008", "in June 2024"."""
    words = in_words(time)
    if time.edtf[:1] in "[{" or "/" in time.edtf:
        return words if words.startswith(("between", "by", "up to", "from")) else f"from {words}" if " to " in words else words
    if words.startswith(("about", "probably", "perhaps")):
        return words
    return f"on {words}" if time.grain in ("day",) else f"at {words}" if time.grain in ("minute", "hour") else f"in {words}"


_LEAVES = regex(
    r"\b(?:leave|left|depart\w*|ends?|ended|conclude[sd]?|finish\w*|(?:wind|wound|wrap|wrapped) up"
    r"|(?:go|get|come|head|fly|flew|went|travel|return) (?:back )?home|(?:fly|jet|head|get) out of"
    r"|until (?:when|what))\b(?=[^?]{0,40}\W*$)",
    re.I,
)


def edge(query: Query, event: Event) -> TimeValue | None:
    """The time of an event, or the day on which it began or ended where the question asks for that."""
    time = event.time
    if time and event.type == "visit" and "/" not in time.edtf and event.stage != "concluded" and _LEAVES.search(query.text):
        return None  # the day on which somebody came is not that of leaving
    if time and "/" in time.edtf and event.type in ("visit", "meeting", "summit", "other", "project"):
        ends = bool(_END.search(query.text))
        if _BEGIN.search(query.text) and not ends:
            start = time.edtf.split("/")[0]
            return time_value(start) if start not in ("", "..") else time
        if ends:
            end = time.edtf.split("/")[1]
            return time_value(end) if end not in ("", "..") else time
    return time


def calendar_unit(time: TimeValue, *, year: bool = False) -> TimeValue | None:
    """The month or year in which all days of an interval lie: what can be said plainly."""
    if not (time.earliest and time.latest) or time.earliest.year != time.latest.year:
        return None
    month = time.earliest.month == time.latest.month and not year
    return time_value(f"{time.earliest:%Y-%m}" if month else f"{time.earliest:%Y}")
