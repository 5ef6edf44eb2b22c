"""The dates that articles write about themselves, in stamps, datelines and footers: explicit ones only."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from tieline.model.span import Span
from tieline.text import lexicon
from tieline.text.order import day_first

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
HEAD = 2000  # characters from the head of a text in which its dateline stands
TURN = 50  # years of two figures from here on are of the 20th century
_WEEKDAY = r"(?:(?P<{0}>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b[.,]?\s{{1,3}})?"
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:1[5-9]|2[01])\d\d)\b(?![,.]?\d)"
_ANY_MONTH = rf"(?:{_MONTH}|(?:{'|'.join(sorted(lexicon.months(), key=lambda name: (-len(name), name)))})\b)"
_DATE = re.compile(
    r"(?<![\w.,/-])(?<!\d:)(?:"
    + r"[A-Z]{2,4}-[A-Z]{2}-(?P<m7>\d\d)-(?P<d7>\d\d)-(?P<y7>\d\d)\b|"  # the slug of a wire: "AP-ES-08-11-10"
    + rf"(?P<d12>\d{{1,2}}),\s(?P<m12>{_ANY_MONTH})\s{_YEAR.format('y12')}|"  # "9, June 2017"
    + r"(?P<y1>(?:1[5-9]|2[01])\d\d)(?P<sep>[-/.])(?P<m1>\d{1,2})(?P=sep)(?P<d1>\d{1,2})(?![\d/-])|"
    r"(?P<m10>\d\d)-(?P<d10>\d\d)-(?P<y10>\d\d)(?=\s\d{4}(?:ET|EST|EDT|GMT)\b)|"  # a wire's foot: "03-06-19 0412ET"
    r"(?P<d11>[0-3]\d)[0-2]\d[0-5]\dZ?\s(?:(?:GMT|UTC)\s)?"  # "061045 MAR 19"
    r"(?P<m11>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\s(?P<y11>\d\d)\b|"
    r"(?P<y9>(?:19|20)\d\d)\.\s(?P<m9>\d{1,2})\.\s(?P<d9>\d{1,2})\.(?!\s?\d)"  # as in Korea: "2019. 3. 4."
    + "|"
    + _WEEKDAY.format("w5")
    + r"(?P<a5>\d{1,2})(?P<sign>[/.-])(?P<b5>\d{1,2})(?P=sign)(?P<y5>(?:19|20)\d\d)(?![\d/-]|\.\d)"
    + r"|(?P<d6>\d{1,2})-(?P<m6>[a-z]{3})-(?P<y6>\d\d)(?![\d-])"
    + "|"
    + _WEEKDAY.format("w2")
    + _DAY.format("d2")
    + r"(?:\.(?=\s[^\W\d_]{3,10}\s\d{4}))?"
    + rf"[\s-]{{1,3}}(?:(?:of|de)\s)?(?P<m2>{_ANY_MONTH})(?:,?[\s-]{{1,3}}(?:de\s)?[(\[]?{_YEAR.format('y2')}[)\]]?)?"
    + "|"
    + _WEEKDAY.format("w3")
    + rf"(?P<m3>{_MONTH})\s{{0,3}}{_DAY.format('d3')}(?![\d/]|:\d)(?:(?:,\s{{0,3}}|\s{{1,3}})[(\[]?{_YEAR.format('y3')}[)\]]?)?"
    + rf"|{_YEAR.format('y8')},\s(?P<m8>{_MONTH})\s(?P<d8>\d{{1,2}})(?![\d/:])"
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


_ADDRESS = re.compile(r"https?://[^\s/]{3,80}/(?:[^\s/]{1,40}/){0,4}?(?P<y>(?:19|20)\d\d)[/-](?P<m>\d{1,2})[/-](?P<d>\d{1,2})(?=[/-])")


def address_dates(text: str, start: int, end: int) -> Iterator[WrittenDate]:
    """The days in the addresses of pages: "https://paper.example/2019/03/06/pact"."""
    for match in _ADDRESS.finditer(text, start, end):
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
        if _exists(year, month, day):
            span = Span(match.start("y"), match.end("d"))
            yield WrittenDate(span, text[span.start : span.end], f"{year}-{month:02}-{day:02}", month, day, None)


def _read(match: re.Match[str]) -> WrittenDate | None:
    part = match.groupdict()
    span, words = Span(*match.span()), match[0]
    if part["a5"]:
        return _numeric(span, words, (int(part["a5"]), int(part["b5"]), int(part["y5"])), _weekday(part["w5"]), match.string, part["sign"])
    year = next((part[key] for key in ("y1", "y2", "y3", "y4", "y8", "y9", "y12") if part[key]), None)
    short = part["y6"] or part["y7"] or part["y10"] or part["y11"]
    year = str(_century(int(short))) if short else year
    month = _month_of(part)
    if month is None:
        return None
    day = next((int(part[key]) for key in ("d1", "d2", "d3", "d6", "d7", "d8", "d9", "d10", "d11", "d12") if part[key]), None)
    weekday = _weekday(part["w2"] or part["w3"])
    if not _exists(int(year) if year else 2000, month, day):
        return None
    edtf = f"{year}-{month:02}" + (f"-{day:02}" if day else "") if year else None
    return WrittenDate(span, words, edtf, month, day, weekday)


def _month_of(part: dict[str, str]) -> int | None:
    """The month in figures or by its name; None for letters that name none."""
    if figures := part["m1"] or part["m7"] or part["m9"] or part["m10"]:
        return int(figures)
    return _month(next(part[key] for key in ("m2", "m3", "m4", "m6", "m8", "m11", "m12") if part[key]))


def _century(year: int) -> int:
    """A year of two figures in full, as stamps write it."""
    return year + (1900 if year >= TURN else 2000)


def _numeric(span: Span, words: str, figures: tuple[int, int, int], weekday: int | None, text: str, sign: str) -> WrittenDate | None:
    """Day and month in figures: in the order that the weekday or the text around shows, both orders where both are possible.

    With full stops between them the day stands first ("04.03.2019").
    """
    one, two, year = figures
    orders = {(day, month) for day, month in ((one, two), (two, one)) if _exists(year, month, day)}
    if weekday is not None:
        orders = {(day, month) for day, month in orders if dt.date(year, month, day).weekday() == weekday} or orders
    if len(orders) > 1:
        orders = {order for order in orders if _named(text, *order)} or orders
    if len(orders) > 1:
        orders = {(day, month) for day, month in orders if any(_named(text, day - back, month) for back in (1, 2))} or orders
    if len(orders) > 1 and (first := True if sign == "." else day_first(text)) is not None:
        orders = {(one, two) if first else (two, one)}
    if not orders:
        return None
    days = sorted(f"{year}-{month:02}-{day:02}" for day, month in orders)
    day, month = min(orders)
    return WrittenDate(span, words, days[0] if len(days) == 1 else f"[{','.join(days)}]", month, day, weekday)


def _named(text: str, day: int, month: int) -> bool:
    """Whether the head of a text writes the same day with the name of the month: "SEOUL, March 4" under "04/03/2019"."""
    name = rf"{MONTHS[month - 1][:3]}[a-z]{{0,6}}\.?"
    return bool(re.search(rf"\b(?:{day}(?:st|nd|rd|th)?\s{name}|{name}\s{day})(?!\d)", text[:HEAD], re.IGNORECASE))


def _month(name: str) -> int | None:
    known = lexicon.months().get(name.lower().rstrip("."))
    return known or next((number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3].lower())), None)


def _weekday(name: str | None) -> int | None:
    return next((number for number, day in enumerate(WEEKDAYS) if name and day.startswith(name.lower())), None)


def _exists(year: int, month: int, day: int | None) -> bool:
    try:
        dt.date(year, month, day or 1)
    except ValueError:
        return False
    return True
