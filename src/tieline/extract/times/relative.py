"""What turns a part of a date into a date: the side of the day of publication, or the last date told."""

import datetime as dt
from dataclasses import replace

from tieline.extract.times.context import Context, Found
from tieline.extract.times.values import MONTHS, Bounds, Point, bounds
from tieline.late import regex

_JOINED = regex(r"\d{4},? and [^.;,\n]{3,40}\s(?:in|on)\s$")
SURE = -2  # a side: surely past
AHEAD = 92  # days by which a month may lie ahead where nothing tells on which side
NEAR, NEARER = 75, 45  # days from publication that outweigh the cues; ahead of a past tense only the nearer


def month_side(point: Point, ctx: Context, weekday: int | None = None) -> Found | None:
    """A month, day or season without its year, put on the side that tense and context give; open where nothing does."""
    found = lent(point, ctx)
    if found and _suits(found, weekday):
        return found
    if ctx.published is None:
        return goes_on(point, ctx) or Found(point)
    side = SURE if point.day and ctx.happened() else ctx.direction()
    if side > 0 and ctx.once_set():
        side = 0
    side = SURE if ctx.heads_entry() else side
    if side > 0 and point.grain == "month" and not ctx.foretells() and _just_ended(point, ctx):
        side = -1
    return ctx.from_published(lambda day: beside(point, day, side, weekday), _said(point, ctx.published, side, weekday))


def goes_on(point: Point, ctx: Context) -> Found | None:
    """In a text without a day of publication: a past day shortly after the day told just before ("They met again on 2 September")."""
    if ctx.told_day is None or not point.day or ctx.start - ctx.told_day_at > RECENT or ctx.direction() >= 0:
        return None
    last, found = bounds(ctx.told_day), after_told(point, ctx.told_day)
    days = bounds(found) if found else None
    if last is None or days is None or not 0 < (days[0] - last[1]).days <= ONWARD:
        return None
    return ctx.from_told(lambda told: after_told(point, told), "after", ctx.told_day)


def lent(point: Point, ctx: Context) -> Found | None:
    """A month, day or season in the year of the last date told, where that lends its year."""
    if ctx.told is None or ctx.told.year is None or not _told_rules(point, ctx):
        return None
    options = (ctx.from_told(lambda told: _lent_year(point, told, ctx), "after", one) for one in (ctx.lender(), ctx.told))
    return next((found for found in options if not _too_late(found, ctx)), None)


def _lent_year(point: Point, told: Point, ctx: Context) -> Point | None:
    """The point in the year told; in the next where the clause goes on: "broke off ties in December 2020, restored them in August"."""
    found, its = after_told(point, told), told.month
    mine = _month(point)
    if found is None or told.year is None or found.year != told.year or not mine or not its or mine >= its:
        return found
    return replace(found, year=told.year + 1) if ctx.tells_next_deed() else found


def _said(point: Point, published: Bounds, side: int, weekday: int | None) -> str:
    """How a derivation tells on which side of publication the point was put: "near" where nearness outweighed the tense."""
    found = beside(point, published[0], side, weekday)
    days = bounds(found) if found else None
    if days is None or (side < 0 and days[0] > published[0]) or (side > 0 and days[1] < published[0]):
        return SAID[0]
    return SAID[side]


def _just_ended(point: Point, ctx: Context) -> bool:
    """Whether the month ended shortly before publication, so that "they expect February's figures" looks back at it."""
    if ctx.published is None or point.month is None:
        return False
    return 1 <= (ctx.published[0].month - point.month) % 12 <= ENDED


ENDED = 2
ONWARD = 120  # days by which a telling goes on


def _suits(found: Found, weekday: int | None) -> bool:
    """Whether a day falls on the weekday written beside it."""
    days = bounds(found.time) if isinstance(found.time, Point) else None
    return weekday is None or days is None or days[0] != days[1] or days[0].weekday() == weekday


RECENT = 300
SAID = {SURE: "before", -1: "before", 0: "near", 1: "after"}


