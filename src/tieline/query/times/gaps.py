"""How long it is from one time to another, no finer than the two allow."""

import datetime as dt

from tieline.model.time import TimeValue
from tieline.model.words import in_words


def gap_length(a: TimeValue, b: TimeValue, unit: str | None) -> tuple[str, str, bool]:
    """The words for the time between two times, its ISO duration (`P1Y/P2Y` where it is only bounded), and whether it is settled."""
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return "Not known", "", False
    if a.earliest == a.latest and b.earliest == b.latest:
        return _exact(a.earliest, b.earliest, unit)
    if unit == "day":
        low, high = max((b.earliest - a.latest).days, 0), (b.latest - a.earliest).days
        return f"Between {low} and {high} days", f"P{low}D/P{high}D", False
    years = b.earliest.year - a.earliest.year
    same = a.earliest.year == a.latest.year and b.earliest.year == b.latest.year
    if same and not years and "year" not in (a.grain, b.grain):
        return _within_a_year(a, b)
    if same and years and "year" not in (a.grain, b.grain):
        months = (b.earliest.year - a.earliest.year) * 12 + b.earliest.month - a.earliest.month
        if unit == "month" or months < 24:
            return f"About {months} months", f"P{months}M", True
        return f"About {round(months / 12)} years", f"P{round(months / 12)}Y", True
    if same and 0 < years < 5 and a.grain != b.grain:
        return f"Between {years - 1} and {years} years", f"P{years - 1}Y/P{years}Y", False
    if same and years:
        return f"{years} year{'s' * (years != 1)}", f"P{years}Y", True
    low, high = max(b.earliest.year - a.latest.year, 0), b.latest.year - a.earliest.year
    return f"Between {low} and {high} years", f"P{low}Y/P{high}Y", False


def _within_a_year(a: TimeValue, b: TimeValue) -> tuple[str, str, bool]:
    """The months between two times of one year; at most so many where one of them is no more than an interval."""
    assert a.earliest
    assert a.latest
    assert b.earliest
    assert b.latest
    months = b.earliest.month - a.earliest.month
    if (a.earliest.month, b.earliest.month) == (a.latest.month, b.latest.month):
        return (
            ("Less than a month", "P0M/P1M", False) if not months else (f"About {months} month{'s' * (months != 1)}", f"P{months}M", True)
        )
    most = b.latest.month - a.earliest.month + 1
    return f"Less than {most} month{'s' * (most != 1)}", f"P0M/P{most}M", False


def _exact(a: dt.date, b: dt.date, unit: str | None) -> tuple[str, str, bool]:
    days = (b - a).days
    years = b.year - a.year - ((b.month, b.day) < (a.month, a.day))
    if unit == "year" or (unit is None and years >= 2):
        rest = (b - a.replace(year=a.year + years, day=min(a.day, 28) if a.month == 2 else a.day)).days
        tail = f" and {rest} days" if rest else ""
        if rest > 330:
            return f"Nearly {years + 1} years ({years} years{tail})", f"P{years}Y{rest}D", True
        return f"{years} years{tail}", f"P{years}Y" + (f"{rest}D" if rest else ""), True
    if unit == "month":
        months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day)
        return f"{months} months ({days} days)", f"P{months}M", True
    if unit == "week" and days >= 7:
        about = f"{days // 7} week{'s' * (days >= 14)}"
        return (
            (about, f"P{days // 7}W", True) if not days % 7 else (f"{about} and {days % 7} day{'s' * (days % 7 != 1)}", f"P{days}D", True)
        )
    return f"{days} day{'s' * (days != 1)}", f"P{days}D", True


def span_words(a: TimeValue, b: TimeValue) -> str:
    """Two times as the ends of a stretch: "2010 to June 2024"."""
    first, last = in_words(a), in_words(b)
    ranged = any(" to " in words or " and " in words for words in (first, last))
    return f"first: {first}; second: {last}" if ranged else f"{first} to {last}"
