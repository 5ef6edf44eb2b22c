"""The period a report is about: what "the quarter" or "a year ago" stands for after figures."""

from dataclasses import replace

from tieline.extract.times.context import Context
from tieline.extract.times.values import Point, bounds
from tieline.late import regex

WEEK = 7
LATELY = 700
WEEK = 7
_EVENT = regex(r"\s+(?:the|an?|its|their|his|her|it|he|she|they|this|that|[A-Z]\w*)\s")
_DESCRIBES = regex(
    r"\b[a-z]{2,16} (?:[a-z]{3,16}ed|begun|made|held|reached|struck|since|of|from|after|before) (?:[^.;,]{0,30} )?(?:in|on)?\s?$"
)
_MEASURED = regex(r"\b(?:from|than|against|versus|compared (?:to|with)|over|on|up|down)\s(?:(?:[^.;\n]|\.\d){0,40}\s)?$")


def compared(ctx: Context) -> Point | None:
    """The quarter, half or month whose figure "a year ago" is compared with; None where it only counts years."""
    told = ctx.told
    if told is not None and told.year is not None and ctx.start - ctx.told_at < LATELY:
        if told.grain in ("quarter", "half"):
            return told
        near = told.grain == "month" and not ctx.narrative and ctx.told_at >= ctx.sentence_start()
        if near:
            return told if _measured(ctx) else None
    period = ctx.told_period
    lately = period is not None and not ctx.narrative and ctx.start - ctx.told_period_at < LATELY
    return period if lately and _measured(ctx) and (told is None or ctx.told_at < ctx.sentence_start()) else None


def _measured(ctx: Context) -> bool:
    return _MEASURED.search(ctx.text[max(0, ctx.start - 60) : ctx.start]) is not None


def shifted(told: Point, years: float) -> Point | None:
    """The same part of another year."""
    return replace(told, year=(told.year or 0) + int(years), mod=None) if years == int(years) else None


def meant(grain: str, ctx: Context) -> Point | None:
    """The day, quarter or year that news told just before and now means by "the day", "the quarter", "the year"."""
    day, period = (ctx.told_day, ctx.told_day_at), (ctx.told_period, ctx.told_period_at)
    point, at = day if grain == "day" else period
    days = bounds(point) if point is not None else None
    if point is None or days is None or ctx.published is None or ctx.start - at >= LATELY or days[0] > ctx.published[0]:
        return None
    if grain == "day":
        return Point("day", point.year, point.month, point.day) if (ctx.published[0] - days[0]).days <= WEEK else None
    if grain == "year":
        return Point("year", point.year)
    return point if grain == point.grain == "quarter" else None


def lately_day(ctx: Context) -> Point | None:
    """The day told last, where a month or year was told after it: "on Tuesday ..., a law of 1996, and a day later"."""
    told = ctx.told
    coarse = not ctx.narrative and told is not None and told.grain not in ("day", "part", "minute")
    if not coarse or ctx.told_day is None or _goes_past(ctx):
        return None
    return ctx.told_day if ctx.start - ctx.told_day_at < LATELY or _is_news(ctx.told_day, ctx) else None


def _goes_past(ctx: Context) -> bool:
    """Whether the telling went on to a later month: "met on 3 May. It passed a law in June. A day later its envoy left"."""
    told, day = ctx.told, ctx.told_day
    if told is None or day is None or told.grain != "month" or _DESCRIBES.search(ctx.text[max(0, ctx.told_at - 60) : ctx.told_at]):
        return False
    after, before = bounds(told), bounds(day)
    between = ctx.text[ctx.told_day_at : ctx.told_at]
    apart = any(mark in between for mark in (". ", ".\n", "\n\n"))
    return apart and after is not None and before is not None and after[0] > before[1] and not _is_news(day, ctx)


def _is_news(day: Point, ctx: Context) -> bool:
    """Whether a day is that of the news: told in the week before publication, and not in the sentence of a date of long ago."""
    days = bounds(day)
    if days is None or ctx.published is None or ctx.told_at >= ctx.sentence_start():
        return False
    return 0 <= (ctx.published[1] - days[0]).days <= WEEK


def apposed(ctx: Context, grain: str) -> Point | None:
    """The date that "the day after the vote" only explains: "He resigned on Friday, the day after the vote"."""
    told = ctx.told
    if told is None or ctx.told_at < ctx.sentence_start() or (told.grain != grain and (told.grain, grain) != ("part", "day")):
        return None
    beside = ctx.text[max(0, ctx.start - 3) : ctx.start].rstrip().endswith(",")
    return told if beside and _EVENT.match(ctx.text, ctx.end) else None
