"""EDTF (ISO 8601-2) as Tieline uses it: levels 0 and 1, and of level 2 sets and unspecified digits."""

import calendar
import datetime as dt
import re

from tieline.errors import TimeError
from tieline.late import regex
from tieline.model.time import Basis, Grain, TimeValue

# EDTF sub-year divisions: first and last month, and grain. A winter runs into the next year.
DIVISIONS: dict[int, tuple[int, int, Grain]] = {
    21: (3, 5, "season"), 22: (6, 8, "season"), 23: (9, 11, "season"), 24: (12, 2, "season"),
    33: (1, 3, "quarter"), 34: (4, 6, "quarter"), 35: (7, 9, "quarter"), 36: (10, 12, "quarter"),
    40: (1, 6, "half"), 41: (7, 12, "half"),
}  # fmt: skip
_DATE = regex(r"(-?[\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?(?:T(\d{2})(?::(\d{2})(?::\d{2})?)?(?:Z|[+-]\d{2}:?\d{0,2})?)?[?~%]?", re.ASCII)
_PARTIAL = regex(r"XXXX-(0[1-9]|1[0-2])(?:-(\d{2}))?", re.ASCII)
Bounds = tuple[dt.date | None, dt.date | None]


def time_value(edtf: str, *, basis: Basis = "explicit", derivation: tuple[str, ...] = (), grain: Grain | None = None) -> TimeValue:
    """The value of an EDTF string, with its bounds. `TimeError` where the string is no EDTF date that Tieline knows."""
    text = edtf.strip()
    earliest, latest, own = _read(text)
    return TimeValue.made(edtf=text, earliest=earliest, latest=latest, grain=grain or own, basis=basis, derivation=derivation)


def day_value(day: dt.date, *, basis: Basis = "explicit", derivation: tuple[str, ...] = ()) -> TimeValue:
    """The value of one known day."""
    return TimeValue.made(edtf=day.isoformat(), earliest=day, latest=day, grain="day", basis=basis, derivation=derivation)


def span_value(
    earliest: dt.date | None, latest: dt.date | None, *, basis: Basis = "derived", derivation: tuple[str, ...] = ()
) -> TimeValue:
    """One unknown day between two days (None: open), in the shortest EDTF form: a day, a month, a year, or `[first..last]`."""
    if earliest and latest:
        if earliest == latest:
            return day_value(earliest, basis=basis, derivation=derivation)
        if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31) and earliest.year == latest.year:
            return time_value(f"{earliest.year:04}", basis=basis, derivation=derivation)
        if earliest.day == 1 and latest == month_end(earliest.year, earliest.month):
            return time_value(f"{earliest:%Y-%m}", basis=basis, derivation=derivation)
    edtf = f"[{earliest or ''}..{latest or ''}]"
    return TimeValue.made(edtf=edtf, earliest=earliest, latest=latest, grain="interval", basis=basis, derivation=derivation)


