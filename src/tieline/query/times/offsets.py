"""Dates that a sentence gives by a length of time: "on 20 March, two days after he had written", "to be finished within three years"."""

import re

from tieline.late import regex
from tieline.model.edtf import span_value
from tieline.model.span import Span
from tieline.model.time import TimeMention, TimeValue
from tieline.query.reading.query import Query
from tieline.query.reading.relative import moved
from tieline.query.reading.words import stems
from tieline.query.sentences.clause import pieces, stems_in
from tieline.query.sentences.cover import covers_text
from tieline.query.view import Passage, View

_LENGTH = regex(r"P(?P<n>\d+)(?P<unit>[DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_SIDE = regex(r"\s*(?P<side>after|before)\s+(?!that\b|this\b|which\b)", re.I)
_WITHIN = regex(r"\b(?:within|in the next|over the next)\s*$", re.I)
LEAST = 0.7


def offset(view: View, query: Query, passage: Passage) -> tuple[TimeValue, TimeMention] | None:
    """The time of what stands behind "two days after" in a sentence, from the time before it; None where it is not asked."""
    for mention in passage.times:
        length = _LENGTH.fullmatch(mention.timex3.value or "") if mention.time is None and mention.timex3 else None
        side = _SIDE.match(passage.document.text, mention.end) if length else None
        anchor = _before(passage, mention) if side else None
        if length and side and anchor and anchor.time and _covers(view, query, passage, Span(side.end(), side.end() + 1)):
            number = int(length["n"]) * (-1 if side["side"].lower() == "after" else 1)
            time = _shifted(anchor.time, number, _UNITS[length["unit"]])
            if time:
                return time, mention
    return None


def _before(passage: Passage, mention: TimeMention) -> TimeMention | None:
    """The dated mention right before another one, with no more than a comma between them."""
    rest = [one for one in passage.times if one.end <= mention.start and one.time]
    text = passage.document.text[rest[-1].end : mention.start] if rest else "."
    return rest[-1] if rest and re.fullmatch(r"\s*,?\s*(?:just |only |and )?", text) else None


def _covers(view: View, query: Query, passage: Passage, start: Span) -> bool:
    """Whether the clause that begins at a place holds what the question asks about."""
    end = next((part.end for part in pieces(passage) if part.start <= start.start < part.end), start.end)
    text = stems_in(passage, (Span(start.start, end),))
    words = query.words
    named = all(any(f" {word} " in text for word in stems(name.text)) or name.form == "title" for name in query.names)
    share = sum(bool(covers_text(view, term.stem, text)) for term in words) / len(words) if words else 0.0
    return named and share >= LEAST


def _shifted(time: TimeValue, number: int, unit: str) -> TimeValue | None:
    """A time moved by some units, no finer than they are."""
    if not (time.earliest and time.latest):
        return None
    first, last = moved(time.earliest, unit, number), moved(time.latest, unit, number)
    if unit in ("day", "week"):
        return span_value(first, last) if first <= last else None
    year = unit == "year"
    start = first.replace(month=1, day=1) if year else first.replace(day=1)
    end = moved(last.replace(month=1, day=1) if year else last.replace(day=1), unit, 1)
    return span_value(start, moved(end, "day", -1))


def within(passage: Passage) -> tuple[TimeValue, str] | None:
    """The stretch that "within three years" gives, counted from the day of the text; None where the sentence holds none or several."""
    text, published = passage.document.text, passage.document.published
    lengths = [(m, _LENGTH.fullmatch((m.timex3 and m.timex3.value) or "")) for m in passage.times if m.time is None]
    found = [(m, length) for m, length in lengths if length and _WITHIN.search(text[passage.fact.start : m.start])]
    if len(found) != 1 or not (published and published.earliest and published.latest):
        return None
    mention, length = found[0]
    last = moved(published.latest, _UNITS[length["unit"]], int(length["n"]))
    return span_value(published.earliest, last), mention.text
