"""The dates that articles write about themselves, in stamps, datelines and footers: explicit ones only."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from tieline.model.span import Span

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?P<{0}>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b[.,]?\s{{1,3}})?"
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:1[5-9]|2[01])\d\d)\b(?![,.]?\d)"
_DATE = re.compile(
    r"(?<![\w.,/-])(?:"
    + r"(?P<y1>\d{4})(?P<sep>[-/.])(?P<m1>\d{1,2})(?P=sep)(?P<d1>\d{1,2})(?![\d/-])"
    + r"|(?P<a5>\d{1,2})[/.](?P<b5>\d{1,2})[/.](?P<y5>(?:19|20)\d\d)(?![\d/-]|\.\d)"
    + "|"
    + _WEEKDAY.format("w2")
    + _DAY.format("d2")
    + rf"[\s-]{{1,3}}(?:of\s)?(?P<m2>{_MONTH})(?:,?[\s-]{{1,3}}\(?{_YEAR.format('y2')}\)?)?"
    + "|"
    + _WEEKDAY.format("w3")
    + rf"(?P<m3>{_MONTH})\s{{0,3}}{_DAY.format('d3')}(?![\d/:])(?:,?\s{{1,3}}\(?{_YEAR.format('y3')}\)?)?"
    + rf"|(?P<m4>{_MONTH}),?\s{{1,3}}{_YEAR.format('y4')}"
    + ")",
    re.IGNORECASE,
)


class WrittenDate(NamedTuple):
    """A date as it is written: parts that are not there are None. `edtf` is None where there is no year."""

    span: Span
    text: str
    edtf: str | None
    month: int
    day: int | None
    weekday: int | None


def written_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[WrittenDate]:
    """The explicit dates between two places, in order, with or without a year; days that no calendar has are left out."""
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        date = _read(match)
        if date:
            yield date


def _read(match: re.Match[str]) -> WrittenDate | None:
    part = match.groupdict()
    span, words = Span(*match.span()), match[0]
    if part["a5"]:
        return _numeric(span, words, int(part["a5"]), int(part["b5"]), int(part["y5"]))
    year = next((part[key] for key in ("y1", "y2", "y3", "y4") if part[key]), None)
    month = int(part["m1"]) if part["m1"] else _month(next(part[key] for key in ("m2", "m3", "m4") if part[key]))
    day = next((int(part[key]) for key in ("d1", "d2", "d3") if part[key]), None)
    weekday = _weekday(part["w2"] or part["w3"])
    if not _exists(int(year) if year else 2000, month, day):
        return None
    edtf = f"{year}-{month:02}" + (f"-{day:02}" if day else "") if year else None
    return WrittenDate(span, words, edtf, month, day, weekday)


def _numeric(span: Span, words: str, one: int, two: int, year: int) -> WrittenDate | None:
    """Day and month in figures: both orders where both are possible."""
    orders = {(day, month) for day, month in ((one, two), (two, one)) if _exists(year, month, day)}
    if not orders:
        return None
    days = sorted(f"{year}-{month:02}-{day:02}" for day, month in orders)
    day, month = min(orders)
    return WrittenDate(span, words, days[0] if len(days) == 1 else f"[{','.join(days)}]", month, day, None)


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3].lower()))


def _weekday(name: str | None) -> int | None:
    return next((number for number, day in enumerate(WEEKDAYS) if name and day.startswith(name.lower())), None)


def _exists(year: int, month: int, day: int | None) -> bool:
    try:
        dt.date(year, month, day or 1)
    except ValueError:
        return False
    return True