def edtf_away(day: dt.date, count: int, unit: str, *, exact: bool = False) -> str | None:
    """What lies so many days, weeks, months or years ("D", "W", "M", "Y") from a day: a day, a month or a year; a day where `exact`.

    None beyond the calendar, and where the other month has no such day.
    """
    try:
        if unit in "DW":
            return (day + dt.timedelta(days=count * (7 if unit == "W" else 1))).isoformat()
        months = day.year * 12 + day.month - 1 + count * (12 if unit == "Y" else 1)
        found = dt.date(months // 12, months % 12 + 1, day.day if exact else 1)
    except (ValueError, OverflowError):
        return None
    return found.isoformat()[: 10 if exact else 7 if unit == "M" else 4]


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def surely_before(one: TimeValue, other: TimeValue) -> bool:
    """Whether every day that `one` can mean lies before every day that `other` can mean."""
    return bool(one.latest and other.earliest and one.latest < other.earliest)


def may_overlap(one: TimeValue, other: TimeValue) -> bool:
    """Whether the two can share a day. An open end reaches as far as it may; a known month or day of an unknown year must be the same."""
    return not (surely_before(one, other) or surely_before(other, one)) and _parts_agree(one, other) and _parts_agree(other, one)


def _parts_agree(partial: TimeValue, other: TimeValue) -> bool:
    """Whether the month and day of a year left open ("XXXX-09") can be those of a known time of a year at most."""
    first, last = other.earliest, other.latest
    if not partial.edtf.startswith("XXXX-") or first is None or last is None or (last - first).days > 366:
        return True
    days = (partial_day(partial.edtf, year) for year in range(first.year, last.year + 1))
    return any(found is None or not (found[1] < first or found[0] > last) for found in days)


def partial_day(edtf: str, year: int) -> tuple[dt.date, dt.date] | None:
    """First and last day of a month or day of an unknown year ("XXXX-09", "XXXX-08-08") in some year; None for all else."""
    found = _PARTIAL.fullmatch(edtf)
    if found is None:
        return None
    try:
        month, day = int(found[1]), int(found[2]) if found[2] else None
        return (dt.date(year, month, day or 1), dt.date(year, month, day) if day else month_end(year, month))
    except ValueError:
        return None


def lies_within(one: TimeValue, other: TimeValue) -> bool:
    """Whether every day that `one` can mean is a day of `other`."""
    starts = other.earliest is None or bool(one.earliest and other.earliest <= one.earliest)
    ends = other.latest is None or bool(one.latest and one.latest <= other.latest)
    return starts and ends


def _read(text: str) -> tuple[dt.date | None, dt.date | None, Grain]:
    if not text:
        raise TimeError("An empty date; a date such as 2008-11-21, 2008-11 or 2008 is needed.")
    if text[0] in "[{":
        return _read_set(text)
    if "/" in text:
        first, last = _ends(text, text.split("/"))
        return first, last, "interval"
    return _read_date(text)


def _read_set(text: str) -> tuple[dt.date | None, dt.date | None, Grain]:
    if text[-1] != {"[": "]", "{": "}"}[text[0]]:
        raise TimeError(f"'{text}' opens a bracket and does not close it.")
    inner = text[1:-1]
    if ".." in inner:
        first, last = _ends(text, inner.split(".."))
        return first, last, "interval"
    days = [_read_date(part.strip()) for part in inner.split(",")]
    firsts, lasts = [d[0] for d in days if d[0]], [d[1] for d in days if d[1]]
    return min(firsts, default=None), max(lasts, default=None), "interval"


def _ends(text: str, parts: list[str]) -> Bounds:
    if len(parts) != 2:
        raise TimeError(f"'{text}' is no interval: two ends are needed, as in 2008-11-22/2008-11-23.")
    first, last = (None if part in ("", "..") else _read_date(part) for part in parts)
    begin, end = (first[0] if first else None), (last[1] if last else None)
    if begin and end and begin > end:
        raise TimeError(f"'{text}' ends before it begins.")
    return begin, end


def _read_date(text: str) -> tuple[dt.date | None, dt.date | None, Grain]:
    match = _DATE.fullmatch(text)
    if not match:
        raise TimeError(f"'{text}' is no date that Tieline knows; right would be 2008-11-21, 2008-11, 2008 or 2008/2016.")
    year, month, day, hour, minute = match.groups()
    grain: Grain = "minute" if minute else "hour" if hour else "day" if day else "month" if month else _year_grain(year)
    if year.startswith("-") or year == "0000" or year.startswith("X") or (month and "X" in year):
        return None, None, grain
    if "X" in year:
        return dt.date(max(int(year.replace("X", "0")), 1), 1, 1), dt.date(int(year.replace("X", "9")), 12, 31), grain
    return _calendar(text, int(year), month, day, grain)


def _year_grain(year: str) -> Grain:
    unknown = len(year) - len(year.rstrip("X"))
    return "decade" if unknown == 1 else "century" if unknown == 2 else "year"


def _calendar(text: str, year: int, month: str | None, day: str | None, grain: Grain) -> tuple[dt.date, dt.date, Grain]:
    try:
        if month is None or month == "XX":
            return dt.date(year, 1, 1), dt.date(year, 12, 31), grain
        number = int(month)
        if number in DIVISIONS and day is None:
            first, last, grain = DIVISIONS[number]
            return dt.date(year, first, 1), month_end(year + (last < first), last), grain
        if day is None or day == "XX":
            return dt.date(year, number, 1), month_end(year, number), grain
        return dt.date(year, number, int(day)), dt.date(year, number, int(day)), grain
    except ValueError as error:
        raise TimeError(f"'{text}' is no day of the calendar.") from error
