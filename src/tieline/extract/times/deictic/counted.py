"""So many units before or after: "53 years ago", "two months later", "in three days"."""

import datetime as dt
import re
from dataclasses import replace

from tieline.extract.times.captures import Captures
from tieline.extract.times.context import Context, Found
from tieline.extract.times.deictic.away import grain_of
from tieline.extract.times.deictic.units import moved, moved_point, open_point, same_day, unit_of
from tieline.extract.times.periods import apposed, compared, lately_day, shifted
from tieline.extract.times.registry import value
from tieline.extract.times.values import Length, Point, Range, Vague, add_months_to, add_years, bounds, day_point


def _count(caps: Captures) -> float | None:
    """How many: None where the words do not say ("a few", "several")."""
    return caps.number("n") if caps.has("n") else (caps.word("some") or None)


@value
def ago(caps: Captures, ctx: Context) -> Found | None:
    """So many units before or after the day of publication: "53 years ago", "in three days"."""
    count, grain = _count(caps), grain_of(caps)
    sign = caps.params["sign"]
    if count is None:
        return Found(Vague("PAST_REF" if sign < 0 else "FUTURE_REF"))
    period = compared(ctx) if grain == "year" and count == -sign == 1 else None
    if period is not None:
        return ctx.from_told(lambda told: shifted(told, -1), "counted from", period)
    to_the_day = grain in ("month", "year") and count == int(count) and ctx.phrase.lower().endswith("from today")

    def move(day: dt.date) -> Point | None:
        if to_the_day:
            return day_point(add_months_to(day, int(count or 0) * (12 if grain == "year" else 1)))
        return moved(day, grain, sign * count)

    found = ctx.from_published(move, "counted from")
    return beyond(found, caps, sign) if found else open_point(grain)


BEYOND = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE", "EQUAL_OR_LESS": "ON_OR_AFTER", "APPROX": "APPROX"}
AHEAD_OF = {"BEFORE": "AFTER", "AFTER": "BEFORE", "ON_OR_BEFORE": "ON_OR_AFTER", "ON_OR_AFTER": "ON_OR_BEFORE"}


def beyond(found: Found, caps: Captures, sign: int) -> Found:
    """The point about which, or beyond which, something lies: "about ten years ago", "more than ten years ago" (before that point)."""
    mod = BEYOND.get(str(caps.word("about")))
    if mod is None or not isinstance(found.time, Point):
        return found
    return replace(found, time=found.time.with_mod(mod if sign < 0 else AHEAD_OF.get(mod, mod)))


@value
def later(caps: Captures, ctx: Context) -> Found | None:
    """So many units before or after the last date told: "two months later", "a year earlier", "the day before"."""
    count, grain = (_count(caps) if caps.has("n") or caps.has("some") else 1), grain_of(caps)
    sign = caps.params["sign"]
    if count is None:
        return Found(Vague("PAST_REF" if sign < 0 else "FUTURE_REF"))
    if caps.has("about") and not _compares(ctx) and caps.word("about") in ("LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"):
        return Found(Length(count, grain, caps.word("about")))
    if ctx.text[ctx.end : ctx.end + 6] == " than ":
        return Found(Length(count, grain, caps.word("about")))  # "a month earlier than expected"
    if grain in ("hour", "minute", "second"):
        return _clock_later(ctx, grain, sign * count) or Found(Length(count, grain, caps.word("about")))
    if ctx.told is None:
        if ctx.published is not None:
            return ctx.from_published(lambda day: moved(day, grain, sign * count), "counted from") or open_point(grain)
        return open_point(grain)
    if not (caps.has("n") or caps.has("some")) and apposed(ctx, grain):
        return ctx.from_told(lambda told: told, "explains")
    period = compared(ctx) if grain == "year" and sign < 0 else None
    if period is not None:
        return ctx.from_told(lambda told: shifted(told, sign * count), "counted from", period)
    if sign < 0 and (_ahead(ctx) or (grain in ("day", "week") and _compares(ctx) and _stale(ctx))):
        return ctx.from_published(lambda day: moved(day, grain, -count), "counted from") or open_point(grain)
    day = lately_day(ctx) if grain == "day" else None
    found = ctx.from_told(lambda told: moved_point(told, grain, sign * count), "counted from", day)
    return found or open_point(grain)


def _clock_later(ctx: Context, grain: str, count: float) -> Found | None:
    """So many hours or minutes from the time of day told just before: "two hours later"."""
    told = ctx.told_clock if ctx.start - ctx.told_clock_at < NEAR else None
    days = bounds(told) if told is not None else None
    if told is None or days is None or not told.clock or told.clock[:2] == "24":
        return None
    hour, minute = int(told.clock[:2]), int(told.clock[3:5])
    try:
        when = dt.datetime.combine(days[0], dt.time(hour, minute)) + dt.timedelta(**{f"{grain}s": count})
    except OverflowError:
        return None
    clock = f"{when:%H:%M}" + told.clock[5:]
    return ctx.from_told(lambda _: Point("minute", when.year, when.month, when.day, clock=clock), "counted from", told)


