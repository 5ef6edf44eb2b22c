"""Values of ranges and lists: days, months, years and centuries that share parts ("from 3 to 5 May", "May 3, 5 and 7, 2014")."""

import re
from dataclasses import replace

from tieline.extract.times.captures import Captures
from tieline.extract.times.context import Context, Found
from tieline.extract.times.eras import before_christ
from tieline.extract.times.explicit import some_year
from tieline.extract.times.registry import VALUES, value
from tieline.extract.times.relative import lent, month_side
from tieline.extract.times.values import AllOf, OneOf, Point, Range, Time, bounds
from tieline.late import regex

_BETWEEN = regex(r"\bbetween(?: the)?\s{1,4}$", re.IGNORECASE)
YEARS_OF = {"decade": 10, "half": 50, "third": 33, "quarter": 25}


def listed(caps: Captures, ctx: Context) -> bool:
    """Whether the two ends are named one beside the other ("March and June"), not as first and last ("between March and June")."""
    joint = ctx.text[caps.place("first")[1] : caps.place("last")[0]].lower()
    return " and " in f" {joint} " and not _BETWEEN.search(ctx.text[max(0, ctx.start - 14) : ctx.start])


@value
def days(caps: Captures, ctx: Context) -> Found | None:
    """Two days: "Nov. 22-23", "9 and 10 June 2025", "May 30 to June 2"; "June 9 or 10" is one of them, "May 3 and 7" both."""
    ends = _ends(caps, ctx)
    if ends is None:
        return None
    found, begin, end = ends
    if begin.year and not (bounds(begin) and bounds(end)):
        return None
    return found.stating(_whole(begin, end, caps, ctx), pieces=_pieces(caps, ctx, (begin, end)))


def _ends(caps: Captures, ctx: Context) -> tuple[Found, Point, Point] | None:
    first, last, month = caps.ordinal("first"), caps.ordinal("last"), caps.word("month")
    if first is None or last is None or (first >= last and not caps.has("month2")):
        return None
    other = caps.word("month2") or month
    turns = other < month  # a year named behind the second day is the second's
    found = _dated(Point("day", None, month, first), caps, ctx)
    if found is None or not isinstance(found.time, Point):
        return None
    begin = found.time
    if caps.has("year") and turns and begin.year is not None:
        begin = replace(begin, year=begin.year - 1)
    return found, begin, Point("day", begin.year + turns if begin.year is not None else None, other, last)


def _whole(begin: Point, end: Point, caps: Captures, ctx: Context) -> Time:
    if caps.params.get("one_of"):
        return OneOf((begin, end))
    next_to = begin.month == end.month and (end.day or 0) - (begin.day or 0) == 1
    return AllOf((begin, end)) if listed(caps, ctx) and not next_to else Range(begin, end)


def _dated(point: Point, caps: Captures, ctx: Context) -> Found | None:
    """A point with the year that the expression names, else on the side that tense and context give."""
    year, how, named = some_year(caps, ctx)
    if not named:
        return month_side(point, ctx)
    return Found(replace(point, year=year), "relative" if how else "explicit", how.derivation if how else ())


@value
def days_of_month(caps: Captures, ctx: Context) -> Found | None:
    """Two days of this month, of the last or of one told: "the 12th and 13th of this month"."""
    month = {name: caps.filled[name] for name in ("which", "told") if caps.has(name)}
    one = Captures({**month, "day": caps.filled["first"]}, caps.words, caps.params)
    found, last = VALUES["day_of_month"](one, ctx), caps.ordinal("last")
    if found is None or not isinstance(found.time, Point) or last is None or last <= (found.time.day or last):
        return None
    end = replace(found.time, day=last)
    if found.time.year and not bounds(end):
        return None
    return found.stating(_whole(found.time, end, caps, ctx), pieces=_pieces(caps, ctx, (found.time, end)))


@value
def days_list(caps: Captures, ctx: Context) -> Found | None:
    """Three days of one month: "May 3, 5 and 7, 2014"."""
    numbers = [caps.ordinal(name) for name in ("first", "mid", "last")]
    found = _dated(Point("day", None, caps.word("month"), numbers[0]), caps, ctx)
    if found is None or not isinstance(found.time, Point) or not all(numbers) or numbers != sorted(set(map(int, filter(None, numbers)))):
        return None
    points = tuple(replace(found.time, day=number) for number in numbers)
    if found.time.year and not all(map(bounds, points)):
        return None
    return found.of(AllOf(points), pieces=_pieces(caps, ctx, points))


@value
def months(caps: Captures, ctx: Context) -> Found | None:
    """Two months: "June to August 2019", "between June and August 2014", "January and February 2014"."""
    first, last = caps.word("first"), caps.word("last")
    ends = _two_months(first, last, caps, ctx)
    if ends is None or first == last:
        return None
    found, begin, end = ends
    apart = listed(caps, ctx)
    if apart and first > last:
        return None
    time = AllOf((begin, end)) if apart and last - first > 1 else Range(begin, end)
    return found.stating(time, pieces=_pieces(caps, ctx, (begin, end)))


