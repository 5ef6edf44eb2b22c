"""From the internal value of a time expression to EDTF with bounds, and to TIMEX3."""

import datetime as dt

from tieline.extract.times.values import (
    SEASONS,
    UNITS,
    AllOf,
    Between,
    Bounds,
    Length,
    OneOf,
    Point,
    Range,
    Repeat,
    Time,
    Vague,
    bounds,
    day_point,
)  # fmt: skip
from tieline.model.edtf import time_value
from tieline.model.time import Basis, Grain, TimeValue, Timex3

LEVELS: dict[str, Grain] = {"weekend": "interval", "part": "day"}
CLOCKED = ("hour", "minute", "second")
YEARS = {"decade": 10, "century": 100}
FUZZY = ("START", "MID", "END", "CLOSE", "APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER")


def time_of(time: Time, basis: Basis, derivation: tuple[str, ...]) -> TimeValue | None:
    """The EDTF value with its bounds; None for durations, sets and what nothing fixes."""
    match time:
        case Point():
            text = edtf(time)
            grain: Grain | None = LEVELS.get(time.grain, time.grain)  # type: ignore[arg-type]
        case Between(first, last):
            text, grain = _between(first, last), "interval"
        case Range(first, last):
            text, grain = f"{_end(first, 0)}/{_end(last, -1)}", "interval"
        case OneOf(points):
            text, grain = f"[{','.join(str(edtf(point)) for point in points)}]", "interval"
        case _:
            return None
    if not text or "None" in text:
        return None
    return time_value(text, basis=basis, derivation=derivation, grain=grain)


def _end(point: Point | None, side: int) -> str | None:
    if point is None:
        return ".."
    text = edtf(point)
    if text and point.grain == "day" and point.mod == "APPROX":
        return text
    return text.split("/")[side].rstrip("~") if text else None


def _between(first: Point, last: Point) -> str | None:
    one, other = edtf(first), edtf(last)
    if not one or not other:
        return None
    return f"[{one.split('/')[0].rstrip('~')}..{other.split('/')[-1].rstrip('~')}]"


def edtf(point: Point) -> str | None:
    """The EDTF string of a point; None where not even a part of the date is known."""
    year = _year(point.year)
    fuzzy = "~" if point.mod in FUZZY else ""
    match point.grain:
        case "week" | "weekend":
            days = bounds(point)
            return f"{days[0]}/{days[1]}" if days else None
        case "quarter" | "half":
            days = bounds(point)
            return f"{days[0]:%Y-%m}/{days[1]:%Y-%m}" if days else None
        case "season":
            return f"{year}-{SEASONS[str(point.index)][0]}{fuzzy}" if point.year is not None else None
        case "decade":
            return f"{year[:-1]}X{fuzzy}" if point.year is not None and point.year > 0 else None
        case "century":
            return f"{_century(point.year)}XX{fuzzy}" if point.year is not None else None
        case "year":
            close = "-12" if point.mod == "CLOSE" else ""
            return year + close + fuzzy if point.year is not None else None
    text = _day(point, year)
    if point.year is not None and point.month and point.day and not (bounds(point) or point.year <= 0):
        return None
    return f"{text}T{point.clock}" if text and point.clock else text and text + fuzzy


def _day(point: Point, year: str) -> str | None:
    if point.grain == "month":
        return f"{year}-{point.month:02}" if point.month else None
    if point.day:
        return f"{year}-{point.month:02}-{point.day:02}" if point.month else f"{year}-XX-{point.day:02}"
    return f"{year}-{point.month:02}-XX" if point.month else None


def _century(first: int) -> str:
    """The digits that the years of a century share; 300 to 201 BC are the years -0299 to -0200."""
    return f"{first // 100:02}" if first >= 0 else f"-{(-first - 1) // 100:02}"


def _year(year: int | None) -> str:
    """EDTF counts a year 0, which the Christian era does not: 480 BC is -0479."""
    if year is None:
        return "XXXX"
    return f"{year:04}" if year > 0 else ("0000" if year == -1 else f"-{-year - 1:04}")


def timex_of(time: Time) -> Timex3:
    """The TIMEX3 annotation."""
    match time:
        case Point():
            kind = "TIME" if time.clock or time.grain == "part" else "DATE"
            return Timex3.made(type=kind, value=timex(time), mod="END" if time.mod == "CLOSE" else time.mod)
        case Between(first, last):
            return Timex3.made(type="DATE", value=_common(timex(first), timex(last)))
        case Range(first, last, named):
            return timex_of(named) if named else _range(first, last)
        case OneOf(points) | AllOf(points):
            return Timex3.made(type="DATE", value=timex(points[0]))
        case Length(amount, unit, mod):
            begin, end = (timex(point) if point else None for point in (time.first, time.last))
            return Timex3.made(type="DURATION", value=duration(amount, unit, time.more), mod=mod, beginPoint=begin, endPoint=end)
        case Repeat(amount, unit, quant, freq):
            return Timex3.made(type="SET", value=duration(amount, unit), quant=quant, freq=freq)
        case Vague(value, kind):
            return Timex3.made(type=kind, value=value)


