"""Days, weeks, months and years counted from a day or from another point."""

import datetime as dt

from tieline.extract.times.context import Found
from tieline.extract.times.values import MONTHS, Point, Vague, add_months, add_years, bounds, day_point, week_of

SHAPES = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX",
    "decade": "XXX", "century": "XX", "quarter": "XXXX-QX", "half": "XXXX-HX", "season": "XXXX-XX",
}  # fmt: skip
PARTS = {"START": 4, "MID": 14, "END": 25, "CLOSE": 28}


def unit_of(day: dt.date, grain: str, shift: int) -> Point | None:
    """The day, week, month, quarter, year ... of a day, or one so many units away."""
    try:
        match grain:
            case "day":
                return day_point(day + dt.timedelta(days=shift))
            case "week" | "weekend":
                return week_of(day, shift, grain)
            case "fortnight":
                return week_of(day, 2 * shift)
            case "month":
                year, month = add_months(day.year, day.month, shift)
                return Point("month", year, month)
            case "quarter" | "half":
                size = MONTHS[grain]
                total = day.year * (12 // size) + (day.month - 1) // size + shift
                return Point(grain, total // (12 // size), index=total % (12 // size) + 1)
            case "year":
                return Point("year", day.year + shift)
            case "decade":
                return Point("decade", day.year // 10 * 10 + 10 * shift)
            case "century":
                return Point("century", day.year // 100 * 100 + 100 * shift)
    except (OverflowError, ValueError):
        return None
    return None


def moved(day: dt.date, grain: str, count: float) -> Point | None:
    """The point so many units from a day: days and weeks give a day, months a month, years a year."""
    try:
        match grain:
            case "day":
                return day_point(day + dt.timedelta(days=int(count)))
            case "week":
                return day_point(day + dt.timedelta(days=round(7 * count)))
            case "fortnight":
                return day_point(day + dt.timedelta(days=round(14 * count)))
            case "month":
                return unit_of(day, "month", int(count))
            case "year":
                return unit_of(day, "year", int(count)) if count == int(count) else unit_of(day, "month", int(count * 12))
            case "decade" | "century":
                return unit_of(day, "year", int(count * (10 if grain == "decade" else 100)))
            case "quarter":
                return unit_of(day, grain, int(count))
    except (OverflowError, ValueError):
        return None
    return None


def skip_zero(year: int, shift: int) -> int:
    """So many years on: no year nought lies between 1 BC and AD 1."""
    moved_year = year + shift
    return moved_year + (1 if shift > 0 else -1) if year * moved_year <= 0 else moved_year


def open_point(grain: str) -> Found:
    """A point of that grain that nothing fixes."""
    if grain in ("hour", "minute", "second"):
        return Found(Vague("XXXX-XX-XXTXX", "TIME"))
    return Found(Vague(SHAPES.get(grain, "XXXX-XX-XX")))


def moved_point(told: Point, grain: str, count: float) -> Point | None:
    """The point so many units from another: as fine as the unit, never finer than the other."""
    if grain == "year" and told.grain in ("quarter", "half") and told.year is not None:
        return Point(told.grain, told.year + int(count), index=told.index)
    if grain == "year" and told.year is not None and count == int(count):
        return Point("year", skip_zero(told.year, int(count)))
    if grain == "decade" and told.year is not None:
        return Point("year", skip_zero(told.year, int(count * 10)))
    if grain == "month" and told.month and told.year is not None:
        year, month = add_months(told.year, told.month, int(count))
        return Point("month", year, month)
    days = bounds(told)
    if days is None:
        return None
    if grain == told.grain in MONTHS and count == int(count):
        return unit_of(days[0], grain, int(count))
    if days[0] != days[1]:
        return _from_part(told, days[0], grain, count)
    return moved(days[0], grain, count)


def _from_part(told: Point, first: dt.date, grain: str, count: float) -> Point | None:
    """Weeks from the beginning, middle or end of a month: about the month that holds them."""
    if told.grain != "month" or told.mod not in PARTS or grain not in ("week", "fortnight"):
        return None
    point = moved(first + dt.timedelta(days=PARTS[told.mod]), grain, count)
    return Point("month", point.year, point.month, mod="APPROX") if point else None


def weekday_from(day: dt.date, number: int, side: int) -> Point:
    """The nearest such weekday on or after a day, or on or before it."""
    distance = (number - day.weekday()) % 7 if side > 0 else -((day.weekday() - number) % 7)
    return day_point(day + dt.timedelta(days=distance))


def same_day(told: Point, years: int) -> Point | None:
    """The same day of another year, where the point begins on a day."""
    days = bounds(told)
    return day_point(add_years(days[0], years)) if days else None
