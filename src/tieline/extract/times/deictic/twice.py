"""Values of further deictic forms and of those that look back on dates told: "the year before last", "the latter year"."""

import datetime as dt
import re

from tieline.extract.times.captures import Captures
from tieline.extract.times.context import Context, Found
from tieline.extract.times.deictic.away import unit_away
from tieline.extract.times.deictic.units import unit_of
from tieline.extract.times.deictic.vague import vague
from tieline.extract.times.deictic.weekdays import weekday_told
from tieline.extract.times.registry import value
from tieline.extract.times.values import Point, Vague, bounds, day_point
from tieline.late import regex


@value
def two_away(caps: Captures, ctx: Context) -> Found | None:
    """Two units from publication: "the year before last", "the Friday after next"."""
    sign = caps.params["sign"]
    if caps.has("weekday"):
        return _weekday_two_away(int(caps.word("weekday")), sign, ctx)
    words = ctx.phrase.lower().split()
    unit = caps.word("unit") or ("day" if words[1] == "night" else "weekend")
    return unit_away(Captures(caps.filled, caps.words, {"unit": unit, "shift": 2 * sign}), ctx)


def _weekday_two_away(number: int, sign: int, ctx: Context) -> Found:
    def move(day: dt.date) -> Point:
        nearest = (number - day.weekday()) % 7 or 7 if sign > 0 else -((day.weekday() - number) % 7 or 7)
        return day_point(day + dt.timedelta(days=nearest + 7 * sign))

    return ctx.from_published(move, "counted from") or Found(Vague(f"XXXX-WXX-{number + 1}"))


@value
def week_on(caps: Captures, ctx: Context) -> Found | None:
    """A weekday one or more weeks after the next: "a week on Tuesday"."""
    number, said = int(caps.word("weekday")), ctx.phrase.lower()
    weeks = int(caps.number("n") or 1) if caps.has("n") else 1 if said.startswith("a week") or said.endswith(" week") else 2

    def move(day: dt.date) -> Point:
        return day_point(day + dt.timedelta(days=((number - day.weekday()) % 7 or 7) + 7 * weeks))

    return ctx.from_published(move, "counted from") or Found(Vague(f"XXXX-WXX-{number + 1}"))


@value
def former_year(caps: Captures, ctx: Context) -> Found | None:
    """The year told before the last one."""
    point = ctx.told_before
    if point is None or point.year is None:
        return Found(Vague("XXXX"))
    return ctx.from_told(lambda told: Point("year", told.year), "means", point)


@value
def weekday_beside(caps: Captures, ctx: Context) -> Found | None:
    """The weekday before or after the last date told."""
    shift = -1 if ctx.phrase.lower().split()[-1] in ("before", "previous") else 1
    return weekday_told(Captures({**caps.filled, "told": _told(caps, shift)}, caps.words, caps.params), ctx)


def _told(caps: Captures, shift: int) -> tuple[str, str, int, int]:
    return "told", "the following" if shift > 0 else "the previous", *caps.place("weekday")


@value
def vague_history(caps: Captures, ctx: Context) -> Found | None:
    """A time that no calendar holds, where a history tells it: news says "former" of every minister."""
    return vague(caps, ctx) if ctx.narrative else None


@value
def mid_unit(caps: Captures, ctx: Context) -> Found | None:
    """The middle of the week, month or year of publication."""
    unit = ctx.phrase.lower().replace("-", " ").split()[-1]

    def move(day: dt.date) -> Point | None:
        point = unit_of(day, unit, 0)
        return point.with_mod("MID") if point else None

    if ctx.narrative and ctx.told is not None:
        return ctx.from_told(lambda told: move(days[0]) if (days := bounds(told)) else None, "counted from")
    return ctx.from_published(move, "counted from") or Found(Vague("XXXX-XX" if unit == "month" else "XXXX"))


@value
def turn_of_century(caps: Captures, ctx: Context) -> Found | None:
    """About the first year of the century told or published, or of the next where the century is nearly over."""
    nth = caps.ordinal("nth")
    if nth is not None:
        return Found(Point("century", (nth - 1) * 100, mod="START")) if 1 <= nth <= 22 else None
    size = 100 if ctx.phrase.lower().endswith("century") else 1000

    def turn(year: int | None) -> Point | None:
        return Point("year", ((year or 0) + size // 5) // size * size, mod="APPROX") if year and year > 0 else None

    if ctx.told is not None and ctx.told.year is not None and (ctx.narrative or ctx.published is None):
        return ctx.from_told(lambda told: turn(told.year), "near")
    return ctx.from_published(lambda day: turn(day.year), "near") or Found(Vague("XXXX"))


_NAMED_UNIT = regex(r"\bthis\s{1,3}(day|week|month|quarter|season|year)\b", re.IGNORECASE)


@value
def same_unit(caps: Captures, ctx: Context) -> Found | None:
    """The next or last unit of the kind named before: "2 percent this year and 3 percent next"."""
    named = [found[1] for found in _NAMED_UNIT.finditer(ctx.text, ctx.sentence_start(), ctx.start)]
    if not named or named[-1] == "season":
        return None
    shift = 1 if ctx.phrase.lower() == "next" else -1
    return unit_away(Captures({}, caps.words, {"unit": named[-1].lower(), "shift": shift}), ctx)
