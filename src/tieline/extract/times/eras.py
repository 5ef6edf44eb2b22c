"""Values of years before and after Christ. A year before Christ is negative: -480 is 480 BC."""

from tieline.extract.times.captures import Captures
from tieline.extract.times.context import Context, Found
from tieline.extract.times.registry import value
from tieline.extract.times.values import Point, Range


def before_christ(caps: Captures, name: str = "era") -> bool:
    """Whether the slot holds BC, not AD."""
    return (caps.text(name) or "").startswith("b")


@value
def era(caps: Captures, ctx: Context) -> Found | None:
    """A year before or after Christ, with its season, month or day: "April 480 BC", "AD 14"."""
    year = _signed(caps, "big", "era")
    month, day, index = caps.word("month"), caps.ordinal("day"), caps.word("season")
    grain = "day" if day else "month" if month else "season" if index else "year"
    return Found(Point(grain, year, month, day, index=index, mod=caps.word("part") or caps.word("about")))


@value
def era_range(caps: Captures, ctx: Context) -> Found | None:
    """From one year to another: "431 to 404 BC", "31 BC to 14 AD"; the era of the second is that of the first unless it has its own."""
    first, last = _signed(caps, "first", "era2" if caps.has("era2") else "era"), _signed(caps, "last", "era")
    return Found(Range(Point("year", first), Point("year", last))) if first < last else None


def _signed(caps: Captures, name: str, era_name: str) -> int:
    number = int(caps.text(name) or 0)
    return -number if before_christ(caps, era_name) else number
