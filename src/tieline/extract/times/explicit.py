"""Values of dates that carry their own parts: days, months, years, quarters, decades."""

import datetime as dt
import re
from functools import lru_cache

from tieline.extract.times.captures import Captures, full_year
from tieline.extract.times.context import Context, Found
from tieline.extract.times.eras import before_christ
from tieline.extract.times.registry import VALUES, value
from tieline.extract.times.relative import half_year_of, month_side, told_year
from tieline.extract.times.values import Point, Range, Vague, bounds, day_point
from tieline.late import regex
from tieline.text.order import day_first

STAY = 500  # characters behind a stay in which its days are counted
RECENT = 400
NEAR_DAYS = 45


def some_year(caps: Captures, ctx: Context) -> tuple[int | None, Found | None, bool]:
    """The year that the expression names or points at: (year, how, whether it names one at all)."""
    if caps.has("year"):
        return caps.year(), None, True
    if caps.has("which") and not (caps.has("weekday") and caps.place("which") < caps.place("weekday")):  # "last Friday, March 6" is no year
        shift = caps.word("which")
        how = ctx.from_published(lambda day: Point("year", day.year + shift), "counted from")
        return (how.time.year if how and isinstance(how.time, Point) else None), how, True
    if caps.has("told"):
        how = told_year(ctx, caps.word("told"))
        return (how.time.year if how and isinstance(how.time, Point) else None), how, True
    return None, None, False


@value
def calendar(caps: Captures, ctx: Context) -> Found | None:
    """A day, month or year whose parts stand in the text; a missing year comes from the context."""
    month, day = caps.word("month"), caps.ordinal("day")
    mod = caps.word("part")
    year, how, named = some_year(caps, ctx)
    grain = "day" if day else "month" if month else "year"
    if named:
        if grain == "year" and year is None:
            return how
        point = Point(grain, year, month, day, mod=mod)
        if day and year and year > 0 and bounds(point) is None:
            return Found(Vague("XXXX-XX-XX"))  # no day is made up for 30 February
        return how.stating(point) if how else Found(point)
    return month_side(Point(grain, None, month, day, mod=mod), ctx, caps.word("weekday")) or Found(Vague("XXXX-XX-XX"))


@value
def years(caps: Captures, ctx: Context) -> Found | None:
    """Two years: "2008-2016", "1957-60"."""
    first, last = caps.year("year"), caps.ordinal("last")
    if first is None or last is None:
        return None
    if last < 100:
        last += first // 100 * 100
    return Found(Range(Point("year", first), Point("year", last))) if first < last else None


@value
def iso(caps: Captures, ctx: Context) -> Found | None:
    """2015-04-08, 2007-04, with or without a time of day."""
    text = caps.text("iso") or ""
    year, month, *rest = text[:10].split("-")
    if len(text) <= 7:
        return Found(Point("month", int(year), int(month)))
    point = Point("day", int(year), int(month), int(rest[0]))
    if bounds(point) is None:
        return None
    return (
        Found(Point("minute", point.year, point.month, point.day, clock=text[11:16] + "Z" * text.endswith("z")))
        if len(text) > 12
        else Found(point)
    )


