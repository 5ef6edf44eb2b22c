"""Values of the periods that reports are about: "the quarter ended Sept. 30", "late in the day", "the first two months of the year"."""

import datetime as dt
from dataclasses import replace

from tieline.extract.times.captures import Captures
from tieline.extract.times.context import Context, Found
from tieline.extract.times.deictic.away import unit_away, unit_told
from tieline.extract.times.periods import meant
from tieline.extract.times.registry import value
from tieline.extract.times.relative import beside
from tieline.extract.times.render import words
from tieline.extract.times.values import Length, Point, Range, Vague, add_months, bounds, day_point, week_of

SIZES = {"month": 1, "quarter": 3, "half": 6, "year": 12}
TURN = 15  # a quarter that ends on the 3rd is told by the month before


@value
def the_unit(caps: Captures, ctx: Context) -> Found | None:
    """The day, the year: the one just told or that of publication; in a narrative that of the last date told."""
    grain = ctx.phrase.lower().split()[-1]
    inner = Captures(caps.filled, caps.words, {"unit": grain, "shift": 0})
    if ctx.narrative or ctx.published is None:
        return unit_told(inner, ctx)
    point = meant(grain, ctx)
    return _of(point.with_mod(caps.word("part")), ctx) if point else unit_away(inner, ctx)


@value
def session(caps: Captures, ctx: Context) -> Found | None:
    """The part of the day told or published in which something is traded: "in morning trading"."""
    inner = Captures({}, caps.words, {"unit": "day", "shift": 0})
    day = meant("day", ctx)
    found = _of(day, ctx) if day else unit_told(inner, ctx) if ctx.narrative else unit_away(inner, ctx)
    if found is None or not isinstance(found.time, Point):
        return found
    return replace(found, time=replace(found.time, grain="part", index=caps.word("daypart")))


def _of(point: Point, ctx: Context) -> Found:
    return Found(point, "relative", (f'"{ctx.phrase}" means {words(point)}',))


@value
def that_time(caps: Captures, ctx: Context) -> Found | None:
    """That time: the date told just before, in news."""
    if ctx.narrative or ctx.told is None:
        return None
    return ctx.from_told(lambda told: told, "means")


@value
def ahead(caps: Captures, ctx: Context) -> Found | None:
    """Soon, where news looks ahead."""
    return Found(Vague("FUTURE_REF")) if not ctx.narrative and ctx.direction() > 0 else None


@value
def unit_long(caps: Captures, ctx: Context) -> Found | None:
    """As long as one unit, or several: "week-long", "decades-long", "yearlong"."""
    said = caps.text("unit") or ctx.phrase.lower().removesuffix("long")
    unit = caps.words["unit"].get(said)
    return Found(Length(None if said.endswith("s") else 1, unit)) if unit else None


@value
def period_ended(caps: Captures, ctx: Context) -> Found | None:
    """A quarter, half, year or number of months by the day on which it ends."""
    end = _end(caps, ctx)
    if end is None or end.year is None or not end.month:
        return None
    said = ctx.phrase.lower().replace("-", " ").split()
    unit = next((word.rstrip("s") for word in said if word.rstrip("s") in SIZES or word.rstrip("s") == "week"), "")
    if unit == "week":
        days = bounds(end)
        return (_weeks(int(caps.number("n") or 1), end) if caps.has("n") else Found(week_of(days[0]))) if end.day and days else None
    months = int(caps.number("n") or 1) * SIZES.get(unit, 0)
    return Found(_period(unit, months, end)) if months else None


def _weeks(count: int, end: Point) -> Found | None:
    """So many weeks up to a day: "the five weeks to June 14"."""
    days = bounds(end)
    if days is None:
        return None
    first = days[1] - dt.timedelta(days=7 * count - 1)
    return Found(Range(day_point(first), end, named=Length(count, "week", last=end)))


def _end(caps: Captures, ctx: Context) -> Point | None:
    month, day = caps.word("month"), caps.ordinal("day")
    point = Point("day" if day else "month", caps.year() if caps.has("year") else None, month, day)
    if point.year is not None or ctx.published is None:
        return point if bounds(point) else None
    side = 1 if "ending" in ctx.phrase.lower() and ctx.direction() > 0 else -1
    return beside(point, ctx.published[1], side)


def _period(unit: str, months: int, end: Point) -> Point | Range:
    year, month = end.year or 0, end.month or 1
    if end.day and end.day <= TURN:
        year, month = add_months(year, month, -1)
    if months == SIZES.get(unit) and month % months == 0:
        return (
            Point("year", year)
            if unit == "year"
            else Point(unit, year, index=month // months)
            if months > 1
            else Point("month", year, month)
        )
    first = add_months(year, month, 1 - months)
    return Range(Point("month", *first), Point("month", year, month))


@value
def month_week(caps: Captures, ctx: Context) -> Found | None:
    """The first or last week of a month in news: the calendar week, which belongs to the month of its Thursday."""
    from tieline.extract.times.explicit import calendar, week_of_month

    found = calendar(caps, ctx)
    days = bounds(found.time) if found and isinstance(found.time, Point) else None
    if found is None or days is None or ctx.narrative or ctx.published is None:
        return week_of_month(caps, ctx)
    word = ctx.phrase.lower().split()[1]
    thursday = _thursday(days[1], -1) if word in ("last", "final") else _thursday(days[0], 1)
    shift = {"second": 1, "third": 2, "fourth": 3}.get(word, 0)
    return replace(found, time=week_of(thursday, shift))


def _thursday(day: dt.date, side: int) -> dt.date:
    distance = (3 - day.weekday()) % 7 if side > 0 else -((day.weekday() - 3) % 7)
    return day + dt.timedelta(days=distance)


@value
def the_part(caps: Captures, ctx: Context) -> Found | None:
    """Late in the day, the end of the week: of the day told, of the week of publication."""
    grain = ctx.phrase.lower().split()[-1]
    if grain != "day" and not ctx.narrative and ctx.published is not None and grain != "quarter":
        return unit_away(Captures(caps.filled, caps.words, {"unit": grain, "shift": 0}), ctx)
    return the_unit(caps, ctx)


@value
def daypart_told(caps: Captures, ctx: Context) -> Found | None:
    """In the morning: of the day told or published."""
    return session(caps, ctx)


@value
def months_quarter(caps: Captures, ctx: Context) -> Found | None:
    """A quarter by its months: "the July-September quarter"."""
    from tieline.extract.times.spans import months

    found = months(caps, ctx)
    if found is None or not isinstance(found.time, Range) or not found.time.first or not found.time.last:
        return found
    first, last = found.time.first, found.time.last
    if (last.month or 0) % 3 == 0 and (first.month or 0) == (last.month or 0) - 2:
        return replace(found, time=Point("quarter", last.year, index=(last.month or 3) // 3), pieces=())
    return found


@value
def week_with(caps: Captures, ctx: Context) -> Found | None:
    """The week of a day: "the week of April 8"."""
    from tieline.extract.times.explicit import calendar

    found = calendar(caps, ctx)
    days = bounds(found.time) if found and isinstance(found.time, Point) else None
    return replace(found, time=week_of(days[0])) if found and days else None
