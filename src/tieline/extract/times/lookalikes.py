"""More of what must hold around the words of a rule: names and counts that look like times."""

import re

from tieline.extract.times.captures import Captures
from tieline.extract.times.guards import after, before, guard
from tieline.extract.times.numbered import is_numbered, names_event
from tieline.late import regex

_BETWEEN = regex(r"\bbetween(?: the)?\s{1,4}$", re.IGNORECASE)


def between(text: str, start: int) -> bool:
    """Whether "between" leads the expression."""
    return _BETWEEN.search(text[max(0, start - 16) : start]) is not None


@guard
def range_and(text: str, start: int, end: int, caps: Captures) -> bool:
    """Two ends joined by "and" only after "between"."""
    joint = text[caps.place("first")[1] : caps.place("last")[0]].lower()
    return "and" not in joint.split() or between(text, start)


@guard
def two_months(text: str, start: int, end: int, caps: Captures) -> bool:
    """Two months or days joined by "and" where they share a year or "between" leads; bare months only as names."""
    names = [text[slice(*caps.place(name))] for name in ("first", "month", "month2", "last") if caps.has(name)]
    if not all(name[0].isupper() or not name[0].isalpha() or len(name) > 5 for name in names):
        return False
    shared = any(caps.has(name) for name in ("year", "which", "told"))
    return shared or range_and(text, start, end, caps)


@guard
def holiday(text: str, start: int, end: int, caps: Captures) -> bool:
    """A holiday that is not part of the name of an event: "the Good Friday Agreement"."""
    return not names_event(text, end, caps)


@guard
def known_day(text: str, start: int, end: int, caps: Captures) -> bool:
    """A day whose name stands for one year, where what follows tells so."""
    return after(text, end).lower() in caps.words["known_after"] and before(text, start) != "on"


@guard
def numeric(text: str, start: int, end: int, caps: Captures) -> bool:
    """A date in numbers: eight digits together only where nothing numbered leads them."""
    low, high = caps.place("numeric")
    return high - low != 8 or not text[low:high].isdigit() or not is_numbered(text, low, high, caps)


@guard
def called(text: str, start: int, end: int, caps: Captures) -> bool:
    """A word that tells how often or when, not as part of a name: "the Daily Herald", "the Twentieth Century Fund"."""
    return not (text[end - 1 : end].isalpha() and _is_name(text, start, end) and after(text, end)[:1].isupper())


def _is_name(text: str, start: int, end: int) -> bool:
    words = text[start:end].split()
    return all(word[0].isupper() for word in words if word not in ("the", "of")) and words[-1].lower() not in ("bc", "bce", "ad", "ce")