def _range(first: Point | None, last: Point | None) -> Timex3:
    begin, end = (timex(point) if point else None for point in (first, last))
    low, high = bounds(first) if first else None, bounds(last) if last else None
    length = None
    if first and last and first.grain == "year" == last.grain and first.year is not None and last.year is not None:
        length = f"P{last.year - first.year - (first.year < 0 < last.year)}Y"
    elif low and high and first and last:
        if first.grain == "month" == last.grain:
            length = f"P{(high[0].year - low[0].year) * 12 + high[0].month - low[0].month + 1}M"
        else:
            days = (high[1] - low[0]).days + 1
            length = "P1W" if days == 7 else f"P{days}D"
    return Timex3.made(type="DURATION", value=length or "PXD", beginPoint=begin, endPoint=end)


def duration(amount: float | None, unit: str, more: tuple[tuple[float, str], ...] = ()) -> str:
    """An ISO 8601 duration, with TimeML's DE and CE for decades and centuries."""
    if unit == "fortnight":
        amount = amount * 2 if amount else amount
    if unit in YEARS and amount is not None:
        amount, unit = amount * YEARS[unit], "year"
    number = "X" if amount is None else f"{amount:g}"
    days = "".join(f"{value:g}{UNITS[one]}" for value, one in more if one not in CLOCKED)
    hours = "".join(f"{value:g}{UNITS[one]}" for value, one in more if one in CLOCKED)
    mark = "T" if unit in CLOCKED else ""
    return f"P{mark}{number}{UNITS[unit]}{days}" + ("T" if hours and not mark else "") + hours


def timex(point: Point) -> str:
    """The TIMEX3 value of a point."""
    year = "XXXX" if point.year is None else f"{point.year:04}" if point.year >= 0 else f"BC{-point.year:04}"
    match point.grain:
        case "week" | "weekend":
            return _week(point)
        case "quarter":
            return f"{year}-Q{point.index}"
        case "half":
            return f"{year}-H{point.index}"
        case "season":
            return f"{year}-{point.index}"
        case "decade":
            return year[:-1]
        case "century":
            return year[:-2]
        case "year":
            return year
        case "month":
            return f"{year}-{point.month:02}" if point.month else f"{year}-XX"
    text = f"{year}-{_two(point.month)}-{_two(point.day)}"
    if point.year is None and point.month is None and point.day is None and point.weekday is not None:
        text = f"XXXX-WXX-{point.weekday + 1}"
    if point.clock:
        return f"{text}T{point.clock}"
    return f"{text}T{point.index}" if point.grain == "part" else text


def _two(number: int | None) -> str:
    return f"{number:02}" if number else "XX"


def _week(point: Point) -> str:
    tail = "-WE" if point.grain == "weekend" else ""
    if not isinstance(point.index, dt.date):
        return f"XXXX-WXX{tail}"
    year, week, _ = point.index.isocalendar()
    return f"{year:04}-W{week:02}{tail}"


def _common(one: str, other: str) -> str:
    """What two values of one shape share; X where they differ."""
    if len(one) != len(other):
        return "XXXX"
    parts = [a if a == b else "X" * len(a) for a, b in zip(one.split("-"), other.split("-"), strict=False)]
    return "-".join(parts)


def words(point: Point) -> str:
    """A point as a derivation names it: a day with its weekday, else the EDTF string."""
    days = bounds(point)
    if point.grain in ("day", "part", "minute", "hour") and days and days[0] == days[1]:
        return f"{days[0]:%A} {days[0]}"
    return edtf(point) or timex(point)


def time_words(time: Time) -> str | None:
    """A point or a range as a derivation names it; nothing for what is neither."""
    if isinstance(time, Range) and time.first and time.last:
        return f"{words(time.first)} to {words(time.last)}"
    return words(time) if isinstance(time, Point) else None


def day_words(day: dt.date) -> str:
    """A day as a derivation names it."""
    return words(day_point(day))


def anchor_of(published: Bounds) -> str:
    """The day of publication as an anchor: one day, or the first and last that it can be."""
    low, high = published
    return low.isoformat() if low == high else f"{low}/{high}"


def anchored(timex3: Timex3, basis: Basis, anchor: str | None) -> Timex3:
    """The annotation of what counts from another date."""
    return timex3.model_copy(update={"temporalFunction": True, "anchor": anchor}) if basis == "relative" else timex3
