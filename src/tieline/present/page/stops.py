"""The days at which the page can say what was known: those on which something had been published."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from tieline.model.document import Document
from tieline.model.facts import Facts

MOST = 60  # stops of the slider
READINGS = 2400  # articles resolved for all stops together: what a page may cost


class View(NamedTuple):
    """What was known by a day, resolved from the articles of that day alone; no day: everything, undatable articles included."""

    day: dt.date | None
    facts: Facts


def stops(documents: Iterable[Document], *, most: int = MOST, readings: int = READINGS) -> tuple[dt.date, ...]:
    """The days of publication in order. Of very many, as many as are affordable, evenly spread, the last one among them."""
    known = [one.published.latest for one in documents if one.published and one.published.latest]
    days = sorted(set(known))
    room = max(min(most, 2 * readings // max(len(known), 1)), 6)
    if len(days) <= room:
        return tuple(days)
    return tuple(days[(number + 1) * len(days) // room - 1] for number in range(room))
