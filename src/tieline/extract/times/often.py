"""Values of sets and of lengths that no number tells: "twice a week", "every third year", "all day"."""

from tieline.extract.times.captures import Captures
from tieline.extract.times.context import Context, Found
from tieline.extract.times.registry import VALUES, value
from tieline.extract.times.values import Length, Repeat, Vague

ONCE = {"once": 1, "twice": 2, "thrice": 3}
NTH = {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5}


@value
def times(caps: Captures, ctx: Context) -> Found | None:
    """So many times in a unit: "twice a week", "once every two years"."""
    count = ONCE.get(ctx.phrase.lower().split()[0]) or caps.number("n")
    amount = caps.number("every") if caps.has("every") else 1
    return Found(Repeat(amount or 1, str(caps.word("unit") or caps.word("often")), None, f"{count:g}X")) if count else None


@value
def every_nth(caps: Captures, ctx: Context) -> Found | None:
    """Every other, every third unit."""
    quant, nth, unit = ctx.phrase.lower().split()
    return Found(Repeat(NTH[nth], "week" if caps.has("weekday") else unit, quant.upper()))


@value
def own_unit(caps: Captures, ctx: Context) -> Found | None:
    """The unit in which the writer stands, counted from the beginning of something: "in its fourth week"."""
    unit = ctx.phrase.lower().split()[-1]
    if ctx.narrative or ctx.published is None:
        return Found(Length(1, unit))
    return VALUES["unit_away"](Captures({}, caps.words, {"unit": unit, "shift": 0}), ctx)


@value
def nth_running(caps: Captures, ctx: Context) -> Found | None:
    """As many units as the last one is counted: "for the third straight month"."""
    number = caps.ordinal("nth")
    unit = next(word for word in ctx.phrase.lower().split() if word in ("day", "week", "month", "quarter", "year"))
    if unit == "day" and not ctx.narrative and ctx.published is not None:
        return VALUES["unit_away"](Captures({}, caps.words, {"unit": unit, "shift": 0}), ctx)  # the day of which the news is
    return Found(Length(number, unit)) if number and number > 1 else None


@value
def vague_length(caps: Captures, ctx: Context) -> Found | None:
    """A length that nobody counts."""
    return Found(Vague("PXX"))


@value
def how_often(caps: Captures, ctx: Context) -> Found | None:
    """Hourly, nightly."""
    return Found(Repeat(1, "hour" if ctx.phrase.lower() == "hourly" else "day"))


@value
def rate(caps: Captures, ctx: Context) -> Found | None:
    """A unit after an amount: "5 crowns a month"."""
    unit = ctx.phrase.lower().split()[-1]
    return Found(Repeat(1, "day" if unit == "night" else unit))


@value
def whole_unit(caps: Captures, ctx: Context) -> Found | None:
    """As long as one unit: "all day", "a whole year"."""
    unit = ctx.phrase.lower().split()[-1]
    return Found(Length(1, caps.words["unit"].get(unit, "day")) if unit not in HALVES else Length(0.5, "day"))


HALVES = ("morning", "afternoon", "evening")


@value
def half_hour(caps: Captures, ctx: Context) -> Found | None:
    """Half an hour."""
    return Found(Length(30, "minute"))