def _told_rules(point: Point, ctx: Context) -> bool:
    """A narrative lends the year last told, unless the sentence looks ahead; so does, in news, a past date told just before."""
    if ctx.told is None or ctx.told.year is None:
        return False
    if ctx.narrative:
        return not ctx.foretells()
    if ctx.published is not None and (ctx.foretells() or ctx.takes_effect() or (not ctx.told_sure and ctx.direction() > 0)):
        return False
    if ctx.published is not None and ctx.told_lately() and point.month != ctx.told.month:
        return False
    near = ctx.told_near()
    if not near and not (point.month and point.month == ctx.told.month and ctx.start - ctx.told_at < RECENT):
        return False
    if ctx.text[max(0, ctx.start - 6) : ctx.start].lower().endswith("as of "):
        return False
    if ctx.published is None:
        return near
    if _of_this_year(point, ctx.told, ctx):
        return False
    found = _lent_year(point, ctx.told, ctx)
    days = bounds(found) if found else None
    return ctx.told.year < ctx.published[0].year and days is not None and days[0] <= ctx.published[1]


def _of_this_year(point: Point, told: Point, ctx: Context) -> bool:
    """Whether a month joined to one of years ago, which it would have to precede, is that of the news: "in October 2018 and in July"."""
    if not point.month or not told.month or point.month >= told.month or ctx.published is None or told.year is None:
        return False
    return ctx.published[0].year - told.year > 1 and _JOINED.search(ctx.text[ctx.told_at : ctx.start]) is not None


def _too_late(found: Found | None, ctx: Context) -> bool:
    """Whether a lent year puts what a sentence looks back at after the day of publication."""
    if found is None or ctx.published is None or not isinstance(found.time, Point):
        return False
    days = bounds(found.time)
    return days is not None and days[0] > ctx.published[1] and ctx.direction() < 0


def after_told(point: Point, told: Point) -> Point | None:
    """The point in the year of the last date told, or in the next where the telling has gone past the end of the year."""
    if told.year is None:
        return None
    if told.grain in ("decade", "century"):
        return None
    year = told.year
    mine, its = _month(point), told.month
    if its and mine and mine < its and its - mine >= 8:
        year += 1
    elif its and mine and mine - its >= 10:
        year -= 1
    return replace(point, year=year)


def _month(point: Point) -> int | None:
    if point.grain == "season":
        return {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[str(point.index)]
    return point.month


def beside(point: Point, day: dt.date, side: int, weekday: int | None = None) -> Point | None:
    """The point in the year in which it lies before (-1), after (1) or nearest to (0) a day."""
    options = []
    for year in (day.year - 1, day.year, day.year + 1):
        option = replace(point, year=year)
        days = bounds(option)
        if days is None:
            continue
        if weekday is not None and days[0] == days[1] and days[0].weekday() == weekday:
            return option
        options.append((option, days))
    if not options:
        return None
    inside = next((option for option, days in options if days[0] <= day <= days[1]), None)
    if inside is not None and point.grain != "season":
        return inside
    if side == SURE:
        return next((option for option, days in reversed(options) if days[0] <= day), options[0][0])
    near = min(options, key=lambda one: (abs((one[1][0] - day).days), one[1][0]))
    away = (near[1][0] - day).days
    if point.day and abs(away) <= (NEARER if side < 0 < away else NEAR):
        return near[0]
    if side == 0 and point.grain == "month" and away > AHEAD:
        side = -1
    if side < 0:
        return next((option for option, days in reversed(options) if days[0] <= day), options[0][0])
    if side > 0:
        return next((option for option, days in options if days[1] >= day), options[-1][0])
    return near[0]


def told_year(ctx: Context, shift: int) -> Found | None:
    """The year of the last date told, or one so many years away; of publication where nothing was told."""
    if ctx.told is not None and ctx.told.year is not None:
        return ctx.from_told(lambda told: Point("year", (told.year or 0) + shift), "counted from")
    return ctx.from_published(lambda day: Point("year", day.year + shift), "counted from")


def half_year_of(grain: str, number: int, ctx: Context) -> Found | None:
    """A quarter or half without its year: the latest that has begun, or the next where the sentence looks ahead."""
    if ctx.told is not None and ctx.told.year is not None and (ctx.narrative or ctx.published is None):
        return ctx.from_told(lambda told: Point(grain, told.year, index=number), "in the year of")
    side = ctx.direction()

    def beside_day(day: dt.date) -> Point:
        now = (day.month - 1) // MONTHS[grain] + 1
        back = -1 if number > now else 0
        if side > 0 or (side == 0 and number == now + 1):
            back = 1 if number < now else 0
        return Point(grain, day.year + back, index=number)

    return ctx.from_published(beside_day, SAID[side]) or Found(Point(grain, None, index=number))
