"""The times of a question and the way they bound it."""

import re
from collections.abc import Sequence

from tieline.extract.time_words import may_name_times
from tieline.late import regex
from tieline.model.edtf import lies_within, may_overlap, time_value
from tieline.model.span import Span
from tieline.model.time import TimeValue
from tieline.query.reading.query import Bound, Window
from tieline.query.reading.words import fold

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTH = regex(
    rf"\b(?:in|since|until|before|after|during|by)\s+(({'|'.join(_MONTHS)}),? ((?:1[89]|20)\d\d))\b(?![-–/,]?\s?\d)", re.I | re.ASCII
)
_YEAR = regex(r"\b(?:1[89]|20)\d\d\b", re.ASCII)


def find_windows(text: str) -> list[Window]:
    """The times of a question with the way they bound it."""
    plain = _without_verb(text)
    found = _plain_months(plain) or [(Span(m.start, m.end), m.time) for m in _times(plain) if m.time and (m.time.earliest or m.time.latest)]
    for year in _YEAR.finditer(text):
        if not any(span.touches(Span(*year.span())) for span, _ in found):
            found.append((Span(*year.span()), time_value(year[0])))
    found.sort(key=lambda one: one[0])
    if len(found) == 2 and re.search(r"\b(between|from)\W*$", text[: found[0][0].start], re.I):
        (one, first), (other, second) = found
        if (
            re.fullmatch(r"\W*(and|to|until|till|through|-)\W*", text[one.end : other.start], re.I)
            and first.earliest
            and second.latest
            and first.earliest <= second.latest
        ):
            joined = TimeValue.made(edtf=f"{first.edtf}/{second.edtf}", earliest=first.earliest, latest=second.latest, grain="interval")
            return [Window("between", joined, Span(one.start, other.end))]
    return [_window(text, span, time) for span, time in found]


_FALL = regex(r"\b(?P<before>[\w'’-]+)\s+(?P<verb>fall)(?=\s+in\b)", re.I)
_DOES = regex(r"\b(?:did|does|do|will|would|could|may|might|to)\b", re.I)
_SEASON = regex(r"the|an?|in|last|this|next|since|by|of|early|late|each|every|during|until|before|after|that", re.I)  # "the fall in 2015"


def _without_verb(text: str) -> str:
    """A question without the verb "fall", which is no season: "did trade fall in 2015"."""
    found = _FALL.search(text)
    if not found or _SEASON.fullmatch(found["before"]) or not _DOES.search(text[: found.start("verb")]):
        return text
    return text[: found.start("verb")] + "drop" + text[found.end("verb") :]


def _window(text: str, span: Span, time: TimeValue) -> Window:
    return Window(_edge(text, span, _interval(_bound(text[: span.start]), time)), _part(text, span, time), span)


# Which months of a year, and days of a month, a part of it is.
_PARTS = (
    (regex(r"(?:the )?(?:beginning|start|outset|first weeks|early days) of", re.I), (1, 3), (1, 10)),
    (regex(r"early", re.I), (1, 4), (1, 10)),
    (regex(r"(?:the )?middle of|mid", re.I), (5, 8), (11, 20)),
    (regex(r"late", re.I), (9, 12), (21, 31)),
    (regex(r"(?:the )?(?:end|close|last weeks) of", re.I), (10, 12), (21, 31)),
)


def _part(text: str, span: Span, time: TimeValue) -> TimeValue:
    """The part of a year or month that a question names: early 2019 is over in May."""
    if not time.edtf.endswith("~") or time.grain not in ("year", "month") or not (time.earliest and time.latest):
        return time
    told = text[max(span.start - 18, 0) : span.end]
    own = next(((months, days) for words, months, days in _PARTS if words.search(told)), None)
    if own is None:
        return time
    (first, last), (low, high) = own
    if time.grain == "month":
        start, end = time.earliest.replace(day=low), time.latest.replace(day=min(high, time.latest.day))
    else:
        start, end = time.earliest.replace(month=first), time.latest.replace(month=last, day=30 if last in (4, 6, 9, 11) else 31)
    return TimeValue.made(edtf=f"{start.isoformat()}/{end.isoformat()}", earliest=start, latest=end, grain="interval")


def _edge(text: str, span: Span, bound: Bound) -> Bound:
    """How a time bounds: what is before the end of 2011 may still lie in 2011."""
    return (
        "until" if bound == "before" and text[span.start : span.end].lower().startswith(("the end of", "end of", "the close of")) else bound
    )


def _interval(bound: Bound, time: TimeValue) -> Bound:
    """A range ("from 2009 to 2015") bounds both ways."""
    return "between" if "/" in time.edtf and bound in ("since", "until") and time.earliest and time.latest else bound


def _plain_months(text: str) -> list[tuple[Span, TimeValue]]:
    """The months of a question that names no other times ("in April 2009"), for which the time rules need not be loaded."""
    found = list(_MONTH.finditer(text))
    if not found or may_name_times(_YEAR.sub("", _MONTH.sub("", text))):
        return []
    return [(Span(*m.span(1)), time_value(f"{m[3]}-{_MONTHS.index(m[2].lower()) + 1:02}")) for m in found]


def _times(text: str) -> Sequence:  # type: ignore[type-arg]
    if not may_name_times(text):
        return ()
    from tieline.extract.times import find_times

    found = list(find_times(text))
    if not found and text != text.title():
        found = [m for m in find_times(text.title()) if len(m.text) > 3]
    return found


def _bound(before: str) -> Bound:
    words = fold(before)[-30:]
    for pattern, bound in (
        (r"\bas of( the end of)?( early| late| mid)?\W*$", "as_of"),
        (r"\b(after|following|later than|post)\W*$", "after"),
        (r"\b(before|prior to|earlier than|pre)\W*$", "before"),
        (r"\b(since|from|starting)\W*$", "since"),
        (r"\b(until|till|up to|by|to)( the end of)?\W*$", "until"),
        (r"\bbetween\W*$", "between"),
    ):
        if re.search(pattern, words):
            return bound  # type: ignore[return-value]
    return "in"


def in_window(when: TimeValue | None, window: Window) -> bool:
    """Whether a time can lie where a window of the question asks for it."""
    if when is None:
        return False
    edge = window.time
    if window.bound == "after":
        return bool(when.earliest and edge.latest and when.earliest > edge.latest)
    if window.bound == "before":
        return bool(when.latest and edge.earliest and when.latest < edge.earliest)
    if window.bound == "since":
        return bool(when.earliest and edge.earliest and when.earliest >= edge.earliest)
    if window.bound in ("until", "as_of"):
        return bool(when.earliest and edge.latest and when.earliest <= edge.latest)
    if window.bound == "between":
        return may_overlap(when, edge) and (lies_within(when, edge) or _about(when, edge))
    return lies_within(when, edge) or (may_overlap(when, edge) and when.grain not in ("decade", "century") and _about(when, edge))


def _about(when: TimeValue, edge: TimeValue) -> bool:
    """A day or month of the question inside a coarser time of the texts, or an interval that runs over its edge."""
    return bool(when.earliest and when.latest and (when.latest - when.earliest).days < 800)
