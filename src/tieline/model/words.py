"""A date in words, never finer than the date."""

import re

from tieline.late import regex
from tieline.model.time import TimeValue

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
PARTS = {
    "33": "the first quarter of", "34": "the second quarter of", "35": "the third quarter of", "36": "the fourth quarter of",
    "40": "the first half of", "41": "the second half of",
}  # fmt: skip
_DATE = regex(r"(-?[\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?(?:T(\d{2})(?::(\d{2}))?[^?~%]*)?([?~%]?)", re.ASCII)
_DOUBT = {"~": "about ", "?": "probably ", "%": "perhaps about ", "": ""}


def in_words(when: TimeValue | str) -> str:
    """A time value or EDTF string as people write it: "19 November 2008", "June 2024", "2010", "22 to 23 November 2008"."""
    edtf = when if isinstance(when, str) else when.edtf
    if edtf[:1] in "[{" and edtf[-1:] in "]}":
        return _set(edtf)
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        return _range(first, last, open_start="up to {}", open_end="from {} on", both="{} to {}")
    return _date(edtf)


def _set(edtf: str) -> str:
    inner = edtf[1:-1]
    if ".." in inner:
        first, _, last = inner.partition("..")
        return _range(first, last, open_start="by {}", open_end="{} or later", both="between {} and {}")
    parts = [part.strip() for part in inner.split(",") if part.strip()]
    joint = " or " if edtf[0] == "[" else " and "
    words = [_date(part) for part in parts]
    short = [_without_shared_tail(word, parts[i], parts[-1]) for i, word in enumerate(words[:-1])]
    return joint.join([", ".join(short), words[-1]]) if short else "".join(words)


def _range(first: str, last: str, *, open_start: str, open_end: str, both: str) -> str:
    if first in ("", "..") or last in ("", ".."):
        known = last if first in ("", "..") else first
        return (open_start if first in ("", "..") else open_end).format(_date(known)) if known not in ("", "..") else "an unknown time"
    return both.format(_without_shared_tail(_date(first), first, last), _date(last))


def _without_shared_tail(words: str, edtf: str, other: str) -> str:
    """The words of a date before another: "22 November 2008" before "23 November 2008" is "22"."""
    if len(edtf) == len(other) and "T" not in edtf and not set("~?%X") & set(edtf + other):
        if len(edtf) == 10 and edtf[:7] == other[:7]:
            return words.split(" ", 1)[0]
        if edtf[:5] == other[:5] and len(edtf) >= 7 and _plain_month(edtf) and _plain_month(other):
            return words.rsplit(" ", 1)[0]
    return words


def _plain_month(edtf: str) -> bool:
    return "01" <= edtf[5:7] <= "12"


def _date(edtf: str) -> str:
    match = _DATE.fullmatch(edtf)
    if not match:
        return edtf
    year, month, day, hour, minute, doubt = match.groups()
    words = _calendar(_year(year), month, day)
    if hour:
        words = f"{hour}:{minute or '00'} on {words}"
    return _DOUBT[doubt] + words


def _calendar(year: str, month: str | None, day: str | None) -> str:
    if not month or month == "XX":
        known = day and day != "XX"
        return f"day {int(day or 0)} of an unknown month" + (f" of {year}" if year else "") if known else year or "an unknown year"
    if month in SEASONS:
        return f"{SEASONS[month]} {year}".strip()
    if month in PARTS:
        return f"{PARTS[month]} {year or 'an unknown year'}"
    if not month.isdigit() or not 1 <= int(month) <= 12:
        return f"{year}-{month}"
    name = MONTHS[int(month) - 1]
    number = f"{int(day)} " if day and day.isdigit() else ""
    return f"{number}{name} {year}" if year else f"{number}{name} of an unknown year"


def _year(year: str) -> str:
    if year == "XXXX":
        return ""
    if year.endswith("XX"):
        return f"the {year[:2]}00s"
    if year.endswith("X"):
        return f"the {year[:3]}0s"
    number = int(year) if year.lstrip("-").isdigit() else None
    if number is None:
        return year
    return str(number) if number > 0 else f"{1 - number} BC"
