"""Times that a question gives by an event: "after the signing", "the week before his visit", "within two years of the pact"."""

import datetime as dt
import re

from tieline.late import regex
from tieline.light import dataclass
from tieline.model.edtf import span_value
from tieline.model.event import Event
from tieline.model.span import Span
from tieline.model.time import TimeValue
from tieline.query.reading.query import Bound, Window

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_N = rf"(?P<n>the|a|an|{'|'.join(_NUMBERS[1:])}|\d+)"
_UNIT = r"(?P<unit>day|week|month|year)s?"
_AFTER = r"after|since|following|from"
_BEFORE = r"before|prior to|until|till|ahead of|up to|preceding|leading up to|in the run-up to"
_NEAR = r"(?:right|just|shortly|soon|immediately|directly|straight) "
_FORMS = (
    ("shift", regex(rf"^{_N} (?:very )?(?:full )?{_UNIT} (?P<side>{_AFTER}|{_BEFORE})$", re.I)),
    ("within", regex(rf"^(?:with)?in {_N} {_UNIT} (?P<side>of|{_AFTER}|{_BEFORE})$", re.I)),
    ("unit", regex(r"^(?:in|during) the (?:same )?(?P<unit>week|month|year)(?: of| as| that| when| in which)?$", re.I)),
    ("near", regex(rf"^{_NEAR}(?P<side>{_AFTER}|{_BEFORE})$", re.I)),
    ("side", regex(rf"^(?P<side>{_AFTER}|{_BEFORE}|during)$", re.I)),
)
_CUE = (
    rf"(?:(?:with)?in )?{_N.replace('?P<n>', '?:')} (?:very )?(?:full )?(?:day|week|month|year)s? (?:{_AFTER}|{_BEFORE}|of)"
    r"|(?:in|during) the (?:same )?(?:week|month|year)(?: of| as| that| when| in which)?"
    rf"|(?:{_NEAR})?(?:after|since|following|before|prior to|until|till|ahead of|up to|leading up to|in the run-up to)"
    r"|during"
)
_SPLIT = regex(rf"^(?P<head>.{{3,}}?),?\s+(?P<cue>{_CUE})\s+(?P<words>[^?]{{2,}}?)\W*$", re.I)


@dataclass(frozen=True)
class Leaning:
    """A question taken apart: what is asked, how it leans on an event, and the words for that event."""

    head: str
    cue: str
    words: str

    @property
    def near(self) -> bool:
        """Whether only what is next to the event is asked for: "right after"."""
        return bool(re.match(_NEAR, self.cue, re.I))

    @property
    def backward(self) -> bool:
        """Whether what came before the event is asked for."""
        return bool(re.search(rf"\b(?:{_BEFORE})$", self.cue, re.I))


def leaning(text: str) -> Leaning | None:
    """A question that leans on an event for its time, taken apart."""
    found = _SPLIT.match(text)
    return Leaning(found["head"], " ".join(found["cue"].lower().split()), found["words"]) if found else None


def window_of(cue: str, event: Event, place: Span) -> Window | None:
    """The time that a cue and the event behind it give; None where the event is not dated well enough."""
    time = event.time
    form, found = next(((name, m) for name, pattern in _FORMS if (m := pattern.match(cue))), ("", None))
    if time is None or not (time.earliest and time.latest) or found is None:
        return None
    if form == "unit":
        value = unit_of(found["unit"].lower(), time)
        return Window("in", value, place) if value else None
    side = found["side"].lower()
    if side == "during":
        return Window("in", time, place)
    back = bool(re.fullmatch(_BEFORE, side))
    if form in ("near", "side"):
        bound: Bound = "before" if back else "after"
        return Window(bound, time, place)
    value = _shifted(form, _number(found["n"]), found["unit"].lower(), time, back)
    return Window("between", value, place) if value else None


def _number(word: str) -> int:
    word = word.lower()
    return int(word) if word.isdigit() else _NUMBERS.index(word) if word in _NUMBERS else 1


def _shifted(form: str, number: int, unit: str, time: TimeValue, back: bool) -> TimeValue | None:
    """The days that lie so many units from a time, or all up to them."""
    assert time.earliest
    assert time.latest
    if (time.latest - time.earliest).days > _DAYS[unit]:
        return None
    start = time.earliest if back else time.latest
    far = moved(start, unit, -number if back else number)
    if form == "within":
        near = start + dt.timedelta(days=-1 if back else 1)
        return span_value(min(near, far), max(near, far))
    if unit == "day":
        return span_value(far, far)
    slack = moved(start, unit, -(number - 1) if back else number - 1) + dt.timedelta(days=-1 if back else 1)
    return span_value(min(slack, far), max(slack, far))


_DAYS = {"day": 2, "week": 8, "month": 31, "year": 366}


def moved(day: dt.date, unit: str, number: int) -> dt.date:
    """A day moved by some units."""
    if unit in ("day", "week"):
        return day + dt.timedelta(days=number * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + number * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(day.day, 28))


def unit_of(unit: str, time: TimeValue) -> TimeValue | None:
    """The day, week, month or year in which all days of a time lie."""
    assert time.earliest
    assert time.latest
    first, last = time.earliest, time.latest
    if unit == "day":
        return span_value(first, last) if first == last or "/" in time.edtf else None
    if unit == "year":
        return span_value(dt.date(first.year, 1, 1), dt.date(first.year, 12, 31)) if first.year == last.year else None
    if unit == "month":
        end = moved(first.replace(day=1), "month", 1) - dt.timedelta(days=1)
        return span_value(first.replace(day=1), end) if (first.year, first.month) == (last.year, last.month) else None
    monday = first - dt.timedelta(days=first.weekday())
    return span_value(monday, monday + dt.timedelta(days=6)) if last <= monday + dt.timedelta(days=6) else None
