"""The period a report is about: what "the quarter" or "a year ago" stands for after figures."""

from dataclasses import replace

from tieline.extract.times.context import Context
from tieline.extract.times.values import Point, bounds
from tieline.late import regex

LATELY = 700
WEEK = 7
_MEASURED = regex(r"\b(?:from|than|against|versus|compared (?:to|with)|over|on|up|down)\s(?:(?:[^.;\n]|\.\d){0,40}\s)?$")


def compared(ctx: Context) -> bool:
    """Whether "a year ago" is the same part of the year before: after a quarter or half, and after a month whose figure is compared."""
    told = ctx.told
    if told is None or told.year is None or ctx.start - ctx.told_at >= LATELY:
        return False
    if told.grain in ("quarter", "half"):
        return True
    near = told.grain == "month" and not ctx.narrative and ctx.told_at >= ctx.sentence_start()
    return near and _MEASURED.search(ctx.text[max(0, ctx.start - 60) : ctx.start]) is not None


def shifted(told: Point, years: float) -> Point | None:
    """The same part of another year."""
    return replace(told, year=(told.year or 0) + int(years), mod=None) if years == int(years) else None


def meant(grain: str, ctx: Context) -> Point | None:
    """The day, quarter or year that news told just before and now means by "the day", "the quarter", "the year"."""
    point, at = (ctx.told_day, ctx.told_day_at) if grain == "day" else (ctx.told, ctx.told_at)
    days = bounds(point) if point is not None else None
    if point is None or days is None or ctx.published is None or ctx.start - at >= LATELY or days[0] > ctx.published[0]:
        return None
    if grain == "day":
        return Point("day", point.year, point.month, point.day) if (ctx.published[0] - days[0]).days <= WEEK else None
    if grain == "year" and point.grain in ("quarter", "half"):
        return Point("year", point.year)
    return point if grain == point.grain == "quarter" else None
