"""Values of several lengths or conditions together: "two years and a month ago", "Monday two weeks from now", "next 6th of April"."""

import datetime as dt

from tieline.extract.times.captures import Captures
from tieline.extract.times.context import Context, Found
from tieline.extract.times.registry import value
from tieline.extract.times.values import Length, Point, Vague, add_months_to, bounds, day_point

DAYS = {"day": 1, "week": 7, "fortnight": 14}
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
SIZES = ("year", "month", "week", "day", "hour", "minute", "second")


@value
def lengths(caps: Captures, ctx: Context) -> Found | None:
    """Two or three lengths in falling size: "two years and three months"."""
    parts = _lengths(caps)
    if parts is None:
        return None
    (amount, unit), *more = parts
    return Found(Length(amount, unit, None, tuple(more)))


@value
def lengths_away(caps: Captures, ctx: Context) -> Found | None:
    """Two or three lengths before or after: from the last date told for later and earlier, else from publication."""
    parts = _lengths(caps)
    if parts is None:
        return None
    phrase = ctx.phrase.lower()
    sign = 1 if phrase.endswith(("later", "now", "today", "hence")) else -1

    def move(day: dt.date) -> Point | None:
        try:
            for amount, unit in parts:
                day = _moved(day, unit, sign * int(amount))
        except (OverflowError, ValueError):
            return None
        return _as_fine(day, parts[-1][1])

    told = bounds(ctx.told) if ctx.told is not None and phrase.endswith(("later", "earlier", "before")) else None
    if told is not None:
        return ctx.from_told(lambda point: move(told[0]), "counted from")
    return ctx.from_published(move, "counted from") or Found(Vague("XXXX-XX-XX"))


@value
def weekday_offset(caps: Captures, ctx: Context) -> Found | None:
    """A weekday so long from now: in the week that days and weeks lead to, on or after the day that months and years lead to."""
    number, unit, amount = caps.word("weekday"), str(caps.word("unit")), caps.number("n")
    if amount is None or unit not in {**DAYS, **MONTHS}:
        return None

    def move(day: dt.date) -> Point:
        there = _moved(day, unit, int(amount))
        ahead = number - there.weekday() if unit in DAYS else (number - there.weekday()) % 7
        return day_point(there + dt.timedelta(days=ahead))

    return ctx.from_published(move, "counted from") or Found(Vague(f"XXXX-WXX-{number + 1}"))


@value
def calendar_away(caps: Captures, ctx: Context) -> Found | None:
    """A day and month with next or this: the first after publication, or the one of the same year."""
    month, day = caps.word("month"), caps.ordinal("day")
    if caps.has("pair"):
        month, day = (int(part) for part in (caps.text("pair") or "0/0").replace("-", "/").replace(".", "/").split("/"))
    shift = caps.word("which")
    if not month or not day or not 1 <= month <= 12:
        return None

    def move(today: dt.date) -> Point | None:
        point = Point("day", today.year, month, day)
        known = bounds(point)
        late = shift > 0 and known is not None and known[0] <= today
        return Point("day", today.year + (1 if late else -1 if shift < 0 and known and known[0] >= today else 0), month, day)

    return ctx.from_published(move, "counted from") or Found(Point("day", None, month, day))


def _lengths(caps: Captures) -> list[tuple[float, str]] | None:
    """The lengths of the expression, where they stand in falling size."""
    parts = []
    for suffix in ("", "2", "3"):
        amount, unit = caps.number("n" + suffix), caps.word("unit" + suffix)
        if unit:
            parts.append((amount, str(unit)))
    whole = in_falling_size(caps) and all(one for one, _ in parts)
    return [(amount, unit) for amount, unit in parts if amount is not None] if whole else None


def in_falling_size(caps: Captures) -> bool:
    """Whether the units of several lengths fall in size: "two years and a month", not "three hours and two days"."""
    units = [caps.word(name) for name in ("unit", "unit2", "unit3") if caps.has(name)]
    sizes = [SIZES.index(unit) if unit in SIZES else -1 for unit in units]
    return -1 not in sizes and sizes == sorted(set(sizes))


def _moved(day: dt.date, unit: str, count: int) -> dt.date:
    if unit in MONTHS:
        return add_months_to(day, count * MONTHS[unit])
    return day + dt.timedelta(days=count * DAYS.get(unit, 0))


def _as_fine(day: dt.date, unit: str) -> Point:
    return Point("month", day.year, day.month) if unit == "month" else day_point(day)
