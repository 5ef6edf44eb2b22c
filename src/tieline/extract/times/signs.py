"""Values of dates written with signs or numbers: "Q3 2009", "FY2013/14", "Dec31", "04/2014", and days that no calendar has."""

import re

from tieline.extract.times.captures import Captures, full_year
from tieline.extract.times.context import Context, Found
from tieline.extract.times.explicit import fiscal, some_year
from tieline.extract.times.registry import value
from tieline.extract.times.relative import half_year_of, month_side
from tieline.extract.times.values import Point, Range, add_months, bounds
from tieline.late import regex

_FY = regex(r"\d{4}|\d\d")


@value
def quarter_sign(caps: Captures, ctx: Context) -> Found | None:
    """A quarter or half as companies write it: "Q3 2009", "2009 Q3", "H1"."""
    sign = caps.text("qsign") or ""
    grain, number = ("quarter" if "q" in sign else "half"), int(re.sub(r"\D", "", sign))
    year, how, named = some_year(caps, ctx)
    if not named:
        return half_year_of(grain, number, ctx)
    return Found(Point(grain, year, index=number), "relative" if how else "explicit", how.derivation if how else ())


@value
def first_half(caps: Captures, ctx: Context) -> Found | None:
    """The first or second half, of the year that tense and context give."""
    return half_year_of("half", 1 if "first" in ctx.phrase.lower() else 2, ctx)


@value
def fiscal_sign(caps: Captures, ctx: Context) -> Found | None:
    """A fiscal year written short: "FY2014", "FY 2013/14", "the 2014 fiscal year"."""
    if caps.has("year"):
        return fiscal(caps, ctx)
    low, high = caps.place("fysign")
    digits = _FY.search(ctx.text, low, high)
    if digits is None:
        return None
    year = str(full_year(int(digits[0])) if len(digits[0]) == 2 else int(digits[0]))
    filled = {**caps.filled, "year": ("year", year, digits.start(), digits.end())}
    return fiscal(Captures(filled, caps.words, caps.params), ctx)


@value
def whole_year(caps: Captures, ctx: Context) -> Found | None:
    """A year with what is said of it: about it, its turn, the whole of it."""
    said = ctx.phrase.lower()
    mod = (
        "START"
        if said.startswith("the turn")
        else "APPROX"
        if said.split()[0].rstrip(".") in ("circa", "c", "ca", "about", "around")
        else None
    )
    return Found(Point("year", caps.year(), mod=mod))


@value
def glued(caps: Captures, ctx: Context) -> Found | None:
    """A month and day without a blank between: "Dec31"."""
    text = caps.text("glued") or ""
    name = text.rstrip("0123456789")
    point = Point("day", caps.year() if caps.has("year") else None, caps.words["month"].get(name), int(text[len(name) :]))
    if point.year is None:
        return month_side(point, ctx)
    return Found(point) if bounds(point) else None


@value
def month_of_numbers(caps: Captures, ctx: Context) -> Found | None:
    """A month by its number: "04/2014"."""
    month, year = (caps.text("monthyear") or "0/0").split("/")
    return Found(Point("month", int(year), int(month)))


@value
def fiscal_quarter(caps: Captures, ctx: Context) -> Found | None:
    """A quarter of a fiscal year: its months where the text tells when that year begins, else the fiscal year."""
    number, year = caps.ordinal("nth"), fiscal(caps, ctx)
    if number is None or year is None:
        return None
    number = 4 if number == -1 else number
    first = year.time.first if isinstance(year.time, Range) else None
    if not 1 <= number <= 4 or first is None or first.grain != "month" or first.year is None or first.month is None:
        return year if 1 <= number <= 4 else None
    begin, end = (add_months(first.year, first.month, 3 * (number - 1) + more) for more in (0, 2))
    return Found(Range(Point("month", *begin), Point("month", *end)))
