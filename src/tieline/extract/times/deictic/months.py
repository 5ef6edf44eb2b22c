"""Months and seasons near publication or the last date told."""

import datetime as dt

from tieline.extract.times.captures import Captures
from tieline.extract.times.context import Context, Found
from tieline.extract.times.deictic.away import in_history
from tieline.extract.times.registry import value
from tieline.extract.times.relative import beside
from tieline.extract.times.values import Point, bounds


@value
def month_away(caps: Captures, ctx: Context) -> Found | None:
    """A month or season with last, next, this: "last September", "next summer"."""
    month, index, shift = caps.word("month"), caps.word("season"), caps.word("which")
    part = caps.word("part")
    point = Point("month", None, month, mod=part) if month else Point("season", None, index=index, mod=part)

    def move(day: dt.date) -> Point | None:
        if shift == 0 and index not in (None, "WI"):
            return _of_year(point, day, ahead=ctx.direction() > 0)
        if shift == 0:
            return beside(point, day, 0)
        near = beside(point, day, shift)
        known = bounds(near) if near else None
        if near and known and known[0] <= day <= known[1] and near.year is not None:
            return Point(near.grain, near.year + shift, near.month, index=near.index, mod=part)
        return near

    days = bounds(ctx.told) if ctx.told is not None and in_history(caps, ctx) else None
    if days is not None:
        return ctx.from_told(lambda _: move(days[0]), "counted from")
    return ctx.from_published(move, "counted from") or Found(point)


def _of_year(season: Point, day: dt.date, *, ahead: bool) -> Point:
    """For "this summer", the one of the year, or where the sentence looks ahead and it is over, the next."""
    here = Point("season", day.year, index=season.index, mod=season.mod)
    days = bounds(here)
    over = days is not None and days[1] < day
    return Point("season", day.year + 1, index=season.index, mod=season.mod) if ahead and over else here


@value
def month_told(caps: Captures, ctx: Context) -> Found | None:
    """A month or season counted from the last date told: "the following April", "the previous spring"."""
    month, index, shift = caps.word("month"), caps.word("season"), caps.word("told")
    point = Point("month", None, month) if month else Point("season", None, index=index)

    def move(told: Point) -> Point | None:
        days = bounds(told)
        if days is None or shift == 0:
            return Point(point.grain, told.year, month, index=index)
        if told.grain == "year":
            return Point(point.grain, (told.year or 0) + shift, month, index=index)
        edge = days[1] + dt.timedelta(days=1) if shift > 0 else days[0] - dt.timedelta(days=1)
        near = beside(point, edge, shift)
        known = bounds(near) if near else None
        if near and known and shift < 0 and known[1] >= days[0]:
            return Point(near.grain, (near.year or 0) - 1, near.month, index=near.index)
        return near

    return ctx.from_told(move, "counted from") or Found(point)


@value
def come(caps: Captures, ctx: Context) -> Found | None:
    """A month or season that is still to come: "Come November, ..."."""
    filled = {**caps.filled, "which": ("which", "next", ctx.start, ctx.start)}
    if caps.has("ahead"):
        filled["month"] = caps.filled["ahead"]
    return month_away(Captures(filled, caps.words, caps.params), ctx)


@value
def seasons_ago(caps: Captures, ctx: Context) -> Found | None:
    """So many summers before publication: the last one that was over, and as many before it."""
    count, index = caps.number("n"), caps.word("seasons")
    if not count or count != int(count):
        return None

    def move(day: dt.date) -> Point | None:
        last = beside(Point("season", None, index=index), day, -1)
        return Point("season", (last.year or 0) - int(count) + 1, index=index) if last else None

    return ctx.from_published(move, "counted from") or Found(Point("season", None, index=index))
