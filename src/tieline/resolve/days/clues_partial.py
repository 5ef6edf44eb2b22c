"""A dateline without a year, completed from what the text itself dates."""

import datetime as dt
from collections.abc import Iterator, Sequence

from tieline.model.mention import PartialDate, Reading
from tieline.resolve.cite import cite
from tieline.resolve.days.cues import Cues
from tieline.resolve.days.told_times import ToldTime
from tieline.resolve.days.window import Clue, Window

REACH = 2


def completed(reading: Reading, window: Window, told: Sequence[ToldTime], cues: Cues) -> Clue | None:
    """The one day that a month and day mean: first after the latest past date, or last before the earliest date to come."""
    partial = reading.article.partial
    if partial is None:
        return None
    days = list(_candidates(partial, window))
    if not days:
        return None
    named = {number for one in told[:3] if (number := cues.weekday(one.words)) is not None}
    fitting = [d for d in days if d.weekday() in named or (d - dt.timedelta(days=1)).weekday() in named] if named else days
    pool = fitting or days
    day = pool[0] if window.first else pool[-1]
    bound = "the first such day after what it tells as past" if window.first else "the last such day before what it announces"
    return Clue(day, day, f'its dateline says "{partial.text}"; {day.isoformat()} is {bound}', (cite(reading.article, partial.span),))


def _candidates(partial: PartialDate, window: Window) -> Iterator[dt.date]:
    known = window.first or window.last
    if known is None:
        return
    years = range(known.year - (0 if window.first else REACH), known.year + (REACH if window.first else 0) + 1)
    for year in years:
        try:
            day = dt.date(year, partial.month, partial.day)
        except ValueError:
            continue
        if window.admits(day, day) and partial.weekday in (None, day.weekday()):
            yield day
