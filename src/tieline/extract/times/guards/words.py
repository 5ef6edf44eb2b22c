"""The words beside a match, and the register of guards."""

import re
from collections.abc import Callable

from tieline.extract.times.captures import Captures
from tieline.late import regex

Guard = Callable[[str, int, int, Captures], bool]
GUARDS: dict[str, Guard] = {}
_LAST_WORD = regex(r"([^\W\d_]+)[\s\"'“‘`(]*$")
_LEAD_THE = regex(r"([^\W\d_]+)\s{1,4}the\s{1,4}$", re.IGNORECASE)
_NEXT_WORD = regex(r"[\s\"'”’)]*([^\W\d_]+)")


def guard(function: Guard) -> Guard:
    """Register a guard under its name, for `guard = "name"` in a rule."""
    GUARDS[function.__name__] = function
    return function


def before(text: str, start: int) -> str:
    """The word before, in lower case, or nothing."""
    found = _LAST_WORD.search(text[max(0, start - 30) : start])
    return found[1].lower() if found else ""


def after(text: str, end: int) -> str:
    """The word after, as written, or nothing; only across blanks."""
    found = _NEXT_WORD.match(text, end, min(len(text), end + 40))
    return found[1] if found else ""


def before_the(text: str, start: int) -> str:
    """The word before the article before a place, in lower case, or nothing."""
    found = _LEAD_THE.search(text[max(0, start - 34) : start])
    return found[1].lower() if found else ""
