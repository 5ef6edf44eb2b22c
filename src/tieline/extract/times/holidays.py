"""Days of the year that move: Easter and what hangs on it, the nth weekday of a month, and feasts of the moon."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from tieline.extract.times.moons import diwali, islamic, lunar_new_year, ramadan, rosh_hashanah


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


def orthodox_easter(year: int) -> dt.date:
    """Easter Sunday of the Julian calendar, as a Gregorian date (Meeus 1991)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(days=year // 100 - year // 400 - 2)


def _from_easter(days: int) -> Callable[[int], dt.date]:
    return lambda year: easter(year) + dt.timedelta(days=days)


def _nth(month: int, weekday: int, nth: int, days: int = 0) -> Callable[[int], dt.date]:
    return lambda year: nth_weekday(year, month, weekday, nth) + dt.timedelta(days=days)


MOVING: dict[str, Callable[[int], dt.date]] = {
    "ascension": _from_easter(39),
    "ash_wednesday": _from_easter(-46),
    "black_friday": _nth(11, 3, 4, days=1),
    "columbus_day": _nth(10, 0, 2),
    "corpus_christi": _from_easter(60),
    "easter": easter,
    "easter_monday": _from_easter(1),
    "election_day": _nth(11, 0, 1, days=1),
    "fathers_day": _nth(6, 6, 3),
    "good_friday": _from_easter(-2),
    "holy_saturday": _from_easter(-1),
    "king_day": _nth(1, 0, 3),
    "labor_day": _nth(9, 0, 1),
    "lunar_new_year": lunar_new_year,
    "maundy_thursday": _from_easter(-3),
    "memorial_day": _nth(5, 0, -1),
    "mothers_day": _nth(5, 6, 2),
    "orthodox_easter": orthodox_easter,
    "palm_sunday": _from_easter(-7),
    "passover": lambda year: rosh_hashanah(year) - dt.timedelta(days=163),
    "pentecost": _from_easter(49),
    "presidents_day": _nth(2, 0, 3),
    "rosh_hashanah": rosh_hashanah,
    "shrove_tuesday": _from_easter(-47),
    "thanksgiving": _nth(11, 3, 4),
    "trinity_sunday": _from_easter(56),
    "whit_monday": _from_easter(50),
    "yom_kippur": lambda year: rosh_hashanah(year) + dt.timedelta(days=9),
}
# Feasts of which only the first and last possible day can be reckoned, for each time that they fall in a year.
SEEN: dict[str, Callable[[int], list[tuple[dt.date, dt.date]]]] = {
    "ashura": lambda year: islamic(year, 1, 10),
    "diwali": diwali,
    "eid_al_adha": lambda year: islamic(year, 12, 10),
    "eid_al_fitr": lambda year: islamic(year, 10, 1),
    "islamic_new_year": lambda year: islamic(year, 1, 1),
    "mawlid": lambda year: islamic(year, 3, 12),
    "ramadan": ramadan,
}


def day_in(rule: Any, year: int) -> dt.date:
    """The day of a holiday in a year; `rule` is [month, day] or the name of a moving feast."""
    return dt.date(year, rule[0], rule[1]) if isinstance(rule, list) else MOVING[rule](year)
