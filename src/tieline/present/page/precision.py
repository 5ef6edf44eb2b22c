"""How precise a time is, in the five ways in which the page draws it."""

import re
from typing import Literal

from tieline.model.time import TimeValue

Precision = Literal["day", "span", "within", "about", "open"]
_DAY = re.compile(r"\d{4}-\d\d-\d\d(T.*)?", re.ASCII)


def precision(when: TimeValue) -> Precision:
    """`day`: one known day; `span`: from one day to another; `within`: some time in a longer one; `about`; `open`: an end is open."""
    if when.earliest is None or when.latest is None:
        return "open"
    if any(mark in when.edtf for mark in "~?%"):
        return "about"
    if when.earliest == when.latest:
        return "day"
    return "span" if "/" in when.edtf and all(_DAY.fullmatch(end) for end in when.edtf.split("/")) else "within"