def _two_months(first: int, last: int, caps: Captures, ctx: Context) -> tuple[Found, Point, Point] | None:
    """Both months with their years: a date told lends its year to the first where both share it; else the last has the side."""
    named = caps.has("year") or caps.has("which") or caps.has("told")
    found = lent(Point("month", None, first), ctx) if first < last and not named else None
    if found is not None and isinstance(found.time, Point) and found.time.year is not None:
        return found, found.time, replace(found.time, month=last)
    found = _dated(Point("month", None, last), caps, ctx)
    if found is None or not isinstance(found.time, Point):
        return None
    year = found.time.year
    return found, Point("month", year - (first > last) if year is not None else None, first), found.time


def _pieces(caps: Captures, ctx: Context, points: tuple[Point, ...]) -> tuple[tuple[int, int, Time], ...]:
    """The stretches of text that name each point: a month counts to the day beside it, words that both share to the nearer one."""
    names = ("first", "mid", "last") if len(points) > 2 else ("first", "last")
    places = [list(caps.place(name)) for name in names]
    for month in ("month", "month2"):
        if caps.has(month):
            start, end = caps.place(month)
            near = 0 if end <= places[0][0] else len(places) - 1 if month == "month2" or start >= places[-1][1] else 0
            places[near] = [min(places[near][0], start), max(places[near][1], end)]
    places[0][0] = min(places[0][0], ctx.start)
    places[-1][1] = max(places[-1][1], ctx.end)
    return tuple((start, end, point) for (start, end), point in zip(places, points, strict=True))


@value
def centuries(caps: Captures, ctx: Context) -> Found | None:
    """Two centuries: "the 12th and 14th centuries", "the 16th to the 18th century"."""
    first, last = caps.ordinal("first"), caps.ordinal("last")
    if (
        first is None
        or last is None
        or first == last
        or not (1 <= first <= 22 and 1 <= last <= 22)
        or (first < last) == before_christ(caps)
    ):
        return None
    one, other = (Point("century", -(n - 1) * 100 - 1 if before_christ(caps) else (n - 1) * 100) for n in (first, last))
    apart = listed(caps, ctx) and abs(first - last) > 1
    return Found(AllOf((one, other)) if apart else Range(one, other), pieces=_pieces(caps, ctx, (one, other)))


@value
def part_of_century(caps: Captures, ctx: Context) -> Found | None:
    """The first decade, last quarter or second half of a century."""
    number, cent, size = caps.ordinal("nth"), caps.ordinal("cent"), YEARS_OF[str(caps.text("share"))]
    if number is None or cent is None or not 1 <= cent <= 22:
        return None
    count = 100 // size
    number = count if number == -1 else number
    if number > count:
        return None
    if before_christ(caps):
        first = -(cent * 100 - size * (number - 1))
        named = Point("century", -(cent - 1) * 100 - 1, mod=_share_mod(number, count))
        return Found(Range(Point("year", first), Point("year", first + size - 1), named=named))
    first = (cent - 1) * 100 + size * (number - 1)
    if size == 10:
        return Found(Point("decade", first))
    named = Point("century", (cent - 1) * 100, mod=_share_mod(number, count))
    return Found(Range(Point("year", first), Point("year", first + size - 1), named=named))


def _share_mod(number: int, count: int) -> str:
    return "START" if number == 1 else "END" if number == count else "MID"


@value
def divisions(caps: Captures, ctx: Context) -> Found | None:
    """Two quarters or halves of one year: "the second and third quarters"."""
    grain = "half" if "halves" in ctx.phrase.lower() else "quarter"
    size = 2 if grain == "half" else 4
    first, last = caps.ordinal("first"), caps.ordinal("last")
    if first is None or last is None or not 1 <= first < last <= size:
        return None
    inner = {name: caps.filled[name] for name in ("year", "which", "told") if caps.has(name)}
    whole = Captures({**inner, "nth": caps.filled["last"]}, caps.words, {"grain": grain})
    found = VALUES["division"](whole, ctx)
    if found is None or not isinstance(found.time, Point):
        return found
    points = (replace(found.time, index=first), found.time)
    return found.of(AllOf(points), pieces=_pieces(caps, ctx, points))


@value
def night_of_days(caps: Captures, ctx: Context) -> Found | None:
    """The night between two days: that of the first; TimeML annotates the days one by one."""
    found, last = VALUES["daypart_of"](caps, ctx), caps.ordinal("last")
    if found is None or not isinstance(found.time, Point) or not found.time.day or last is None:
        return found
    day = Point("day", found.time.year, found.time.month, last)
    return replace(found, pieces=((ctx.start, caps.place("day")[1], found.time), (caps.place("last")[0], ctx.end, day)))
