"""How precisely a time is known, for those who draw it or put it in a calendar: a day, a stretch, a period, one unknown day, or open."""

import re
from typing import Literal, NamedTuple

from tieline.late import regex
from tieline.model.edtf import DIVISIONS
from tieline.model.time import TimeValue

Shape = Literal["day", "stretch", "period", "unknown", "open", "none"]
_DAY = regex(r"\d{4}-\d\d-\d\d(?:T[\d:]+(?:Z|[+-][\d:]+)?)?", re.ASCII)
_PART = regex(r"(-?[\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?(?:T.*)?[?~%]?", re.ASCII)


class Part(NamedTuple):
    """What is known of a date: its year, and its month and day where the text gives them."""

    year: int
    month: int | None = None
    day: int | None = None


def shape_of(when: TimeValue | None) -> Shape:
    """What is known of a time.

    A `day`; a `stretch` from one date to another; a `period` such as a month or year, in which it lies or which it fills; an `unknown` day
    between bounds, or one of several; `open` at one end; `none` where no day of the calendar is known.
    """
    if when is None or (when.earliest is None and when.latest is None):
        return "none"
    if when.earliest is None or when.latest is None:
        return "open"
    if _DAY.fullmatch(when.edtf):
        return "day"
    if "/" in when.edtf:
        return "stretch"
    open_marks = "[{?~%" if when.grain in ("decade", "century") else "[{?~%X"
    return "unknown" if set(open_marks) & set(when.edtf) else "period"


def ends_of(when: TimeValue) -> tuple[Part | None, Part | None]:
    """The first and the last date that a time can mean, each only as finely as its text gives it; None where open."""
    text = when.edtf.strip("[]{}")
    if when.edtf[:1] in "[{" and ".." not in text:
        dates = [one.strip() for one in text.split(",")]
        return _ends(dates[0])[0], _ends(dates[-1])[1]
    first, mark, last = text.partition("/") if "/" in text else text.partition("..")
    return (_ends(first)[0], _ends(last)[1]) if mark else _ends(text)


def _ends(text: str) -> tuple[Part | None, Part | None]:
    found = _PART.fullmatch(text.strip())
    if not found or found[1].startswith("X") or found[1] == "-XXX":
        return None, None
    year, month, day = found[1], found[2], found[3]
    if "X" in year:
        return Part(int(year.replace("X", "0"))), Part(int(year.replace("X", "9")))
    if month is None or "X" in month:
        return Part(int(year)), Part(int(year))
    if int(month) in DIVISIONS:
        first, last, _ = DIVISIONS[int(month)]
        return Part(int(year), first), Part(int(year) + (last < first), last)
    known = Part(int(year), int(month), int(day) if day and "X" not in day else None)
    return known, known
