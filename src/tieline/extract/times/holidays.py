"""Days of the year that move: Easter and what hangs on it, and the nth weekday of a month."""

import datetime as dt
from collections.abc import Callable
from typing import Any


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """The nth weekday of a month; -1 is the last."""
    if nth > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
    return last - dt.timedelta(days=(last.weekday() - weekday) % 7)


MOVING: dict[str, Callable[[int], dt.date]] = {
    "easter": easter,
    "easter_monday": lambda year: easter(year) + dt.timedelta(days=1),
    "ash_wednesday": lambda year: easter(year) - dt.timedelta(days=46),
    "palm_sunday": lambda year: easter(year) - dt.timedelta(days=7),
    "holy_thursday": lambda year: easter(year) - dt.timedelta(days=3),
    "holy_saturday": lambda year: easter(year) - dt.timedelta(days=1),
    "good_friday": lambda year: easter(year) - dt.timedelta(days=2),
    "thanksgiving": lambda year: nth_weekday(year, 11, 3, 4),
    "black_friday": lambda year: nth_weekday(year, 11, 3, 4) + dt.timedelta(days=1),
    "labor_day": lambda year: nth_weekday(year, 9, 0, 1),
    "memorial_day": lambda year: nth_weekday(year, 5, 0, -1),
    "king_day": lambda year: nth_weekday(year, 1, 0, 3),
    "presidents_day": lambda year: nth_weekday(year, 2, 0, 3),
}


def day_in(rule: Any, year: int) -> dt.date:
    """The day of a holiday in a year; `rule` is [month, day] or the name of a moving feast."""
    return dt.date(year, rule[0], rule[1]) if isinstance(rule, list) else MOVING[rule](year)
