"""Weekdays and weekends near publication or the last date told."""

import datetime as dt

from tieline.extract.times.captures import Captures
from tieline.extract.times.context import Context, Found
from tieline.extract.times.deictic.units import weekday_from
from tieline.extract.times.registry import value
from tieline.extract.times.tense import direction
from tieline.extract.times.values import Point, Vague, bounds, day_point, week_of

SHORT = 5


@value
def weekday(caps: Captures, ctx: Context) -> Found | None:
    """A weekday alone: the nearest before publication, that day included, or after it where the sentence looks ahead."""
    number = caps.word("weekday")
    low, high = caps.place("weekday")
    noted = high - low <= SHORT and ctx.text[low:high].islower()  # as messages write it, which plan ahead
    next_step = _next_step(number, ctx)
    if next_step is not None:
        return _with_part(next_step, caps)
    side = (direction(ctx.lead(), "") or 1) if noted else ctx.direction()
    if side > 0:
        found = ctx.from_published(lambda day: weekday_from(day, number, 1), "after")
    else:
        found = ctx.from_published(lambda day: weekday_from(day, number, -1), "before")
    return _with_part(found, caps) or Found(Vague(f"XXXX-WXX-{number + 1}"))


def _next_step(number: int, ctx: Context) -> Found | None:
    """The first such day behind the one told before it: "met him on Monday before flying to Lima on Tuesday"."""
    days = bounds(ctx.told) if ctx.told is not None and ctx.told_near() else None
    if days is None or days[0] != days[1] or not ctx.follows():
        return None
    return ctx.from_told(lambda _: weekday_from(days[0], number, 1), "on or after")


@value
def weekday_away(caps: Captures, ctx: Context) -> Found | None:
    """A weekday with last, next, this or coming."""
    number, word = caps.word("weekday"), caps.text("which") or ""
    shift = caps.word("which")

    def move(day: dt.date) -> Point | None:
        if word == "previous":
            return day_point(day - dt.timedelta(days=day.weekday() - number + 7))
        if shift < 0:
            return weekday_from(day - dt.timedelta(days=1), number, -1)
        if shift > 0:
            point = weekday_from(day + dt.timedelta(days=1), number, 1)
            known = bounds(point)
            week = known and known[0].isocalendar()[:2] == day.isocalendar()[:2]
            return day_point(known[0] + dt.timedelta(days=7)) if known and week and word == "next" else point
        monday = day - dt.timedelta(days=day.weekday())
        return day_point(monday + dt.timedelta(days=number))

    return _with_part(ctx.from_published(move, "counted from"), caps) or Found(Vague(f"XXXX-WXX-{number + 1}"))


@value
def weekday_in_week(caps: Captures, ctx: Context) -> Found | None:
    """A weekday of last, this or next week."""
    number, shift = caps.word("weekday"), caps.word("which") or 0

    def move(day: dt.date) -> Point:
        return day_point(day - dt.timedelta(days=day.weekday()) + dt.timedelta(days=number, weeks=shift))

    return ctx.from_published(move, "counted from") or Found(Vague(f"XXXX-WXX-{number + 1}"))


def _with_part(found: Found | None, caps: Captures) -> Found | None:
    part = caps.word("daypart")
    if found and part and isinstance(found.time, Point):
        point = found.time
        return found.of(Point("part", point.year, point.month, point.day, index=part))
    return found


@value
def weekend(caps: Captures, ctx: Context) -> Found | None:
    """The weekend: the coming one where the sentence looks ahead, else this one where it has begun, or the last."""
    side = ctx.direction()
    found = ctx.from_published(lambda day: week_of(day, 0 if side > 0 or day.weekday() >= 5 else -1, "weekend"), "near")
    return found or Found(Vague("XXXX-WXX-WE"))


@value
def weekday_told(caps: Captures, ctx: Context) -> Found | None:
    """A weekday after or before the last date told, or in the week after it."""
    number, shift = caps.word("weekday"), caps.word("told")
    in_week = ctx.phrase.lower().endswith("week")

    def move_day(day: dt.date) -> Point:
        if in_week:
            return day_point(day + dt.timedelta(days=number - day.weekday() + 7 * shift))
        return weekday_from(day + dt.timedelta(days=shift), number, shift or 1)

    def move(told: Point) -> Point | None:
        days = bounds(told)
        return move_day(days[0]) if days and days[0] == days[1] else None

    if ctx.told is None and shift > 0 and not in_week:
        return weekday_away(Captures({**caps.filled, "which": ("which", "next", ctx.start, ctx.start)}, caps.words, caps.params), ctx)
    if ctx.told is None:
        return _with_part(ctx.from_published(move_day, "counted from"), caps) or Found(Vague(f"XXXX-WXX-{number + 1}"))
    return _with_part(ctx.from_told(move, "counted from"), caps) or Found(Vague(f"XXXX-WXX-{number + 1}"))
