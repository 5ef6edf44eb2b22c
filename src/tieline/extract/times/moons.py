"""New moons, and the feasts that hang on them.

New moons follow Meeus, Astronomical Algorithms (1998), chapter 49, to a few minutes; the Jewish new year follows the rule of Gauss.
"""

import datetime as dt
from math import floor, radians, sin

LUNATION = 29.530588861
FIRST = 2451550.09766  # Julian day of the new moon of 6 January 2000, the zeroth
EPOCH = 2440587.5  # Julian day of 1 January 1970
TERMS = (  # factor, and how often the sun's anomaly, the moon's anomaly and the argument of latitude count
    (-0.40720, 0, 1, 0), (0.17241, 1, 0, 0), (0.01608, 0, 2, 0), (0.01039, 0, 0, 2), (0.00739, -1, 1, 0), (-0.00514, 1, 1, 0),
    (0.00208, 2, 0, 0), (-0.00111, 0, 1, -2), (-0.00057, 0, 1, 2), (0.00056, 1, 2, 0), (-0.00042, 0, 3, 0), (0.00042, 1, 0, 2),
)  # fmt: skip
BEIJING = 8 / 24
SHAWWAL_1420 = 1419 * 12 + 9  # months of the Islamic calendar before the zeroth new moon
WAIT = (1, 3)  # days from a new moon to the first day of an Islamic month, as it is seen or reckoned from land to land


def new_moon(number: int) -> float:
    """The Julian day of a new moon, counted from that of 6 January 2000."""
    sun, moon, node = (radians(start + step * number) for start, step in SLOPES)
    return FIRST + LUNATION * number + sum(factor * sin(a * sun + b * moon + c * node) for factor, a, b, c in TERMS)


SLOPES = ((2.5534, 29.10535670), (201.5643, 385.81693528), (160.7108, 390.67050284))


def moon_day(number: int, shift: float = 0.0) -> dt.date:
    """The day of a new moon at a place so many days ahead of Greenwich."""
    return dt.date(1970, 1, 1) + dt.timedelta(days=floor(new_moon(number) - EPOCH + shift))


def moon_near(day: dt.date) -> int:
    """The number of the last new moon before a day, give or take one."""
    return floor(((day - dt.date(2000, 1, 6)).days) / LUNATION)


def lunar_new_year(year: int) -> dt.date:
    """The new moon, in Beijing, that opens the Chinese year: the second after the month that holds the winter solstice."""
    solstice = dt.date(year - 1, 12, 22)
    number = moon_near(solstice) + 2
    while moon_day(number, BEIJING) > solstice:
        number -= 1
    number += 2
    return moon_day(number if moon_day(number, BEIJING) >= dt.date(year, 1, 21) else number + 1, BEIJING)


def islamic(year: int, month: int, day: int) -> list[tuple[dt.date, dt.date]]:
    """The first and last day on which a day of the Islamic year can fall, for each time it falls in a year."""
    first = (year - 622) * 33 // 32
    found = []
    for own in range(first - 1, first + 3):
        moon = moon_day((own - 1) * 12 + month - 1 - SHAWWAL_1420)
        window = (moon + dt.timedelta(days=WAIT[0] + day - 1), moon + dt.timedelta(days=WAIT[1] + day - 1))
        if window[0].year == year:
            found.append(window)
    return found


def ramadan(year: int) -> list[tuple[dt.date, dt.date]]:
    """The first and last day that can belong to each Ramadan that begins in a year."""
    return [(first, last + dt.timedelta(days=29)) for first, last in islamic(year, 9, 1)]


def diwali(year: int) -> list[tuple[dt.date, dt.date]]:
    """The day of the new moon of October or November, or the day before."""
    number = moon_near(dt.date(year, 10, 17))
    while moon_day(number) < dt.date(year, 10, 17):
        number += 1
    return [(moon_day(number) - dt.timedelta(days=1), moon_day(number))]


def rosh_hashanah(year: int) -> dt.date:
    """The Jewish new year that falls in a year."""
    turn = 12 * (year % 19 + 1) % 19
    exact = year // 100 - year // 400 - 2 + 765433 / 492480 * turn + year % 4 / 4 - (313 * year + 89081) / 98496
    day = dt.date(year, 9, 1) + dt.timedelta(days=floor(exact) - 1)
    rest = exact - floor(exact)
    if day.weekday() in (6, 2, 4) or (day.weekday() == 0 and rest >= 23269 / 25920 and turn > 11):
        return day + dt.timedelta(days=1)
    return day + dt.timedelta(days=2) if day.weekday() == 1 and rest >= 1367 / 2160 and turn > 6 else day
