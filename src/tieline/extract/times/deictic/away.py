"""One unit counted from publication or from the last date told: "last year", "the following month"."""

import datetime as dt

from tieline.extract.times.captures import Captures
from tieline.extract.times.context import Context, Found
from tieline.extract.times.deictic.units import SHAPES, skip_zero, unit_of
from tieline.extract.times.periods import LATELY, apposed, lately_day
from tieline.extract.times.registry import value
from tieline.extract.times.values import Point, Vague, add_months, bounds


def grain_of(caps: Captures) -> str:
    """The unit that the rule or its words give, a day where neither does."""
    return str(caps.params.get("unit") or caps.word("unit") or "day")


@value
def unit_away(caps: Captures, ctx: Context) -> Found | None:
    """Today, yesterday, this week, last month, next year: one unit counted from the day of publication."""
    grain = grain_of(caps)
    shift = caps.params.get("shift", caps.word("which") if caps.has("which") else 0)
    mod = caps.word("part")
    part = caps.word("daypart") or caps.params.get("daypart")

    if in_history(caps, ctx) and (grain != "day" or caps.text("which") == "this"):
        return _of_told(caps, ctx, grain, shift)

    def move(day: dt.date) -> Point | None:
        point = unit_of(day, grain, shift)
        if point and part:
            point = Point("part", point.year, point.month, point.day, index=part)
        return point.with_mod(mod) if point else None

    return ctx.from_published(move, "counted from") or Found(Vague(SHAPES.get(grain, "XXXX-XX-XX")))


def in_history(caps: Captures, ctx: Context) -> bool:
    """Whether "this year" or "next summer" stands in a history beside a date years before publication, from which it then counts."""
    if (
        not ctx.narrative
        or not ctx.told_near()
        or ctx.told is None
        or ctx.told.year is None
        or caps.text("which") not in ("this", "next", "last")
    ):
        return False
    return ctx.published is None or ctx.told.year < ctx.published[0].year


def _of_told(caps: Captures, ctx: Context, grain: str, shift: int) -> Found | None:
    def move(told: Point) -> Point | None:
        days = bounds(told)
        if grain == "year" and told.year is not None:
            return Point("year", skip_zero(told.year, shift)).with_mod(caps.word("part"))
        if grain == "month" and told.month and told.year is not None:
            year, month = add_months(told.year, told.month, shift)
            return Point("month", year, month).with_mod(caps.word("part"))
        if grain == "day" and not ctx.narrative and told.grain == "month" and told.month and told.year and not caps.has("daypart"):
            return Point("day", told.year, told.month)  # "They met in April. The next day ...": some day of it
        if days is None or (grain in ("day", "week") and days[0] != days[1]):
            return None
        point = _of_day(unit_of(days[0], grain, shift), caps.word("daypart"))
        return point.with_mod(caps.word("part")) if point else None

    day = lately_day(ctx) if grain == "day" else None
    found = ctx.from_told(move, "counted from", day)
    if found is None and ctx.told is None and not ctx.narrative and (shift <= 0 or grain != "year"):
        found = ctx.from_published(lambda day: _of_day(unit_of(day, grain, shift), caps.word("daypart")), "counted from")
    return found or Found(Vague(SHAPES.get(grain, "XXXX-XX-XX")))


def _of_day(point: Point | None, part: str | None) -> Point | None:
    return Point("part", point.year, point.month, point.day, index=part) if part and point else point


_BEFORE = {f"the {part} before": part for part in ("night", "evening", "afternoon", "morning")}


@value
def unit_told(caps: Captures, ctx: Context) -> Found | None:
    """The same day, that year, the following month, the previous year: one unit counted from the last date told."""
    grain = grain_of(caps)
    shift = caps.params.get("shift", caps.word("told") if caps.has("told") else 0)
    part = _BEFORE.get(ctx.phrase.lower())
    if part is not None:
        caps = Captures({**caps.filled, "daypart": ("daypart", part, ctx.start, ctx.start)}, caps.words, caps.params)
    if "shift" in caps.params and apposed(ctx, grain):
        return ctx.from_told(lambda told: told, "explains")
    if ctx.told is None and caps.params.get("or_published"):
        return unit_away(caps, ctx)
    return _of_told(caps, ctx, grain, shift)


@value
def day_away(caps: Captures, ctx: Context) -> Found | None:
    """The day before yesterday, the day after tomorrow."""
    shift = -2 if ctx.phrase.lower().endswith("yesterday") else 2
    return unit_away(Captures(caps.filled, caps.words, {"unit": "day", "shift": shift}), ctx)


@value
def old_year(caps: Captures, ctx: Context) -> Found | None:
    """The old year: in January the one that has ended."""
    return ctx.from_published(lambda day: Point("year", (day - dt.timedelta(days=31)).year), "counted from") or Found(Vague("XXXX"))


@value
def new_year(caps: Captures, ctx: Context) -> Found | None:
    """The new year: the one that begins next, or in its first half the one that has begun."""
    mod = caps.word("part")
    if ctx.narrative:
        return None
    found = ctx.from_published(lambda day: Point("year", (day + dt.timedelta(days=184)).year, mod=mod), "counted from")
    return found or Found(Vague("XXXX"))


@value
def fiscal_away(caps: Captures, ctx: Context) -> Found | None:
    """Last fiscal year, this academic year: by the calendar year of publication, which is all that the words say."""
    return unit_away(Captures(caps.filled, caps.words, {"unit": "year"}), ctx)


@value
def which_unit(caps: Captures, ctx: Context) -> Found | None:
    """Last week, this year, next quarter; "last year" with a weekend too."""
    if not caps.has("unit"):
        caps.params = {**caps.params, "unit": "weekend"}
    return unit_away(caps, ctx)


@value
def part_of_unit(caps: Captures, ctx: Context) -> Found | None:
    """The end of the year, early last month: of the unit told in a narrative, else of the one of publication."""
    if caps.has("which"):
        return unit_away(caps, ctx)
    if caps.has("told") or ctx.narrative or ctx.published is None or _other_year(ctx):
        return unit_told(caps, ctx)
    return unit_away(caps, ctx)


def _other_year(ctx: Context) -> bool:
    """Whether a year that is over was told just before, in the same sentence: "in March 1998; by the end of the year ..."."""
    told = ctx.told
    return told is not None and ctx.published is not None and ctx.told_near() and 0 < (told.year or 0) < ctx.published[0].year - 1


@value
def latest(caps: Captures, ctx: Context) -> Found | None:
    """The latest quarter or year: the one told just before, else the last that has ended."""
    grain, told = grain_of(caps), ctx.told
    if told is not None and told.grain == grain and ctx.start - ctx.told_at < LATELY:
        return _of_told(caps, ctx, grain, 0) if grain != "quarter" else ctx.from_told(lambda point: point, "means")
    return unit_away(Captures(caps.filled, caps.words, {"unit": grain, "shift": -1}), ctx)


@value
def end_of_unit(caps: Captures, ctx: Context) -> Found | None:
    """Year-end, the month's end: of the unit told in a narrative, else of the one of publication."""
    inner = Captures(caps.filled, caps.words, {"unit": grain_of(caps), "shift": 0})
    found = unit_told(inner, ctx) if ctx.narrative or ctx.published is None else unit_away(inner, ctx)
    if found is None or not isinstance(found.time, Point):
        return found
    return found.of(found.time.with_mod("CLOSE"))
