"""Hours of the day told or published."""

from dataclasses import replace

from tieline.extract.times.captures import Captures
from tieline.extract.times.context import Context, Found
from tieline.extract.times.deictic.weekdays import weekday
from tieline.extract.times.periods import meant
from tieline.extract.times.registry import value
from tieline.extract.times.render import words
from tieline.extract.times.values import Point, Vague, day_point
from tieline.model.time import Basis


@value
def clock(caps: Captures, ctx: Context) -> Found | None:
    """A time of day, on the day told or published."""
    from tieline.extract.times.clock import read_clock

    at = read_clock(caps.text("clock") or "", caps.params.get("at"))
    if at is None:
        return None
    day = _clock_day(caps, ctx)
    if day is None:
        return Found(Vague(f"XXXX-XX-XXT{at}", "TIME"))
    point, basis, why = day
    return Found(Point("minute", point.year, point.month, point.day, clock=at, mod=caps.word("about")), basis, why)


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
def noon(caps: Captures, ctx: Context) -> Found | None:
    """Noon or midnight of the day told or published; midnight may end or begin that day."""
    noon_said = ctx.phrase.lower().startswith(("noon", "midday"))
    caps.params = {**caps.params, "at": "12:00" if noon_said else "24:00"}
    found = clock(caps, ctx)
    if noon_said or found is None or not isinstance(found.time, Point):
        return found
    return replace(found, time=replace(found.time, grain="part", index="24:00", clock=None))