NEAR = 300


def _ahead(ctx: Context) -> bool:
    """Whether the date told last, in another sentence, is still to come, while this one looks back: "a year earlier it had failed"."""
    days = bounds(ctx.told) if ctx.told is not None and not ctx.narrative else None
    if days is None or ctx.published is None or days[0] <= ctx.published[1] or ctx.told_near():
        return False
    return ctx.direction() < 0


def _stale(ctx: Context) -> bool:
    """Whether the date told last, in another sentence, lies weeks before publication: "8.4 percent a week earlier" counts from now."""
    days = bounds(ctx.told) if ctx.told is not None and not ctx.narrative else None
    if days is None or ctx.published is None or ctx.told_near():
        return False
    return (ctx.published[0] - days[1]).days > STALE


STALE = 21


def _compares(ctx: Context) -> bool:
    """Whether "more than a year earlier" compares amounts: "a third more than a year earlier"."""
    return bool(re.search(r"(?:%|cent|percent|million|billion|points?|dollars?)\s{1,3}$", ctx.text[max(0, ctx.start - 12) : ctx.start]))


@value
def exactly(caps: Captures, ctx: Context) -> Found | None:
    """To the day: "exactly two years ago", "two years ago today"."""
    count, grain = caps.number("n"), grain_of(caps)
    ago_today = ctx.phrase.lower().endswith(("ago", "today"))
    sign = 1 if ctx.phrase.lower().endswith("later") else -1
    if count is None or grain != "year":
        return (ago if ago_today else later)(Captures(caps.filled, caps.words, {"sign": sign}), ctx)
    if ctx.told_near() and not ago_today and ctx.told and ctx.told.day:
        return ctx.from_told(lambda told: same_day(told, int(sign * count)), "counted from")
    return ctx.from_published(lambda day: day_point(add_years(day, int(sign * count))), "counted from")


@value
def ago_this(caps: Captures, ctx: Context) -> Found | None:
    """A week or month, this, last or next, of so many years back: "ten years ago this month"."""
    count, (*_, word, grain) = caps.number("n"), ctx.phrase.lower().split()
    if count is None or count != int(count):
        return None
    shift = AWAY[word]
    found = ctx.from_published(lambda day: unit_of(add_years(day, -int(count)), grain, shift), "counted from")
    return found or open_point(grain)


AWAY = {"last": -1, "this": 0, "next": 1}


@value
def offset(caps: Captures, ctx: Context) -> Found | None:
    """So long before or after something: a length, which the reader of ranges joins with a date that follows."""
    count, grain = caps.number("n"), grain_of(caps)
    return Found(Length(count if caps.has("n") else caps.word("some") or None, grain, caps.word("about")))


@value
def in_length(caps: Captures, ctx: Context) -> Found | None:
    """In so long, where the sentence looks ahead: a date; else a length."""
    count, grain = caps.number("n"), grain_of(caps)
    if count is None:
        return None
    if (ctx.direction() > 0 or ctx.phrase.lower().endswith(" time")) and not ctx.narrative and grain not in ("hour", "minute", "second"):
        found = ctx.from_published(lambda day: moved(day, grain, count), "counted from")
        if found:
            return found
    return Found(Length(count, grain, caps.word("about")))


@value
def year_period(caps: Captures, ctx: Context) -> Found | None:
    """The quarter, half or month last told, in the year that is named: "the 1988 quarter"; the year alone where none was told."""
    year, grain, told = caps.year(), ctx.phrase.lower().split()[-1], ctx.told
    if year is None:
        return None
    fits = told is not None and (told.grain == grain or (grain == "period" and told.grain in ("quarter", "half", "month")))
    if told is None or not fits:
        return Found(Point("year", year))
    return ctx.from_told(lambda point: replace(point, year=year, mod=None), "in another year than")


_PERIODS = frozenset({"period", "time"})


@value
def same_period(caps: Captures, ctx: Context) -> Found | None:
    """The period last told, a year before: "the same month a year earlier"."""
    grain = ctx.told.grain if ctx.told is not None else ""
    if grain != "quarter" and "quarter" in ctx.phrase.lower().split():
        return ctx.from_published(lambda day: unit_of(day, "quarter", -5), "counted from") or open_point("quarter")
    if ctx.told is None or ctx.told.year is None:
        return ctx.from_published(lambda day: Point("year", day.year - 1), "counted from") or Found(Vague("XXXX"))
    grain = "month" if ctx.told.grain in ("day", "part") else ctx.told.grain
    found = ctx.from_told(lambda told: replace(told, grain=grain, day=None, year=(told.year or 0) - 1), "counted from")
    run = ctx.run if ctx.run_at == ctx.told_at and _PERIODS & set(ctx.phrase.lower().split()) else None
    first, last = (run.first, run.last) if run else (None, None)
    if not found or not run or not first or not last or first.year is None or last.year is None:
        return found
    return found.stating(Range(replace(first, year=first.year - 1), replace(last, year=last.year - 1), run.named))
