"""Values of holidays: fixed days, days that move, and feasts that the moon decides."""

import datetime as dt
import re
from dataclasses import replace
from typing import Any

from tieline.extract.times.captures import Captures
from tieline.extract.times.context import Context, Found
from tieline.extract.times.explicit import calendar, some_year
from tieline.extract.times.holidays import SEEN, day_in, nth_weekday
from tieline.extract.times.registry import value
from tieline.extract.times.relative import month_side
from tieline.extract.times.render import words
from tieline.extract.times.values import Between, Point, Range, Vague, bounds, day_point, week_of
from tieline.late import regex


@value
def holiday(caps: Captures, ctx: Context) -> Found | None:
    """A holiday, fixed or moving, with its year or near the text's own time."""
    rule = caps.word("holiday")
    if caps.has("which"):
        return ctx.from_published(lambda day: _holiday_away(rule, day, caps.word("which")), "counted from")
    if caps.has("told") and caps.word("told") and not caps.has("year"):
        told, shift = bounds(ctx.told) if ctx.told else None, caps.word("told")
        if told is None:
            return ctx.from_published(lambda day: _holiday_away(rule, day, shift), "counted from")
        return ctx.from_told(lambda _: _holiday_away(rule, told[0], shift), "counted from")
    year, how, named = some_year(caps, ctx)
    if named:
        return Found(day_point(day_in(rule, year)), "relative" if how else "explicit") if year and year > 0 else None
    if isinstance(rule, list):
        return month_side(Point("day", None, rule[0], rule[1]), ctx)
    if (
        ctx.told is not None
        and (ctx.told.year or 0) > 0
        and (ctx.narrative or ctx.published is None or (ctx.told_near() and not ctx.foretells()))
    ):
        return ctx.from_told(lambda told: day_point(day_in(rule, told.year or 1)), "in the year of", ctx.lender())
    side, beside = ctx.direction(), _IN_IT.search(ctx.text[max(0, ctx.start - 16) : ctx.start]) is None
    return ctx.from_published(lambda day: _nearest_holiday(rule, day, side, soon=SOON if beside else 0), "near")


@value
def holiday_beside(caps: Captures, ctx: Context) -> Found | None:
    """The day, night or week before or after a holiday: "the day before Thanksgiving"."""
    found = holiday(caps, ctx)
    days = bounds(found.time) if found and isinstance(found.time, Point) else None
    if found is None or days is None:
        return found
    _, unit, side, *_ = ctx.phrase.lower().split()
    shift = -1 if side == "before" else 1
    if unit == "week":
        return found.stating(week_of(days[0], shift))
    day = day_point(days[0] + dt.timedelta(days=shift))
    return found.stating(replace(day, grain="part", index="NI") if unit == "night" else day)


def _holiday_away(rule: Any, day: dt.date, shift: int) -> Point | None:
    days = [day_in(rule, year) for year in (day.year - 1, day.year, day.year + 1)]
    if shift == 0:
        return day_point(days[1])
    chosen = [one for one in days if (one > day if shift > 0 else one < day)]
    return day_point(chosen[0] if shift > 0 else chosen[-1])


def _far(one: dt.date, day: dt.date, side: int) -> int:
    distance = (one - day).days
    return abs(distance) if distance * side >= 0 else abs(distance) + 1000


_IN_IT = regex(r"\b(?:at|on|over|during|last|since|after)\s(?:the\s)?$", re.IGNORECASE)
SOON = 21


def _nearest_holiday(rule: Any, day: dt.date, side: int, soon: int = 0) -> Point:
    """The nearest such day on a side; one at hand where nothing is told to be done on it: "snow made Easter travel slow"."""
    days = [day_in(rule, day.year + shift) for shift in (-1, 0, 1)]
    at_hand = next((one for one in days if 0 <= (one - day).days <= soon), None)
    return day_point(at_hand or min(days, key=lambda one: _far(one, day, side)))


@value
def known_day(caps: Captures, ctx: Context) -> Found | None:
    """The one day that a name stands for: "the Sept. 11 attacks"."""
    year, month, day = caps.word("known")
    return Found(Point("day", year, month, day))


@value
def feast(caps: Captures, ctx: Context) -> Found | None:
    """A feast whose day the moon decides: one of the few days that it can be, where the year is known."""
    name = str(caps.word("feast"))
    if name not in SEEN:
        return Found(Vague("XXXX-XX-XX"))  # "Eid" alone is one of two feasts
    year, how, named = some_year(caps, ctx)
    if not named and ctx.published is None and (ctx.told is None or ctx.told.year is None):
        return Found(Vague("XXXX-XX-XX"))
    if not named:
        year = _feast_year(name, ctx)
    windows = SEEN[name](year) if year and 1 < year < 9990 else []
    if len(windows) != 1:
        return Found(Vague("XXXX-XX-XX"))
    first, last = (day_point(day) for day in windows[0])
    time = Range(first.with_mod("APPROX"), last.with_mod("APPROX")) if name == "ramadan" else Between(first, last)
    note = f'"{ctx.phrase}" by the moon of {year} lies from {windows[0][0]} to {windows[0][1]}'
    return Found(time, "relative" if how or not named else "explicit", (*(how.derivation if how else ()), note))


def _feast_year(name: str, ctx: Context) -> int | None:
    """The year told where that was told just before, else the one whose feast lies nearest publication on the side that tense gives."""
    if ctx.told is not None and ctx.told.year is not None and (ctx.narrative or ctx.published is None or ctx.told_near()):
        told = ctx.lender()
        return told.year if told else None
    if ctx.published is None:
        return None
    day, side = ctx.published[0], ctx.direction()
    windows = [window for shift in (-1, 0, 1) for window in SEEN[name](day.year + shift)]
    return min(windows, key=lambda one: _far(one[0], day, side))[0].year


@value
def nth_weekday_of(caps: Captures, ctx: Context) -> Found | None:
    """The first, second ... last of a weekday in a month: "the first Friday of May 2014"."""
    nth, number, month = caps.ordinal("nth"), int(caps.word("weekday")), caps.word("month")
    whole = calendar(Captures({key: value for key, value in caps.filled.items() if key != "weekday"}, caps.words, caps.params), ctx)
    if nth is None or not (nth == -1 or 1 <= nth <= 5) or whole is None or not isinstance(whole.time, Point):
        return None
    if whole.time.year is None or not 0 < whole.time.year < 9999:
        return Found(Vague(f"XXXX-{month:02}-XX"), whole.basis)
    day = nth_weekday(whole.time.year, month, number, nth)
    if day.month != month:
        return None
    note = f'"{ctx.phrase}" is {words(day_point(day))}'
    return Found(day_point(day), whole.basis, (*whole.derivation, note))