@value
def numeric(caps: Captures, ctx: Context) -> Found | None:
    """7/8/07, 22.04.2016, 2016/10/16: American order with slashes where both are possible, else day first."""
    text = caps.text("numeric") or ""
    if text.isdigit():
        parts = [int(text[:4]), int(text[4:6]), int(text[6:])]
    else:
        parts = [int(part) for part in text.replace("/", " ").replace("-", " ").replace(".", " ").split()]
    if parts[0] > 31:
        year, month, day = parts
    else:
        one, other, year = parts
        american = "." not in text and not ("/" in text and day_first(ctx.text))
        month, day = (one, other) if (american and one <= 12) or other > 12 else (other, one)
        year = full_year(year) if year < 100 else year
    point = Point("day", year, month, day)
    if not (1000 <= year <= 2199 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Found(point if bounds(point) else Vague("XXXX-XX-XX"))


@value
def division(caps: Captures, ctx: Context) -> Found | None:
    """Quarters and halves: "the third quarter of this year", "the first half of 2006", "fourth-quarter"."""
    number, grain = caps.ordinal("nth"), caps.params["grain"]
    size = 4 if grain == "quarter" else 2
    number = size if number == -1 or not caps.has("nth") else number
    if number is None or not 1 <= number <= size:
        return None
    year, how, named = some_year(caps, ctx)
    if named:
        return how.stating(Point(grain, year, index=number)) if how else Found(Point(grain, year, index=number))
    if grain == "quarter" and ctx.phrase.lower() == "last quarter":
        return VALUES["unit_away"](Captures({}, caps.words, {"unit": grain, "shift": -1}), ctx)
    return half_year_of(grain, number, ctx)


@value
def season(caps: Captures, ctx: Context) -> Found | None:
    """Seasons: "the spring of 2018", "last summer", "winter"."""
    index, mod = caps.word("season"), caps.word("part")
    year, how, named = some_year(caps, ctx)
    if caps.has("last") and year is not None and index == "WI":
        return Found(Range(Point("month", year, 12), Point("month", year + 1, 2), named=Point("season", year, index=index, mod=mod)))
    if named and year is not None:
        return how.stating(Point("season", year, index=index, mod=mod)) if how else Found(Point("season", year, index=index, mod=mod))
    return month_side(Point("season", None, index=index, mod=mod), ctx)


@value
def decade(caps: Captures, ctx: Context) -> Found | None:
    """Decades: "the 1990s", "the early 2020s", "the '90s"."""
    if caps.has("tens"):
        first = 1900 + caps.word("tens")
    else:
        digits = (caps.text("decade") or "").strip("'s")
        first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return Found(Point("decade", -first - 9 if before_christ(caps) else first, mod=caps.word("part")))


@value
def century(caps: Captures, ctx: Context) -> Found | None:
    """Centuries: "the nineteenth century", "the 21st century"."""
    number = caps.ordinal("nth")
    if number == -1:
        return ctx.from_published(lambda day: Point("century", day.year // 100 * 100 - 100), "counted from")
    if number is None or not 1 <= number <= 22:
        return None
    first = (number - 1) * 100
    return Found(Point("century", -first - 1 if before_christ(caps) else first, mod=caps.word("part")))


@value
def day_of_month(caps: Captures, ctx: Context) -> Found | None:
    """A day of a month told or of this one: "the 24th of this month", "the 22nd"."""
    day = caps.ordinal("day")
    if day is None:
        return None
    if caps.has("which"):
        shift = caps.word("which")
        return ctx.from_published(lambda date: _in_month(date.year, date.month, shift, day), "counted from") or Found(
            Point("day", None, None, day)
        )
    if ctx.told is not None and ctx.told.month and ctx.told.year is not None and (caps.has("told") or _recent(ctx)):
        return ctx.from_told(lambda told: _in_month(told.year or 0, told.month or 1, caps.word("told") or 0, day), "in the month of")
    side = ctx.direction()
    return ctx.from_published(lambda date: _nearest_day(date, day, side), "near") or Found(Point("day", None, None, day))


@value
def day_of_stay(caps: Captures, ctx: Context) -> Found | None:
    """A day counted within the days told last: "from 3 to 5 May. On the second day ..."."""
    days = bounds(ctx.stay.first) if ctx.stay and ctx.stay.first else None
    end = bounds(ctx.stay.last) if ctx.stay and ctx.stay.last else None
    number = caps.ordinal("nth")
    if days is None or end is None or number is None or ctx.start - ctx.stay_at > STAY:
        return None
    day = end[0] if number < 0 else days[0] + dt.timedelta(days=number - 1)
    if not days[0] <= day <= end[0]:
        return None
    reason = f'"{ctx.phrase}" of {days[0]} to {end[0]} is {day}'
    return Found(day_point(day), "relative", (reason,), anchor=days[0].isoformat())


def _recent(ctx: Context) -> bool:
    if ctx.narrative or ctx.published is None:
        return True
    days = bounds(ctx.told) if ctx.told else None
    return ctx.start - ctx.told_at < RECENT and days is not None and days[0] <= ctx.published[1]


def _in_month(year: int, month: int, shift: int, day: int) -> Point | None:
    total = year * 12 + month - 1 + shift
    point = Point("day", total // 12, total % 12 + 1, day)
    return point if bounds(point) else None


def _nearest_day(date: dt.date, day: int, side: int) -> Point | None:
    shifts = (0, 1) if side > 0 else (0, -1)
    for shift in shifts:
        point = _in_month(date.year, date.month, shift, day)
        known = bounds(point) if point else None
        if known and (known[0] >= date if side > 0 else known[0] <= date):
            return point
    return None


@value
def calendar_yy(caps: Captures, ctx: Context) -> Found | None:
    """A year of two digits: '82."""
    year = caps.year("yy")
    if year is not None and ctx.narrative and ctx.told and ctx.told.year and ctx.told.year > 100:
        year = ctx.told.year // 100 * 100 + year % 100
    return Found(Point("year", year))


@value
def daypart_of(caps: Captures, ctx: Context) -> Found | None:
    """The night of a day: "the night of April 18, 1775", "Christmas night"."""
    found = (
        VALUES["weekday"](caps, ctx)
        if caps.has("weekday") and not caps.has("month")
        else VALUES["holiday"](caps, ctx)
        if caps.has("holiday")
        else calendar(caps, ctx)
    )
    if found is None or not isinstance(found.time, Point) or not found.time.day:
        return found
    point = found.time
    return found.of(Point("part", point.year, point.month, point.day, index=caps.word("daypart")))


@value
def weekday_day(caps: Captures, ctx: Context) -> Found | None:
    """A weekday with the day of the month: "Monday 21", the nearest such day."""
    number, day = caps.word("weekday"), caps.ordinal("day")
    if day is None:
        return None
    side = 1 if caps.has("which") and caps.word("which") >= 0 else ctx.direction()
    return ctx.from_published(lambda date: _weekday_with(date, number, day, side), "near") or Found(Point("day", None, None, day))


def _weekday_with(date: dt.date, number: int, day: int, side: int) -> Point | None:
    found = []
    for shift in range(-14, 15):
        point = _in_month(date.year, date.month, shift, day)
        known = bounds(point) if point else None
        if point and known and known[0].weekday() == number:
            found.append((abs((known[0] - date).days), (known[0] - date).days * side < 0, point))
    return min(found, key=lambda one: (one[0] > NEAR_DAYS and one[1], one[0]))[2] if found else None


@value
def pair(caps: Captures, ctx: Context) -> Found | None:
    """Two numbers for day and month: "Friday 7/6"; month first unless it cannot be one."""
    one, other = (int(part) for part in re.split(r"[-/.]", caps.text("pair") or "0/0"))
    month, day = (one, other) if one <= 12 else (other, one)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return month_side(Point("day", None, month, day), ctx, caps.word("weekday"))


FISCAL = regex(r"(?:fiscal|financial) year (?:runs|begins|starts|is)[^.\n]{0,30}?(?:from |on |in )(?:the )?(?:\d{1,2} )?([A-Z][a-z]{2,8})")
FISCAL_END = regex(r"(?:fiscal |financial )?year ends (?:on |in )(?:\d{1,2} )?([A-Z][a-z]{2,8})")
FISCAL_SAID = regex(r"fiscal year \d{4}\s\(([A-Z][a-z]{2,8}) \d{4}")


@value
def fiscal(caps: Captures, ctx: Context) -> Found | None:
    """A fiscal year, by its months where the text tells them, else by its calendar years."""
    first, last = caps.year("year"), caps.ordinal("last")
    if first is None or (last is not None and (first + 1) % 100 != last % 100):
        return None
    month = _fiscal_start(caps, ctx.text)
    if month:
        end = month - 1 or 12
        return Found(Range(Point("month", first, month), Point("month", first + (end < month), end)), "explicit")
    return Found(Range(Point("year", first), Point("year", first + 1)) if last is not None else Point("year", first))


def _fiscal_start(caps: Captures, text: str) -> int | None:
    for name, shift in _fiscal_words(text):
        month = caps.words["month"].get(name)
        if month:
            return (int(month) + shift - 1) % 12 + 1
    return None


@lru_cache(maxsize=1)
def _fiscal_words(text: str) -> tuple[tuple[str, int], ...]:
    """What a text says of its fiscal years, looked for once: a text may name many of them."""
    found = ((pattern.search(text), shift) for pattern, shift in ((FISCAL, 0), (FISCAL_SAID, 0), (FISCAL_END, 1)))
    return tuple((said[1].lower(), shift) for said, shift in found if said)


def week_of_month(caps: Captures, ctx: Context) -> Found | None:
    """The first or last seven days of a month."""
    found = calendar(caps, ctx)
    days = bounds(found.time) if found and isinstance(found.time, Point) else None
    if found is None or days is None:
        return found
    word = ctx.phrase.lower().split()[1]
    start = days[1] - dt.timedelta(days=6) if word in ("last", "final") else days[0] + dt.timedelta(days=7 * WEEKS.index(word))
    return found.of(Range(day_point(start), day_point(start + dt.timedelta(days=6))))


WEEKS = ("first", "second", "third", "fourth")
