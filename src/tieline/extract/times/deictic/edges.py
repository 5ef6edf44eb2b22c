"""Values of weekdays counted back and of the edges of months and years: "three Fridays ago", "the last day of June", "year-end 2009"."""

import datetime as dt

from tieline.extract.times.captures import Captures
from tieline.extract.times.context import Context, Found
from tieline.extract.times.explicit import calendar
from tieline.extract.times.registry import value
from tieline.extract.times.values import Point, Range, Vague, bounds, day_point


def _before(day: dt.date, number: int) -> dt.date:
    """The latest such weekday before a day."""
    return day - dt.timedelta(days=(day.weekday() - number - 1) % 7 + 1)


@value
def week_ago_weekday(caps: Captures, ctx: Context) -> Found | None:
    """A weekday so many weeks before the latest: "a week ago Tuesday"."""
    return _counted(caps, ctx, caps.word("weekday"), 0)


@value
def weekdays_ago(caps: Captures, ctx: Context) -> Found | None:
    """So many such weekdays back, the latest being the first: "three Fridays ago"."""
    return _counted(caps, ctx, caps.word("weekdays"), 1)


def _counted(caps: Captures, ctx: Context, number: int, first: int) -> Found | None:
    count = caps.number("n")
    if count is None or count != int(count):
        return None
    back = dt.timedelta(weeks=int(count) - first)
    found = ctx.from_published(lambda day: day_point(_before(day, number) - back), "counted from")
    return found or Found(Vague(f"XXXX-WXX-{number + 1}"))


@value
def last_day(caps: Captures, ctx: Context) -> Found | None:
    """The last day of a month."""
    month = calendar(caps, ctx)
    days = bounds(month.time) if month and isinstance(month.time, Point) else None
    if month is None or days is None:
        return month
    return month.stating(day_point(days[1]))


@value
def edge_of_month(caps: Captures, ctx: Context) -> Found | None:
    """The first or last so many days or weeks of a month."""
    month, count = calendar(caps, ctx), caps.number("n")
    days = bounds(month.time) if month and isinstance(month.time, Point) else None
    if month is None or days is None or not count or count != int(count):
        return None
    said = ctx.phrase.lower().split()
    more = dt.timedelta(days=int(count) * (7 if "weeks" in said else 1) - 1)
    first, last = (days[0], days[0] + more) if {"first", "opening"} & set(said[:2]) else (days[1] - more, days[1])
    return month.stating(Range(day_point(first), day_point(last))) if days[0] <= first and last <= days[1] else None


@value
def year_end(caps: Captures, ctx: Context) -> Found | None:
    """The end of a year by its number: "year-end 2009"."""
    return Found(Point("year", caps.year(), mod="CLOSE"))
