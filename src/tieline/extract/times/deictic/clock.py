"""Hours of the day told or published."""

import re
from dataclasses import replace

from tieline.extract.times.captures import Captures
from tieline.extract.times.context import Context, Found
from tieline.extract.times.deictic.away import unit_told
from tieline.extract.times.deictic.weekdays import weekday
from tieline.extract.times.periods import meant
from tieline.extract.times.registry import value
from tieline.extract.times.render import words
from tieline.extract.times.values import Point, Vague, day_point
from tieline.late import regex
from tieline.model.time import Basis

LATE = ("AF", "EV", "NI")
_TO_PM = regex(r"\s?(?:to|and|until|till|-|–)\s?\d{1,2}(?:[:.]\d\d)?\s?p\.?m\b", re.IGNORECASE)


@value
def clock(caps: Captures, ctx: Context) -> Found | None:
    """A time of day, on the day told or published."""
    from tieline.extract.times.clock import read_clock

    day = _clock_day(caps, ctx)
    at = read_clock(caps.text("clock") or "", caps.params.get("at"), after_noon=_after_noon(day, ctx))
    if at is None:
        return None
    if day is None:
        return Found(Vague(f"XXXX-XX-XXT{at}", "TIME"))
    point, basis, why = day
    return Found(Point("minute", point.year, point.month, point.day, clock=at, mod=caps.word("about")), basis, why)


def _after_noon(day: "tuple[Point, Basis, tuple[str, ...]] | None", ctx: Context) -> bool:
    """Whether an hour that does not say its half is after noon: "Saturday night at 9:40", "between 2:40 and 3 p.m."."""
    if _TO_PM.match(ctx.text, ctx.end):
        return True
    return day is not None and day[0].grain == "part" and day[0].index in LATE and ctx.told_near()


def _clock_day(caps: Captures, ctx: Context) -> tuple[Point, Basis, tuple[str, ...]] | None:
    if caps.has("weekday"):
        found = weekday(caps, ctx)
        return (found.time, found.basis, found.derivation) if found and isinstance(found.time, Point) else None
    if ctx.told is not None and ctx.told.day and ctx.told.grain in ("day", "part", "minute") and (ctx.narrative or ctx.told_near()):
        return ctx.told, "relative", (f'"{ctx.phrase}" is on {words(ctx.told)}, the day told',)
    day = meant("day", ctx) if ctx.direction() <= 0 else None
    if day is not None:
        return day, "relative", (f'"{ctx.phrase}" is on {words(day)}, the day told',)
    if ctx.published and ctx.published[0] == ctx.published[1] and not ctx.narrative:
        day = day_point(ctx.published[0])
        return day, "relative", (f'"{ctx.phrase}" is on {words(day)}, the day of publication',)
    return None


@value
def clock_told(caps: Captures, ctx: Context) -> Found | None:
    """An hour of a day counted from the date told: "3:40 the next morning", "9:15 that evening"."""
    from tieline.extract.times.clock import read_clock

    part = caps.word("daypart")
    at = read_clock(caps.text("clock") or "", after_noon=part in LATE)
    found = unit_told(Captures(caps.filled, caps.words, {**caps.params, "unit": "day"}), ctx)
    if at is None or found is None or not isinstance(found.time, Point):
        return Found(Vague(f"XXXX-XX-XXT{at}", "TIME")) if at else None
    day = found.time
    return found.stating(Point("minute", day.year, day.month, day.day, clock=at, mod=caps.word("about")))


@value
def noon(caps: Captures, ctx: Context) -> Found | None:
    """Noon or midnight of the day told or published; midnight may end or begin that day."""
    noon_said = ctx.phrase.lower().startswith(("noon", "midday"))
    caps.params = {**caps.params, "at": "12:00" if noon_said else "24:00"}
    found = clock(caps, ctx)
    if noon_said or found is None or not isinstance(found.time, Point):
        return found
    return replace(found, time=replace(found.time, grain="part", index="24:00", clock=None))
