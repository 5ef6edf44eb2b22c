"""Values of hours in words and of parts of a day: "half past nine", "the early hours of Sunday"."""

from dataclasses import replace

from tieline.extract.times.captures import Captures
from tieline.extract.times.context import Context, Found
from tieline.extract.times.deictic.away import unit_away, unit_told
from tieline.extract.times.deictic.clock import LATE, clock
from tieline.extract.times.explicit import daypart_of
from tieline.extract.times.registry import value
from tieline.extract.times.values import Point

MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}


@value
def clock_words(caps: Captures, ctx: Context) -> Found | None:
    """An hour in words, before noon unless a later part of the day is named."""
    said = ctx.phrase.lower()
    hour = caps.ordinal("hh") if caps.has("hh") else caps.word("hour") or caps.word("h")
    minute = int(caps.number("m") or 0) if caps.has("m") else next((MINUTES[word] for word in said.split() if word in MINUTES), 0)
    if "o'clock" in said.replace("’", "'"):
        minute = 0
    if hour is None or not 0 <= hour <= 24:
        return None
    total = hour * 60 + (-minute if " to " in said else minute)
    if caps.word("daypart") in LATE and hour < 12:
        total += 12 * 60
    total %= 24 * 60
    return clock(
        Captures({**caps.filled, "clock": ("clock", f"{total // 60:02}:{total % 60:02}", ctx.start, ctx.end)}, caps.words, {}), ctx
    )


@value
def early_hours(caps: Captures, ctx: Context) -> Found | None:
    """A part of the day told or published: "the early hours of Sunday", "dawn"."""
    said = ctx.phrase.lower()
    part = next(mark for word, mark in caps.words["dayhour"].items() if word in said)
    if caps.has("weekday") or caps.has("month"):
        found = daypart_of(caps, ctx)
    else:
        inner = Captures({}, caps.words, {"unit": "day", "shift": 0})
        told = ctx.narrative or ctx.published is None or (ctx.told is not None and ctx.told.day and ctx.told_near())
        found = unit_told(inner, ctx) if told else unit_away(inner, ctx)
    if found is None or not isinstance(found.time, Point):
        return found
    return replace(found, time=Point("part", found.time.year, found.time.month, found.time.day, index=part))


@value
def overnight(caps: Captures, ctx: Context) -> Found | None:
    """The night before publication, or the one that follows where the sentence looks ahead; of a weekday where one is named."""
    if caps.has("weekday"):
        return daypart_of(Captures({**caps.filled, "daypart": ("daypart", "night", ctx.start, ctx.start)}, caps.words, {}), ctx)
    inner = Captures({}, caps.words, {"unit": "day", "shift": 0 if ctx.direction() > 0 else -1, "daypart": "NI"})
    return unit_away(inner, ctx) if not ctx.narrative else None
