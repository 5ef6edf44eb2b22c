"""The one internal value of a time expression, from which both EDTF and TIMEX3 are written."""

import calendar
import datetime as dt
from dataclasses import replace
from typing import Literal

from tieline.light import dataclass

Bounds = tuple[dt.date, dt.date]
SEASONS = {"SP": (21, 3), "SU": (22, 6), "FA": (23, 9), "WI": (24, 12)}
UNITS = {"minute": "M", "hour": "H", "day": "D", "week": "W", "fortnight": "W", "month": "M", "quarter": "Q", "year": "Y",
         "decade": "DE", "century": "CE", "second": "S"}  # fmt: skip
MONTHS = {"quarter": 3, "half": 6}


@dataclass(frozen=True)
class Point:
    """One unit of the calendar. A part that is None is not known; `year` is negative before Christ (-480 is 480 BC).

    `index` is the number of a quarter or half, the letters of a season or part of a day, or the day on which a week begins.
    A decade or century holds its first year (1990, 1900); `mod` is the TIMEX3 modifier.
    """

    grain: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    index: int | str | dt.date | None = None
    clock: str | None = None
    mod: str | None = None
    weekday: int | None = None

    def with_mod(self, mod: str | None) -> "Point":
        """The same point under a modifier."""
        return replace(self, mod=mod) if mod else self


@dataclass(frozen=True)
class Between:
    """One unknown point from the first to the last: what an anchor that is itself an interval leaves."""

    first: Point
    last: Point


@dataclass(frozen=True)
class Range:
    """All days from the first point to the last; an end that is None is open. `named` is what TimeML knows it by."""

    first: Point | None
    last: Point | None
    named: "Point | Length | None" = None


@dataclass(frozen=True)
class OneOf:
    """One of several points, as the text says ("June 9 or 10")."""

    points: tuple[Point, ...]


@dataclass(frozen=True)
class AllOf:
    """Several points, each of them meant ("May 3, 5 and 7"): they become mentions of their own."""

    points: tuple[Point, ...]


@dataclass(frozen=True)
class Length:
    """A duration: how many of which unit (`amount` None where the words do not say), and the day with which it begins or ends."""

    amount: float | None
    unit: str
    mod: str | None = None
    more: tuple[tuple[float, str], ...] = ()
    first: Point | None = None
    last: Point | None = None


@dataclass(frozen=True)
class Repeat:
    """A set: the period of recurrence, how often in it, and each or every."""

    amount: float
    unit: str
    quant: str | None = None
    freq: str | None = None


@dataclass(frozen=True)
class Vague:
    """A time that no calendar holds: PAST_REF, PRESENT_REF, FUTURE_REF, or a bare shape such as XXXX-XX-XX."""

    value: str
    type: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"


Time = Point | Between | Range | OneOf | AllOf | Length | Repeat | Vague


def day_point(day: dt.date) -> Point:
    """The point of one known day."""
    return Point("day", day.year, day.month, day.day)


def bounds(point: Point) -> Bounds | None:
    """First and last day of a point; None where it has no year, no such day, or lies before Christ."""
    if point.year is None or not 1 <= point.year < 9999:
        return None
    year, month = point.year, point.month
    match point.grain:
        case "century":
            return dt.date(max(year, 1), 1, 1), dt.date(year + 99, 12, 31)
        case "decade":
            return dt.date(max(year, 1), 1, 1), dt.date(year + 9, 12, 31)
        case "year":
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
        case "half" | "quarter":
            size = MONTHS[point.grain]
            return _months(year, size * (int(str(point.index)) - 1) + 1, size)
        case "season":
            return _months(year, SEASONS[str(point.index)][1], 3)
        case "week" | "weekend":
            return _week(point)
    if not month:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if not point.day:
        return _months(year, month, 1)
    try:
        day = dt.date(year, month, point.day)
    except ValueError:
        return None
    return day, day


def _week(point: Point) -> Bounds | None:
    if not isinstance(point.index, dt.date):
        return None
    monday = point.index
    return monday + dt.timedelta(days=5 if point.grain == "weekend" else 0), monday + dt.timedelta(days=6)


def _months(year: int, first: int, count: int) -> Bounds:
    last = first + count - 1
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return dt.date(year, first, 1), dt.date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Year and month so many months later."""
    total = year * 12 + month - 1 + count
    return total // 12, total % 12 + 1


def add_years(day: dt.date, count: int) -> dt.date:
    """The same day of another year; 29 February becomes the 28th where it must."""
    year = min(max(day.year + count, 1), 9998)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def week_of(day: dt.date, shift: int = 0, grain: str = "week") -> Point:
    """The week (Monday to Sunday) of a day, or one so many weeks away."""
    monday = day - dt.timedelta(days=day.weekday()) + dt.timedelta(weeks=shift)
    return Point(grain, monday.year, index=monday)


def add_months_to(day: dt.date, count: int) -> dt.date:
    """The same day so many months later; the last of the month where it is shorter."""
    year, month = add_months(day.year, day.month, count)
    year = min(max(year, 1), 9998)
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
