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
    anchor = window.anchor()
    if anchor is None:
        return None
    after = anchor == window.first
    days = list(_candidates(partial, window, anchor, after=after))
    named = {number for one in told[:3] if (number := cues.weekday(one.words)) is not None}
    fitting = [d for d in days if d.weekday() in named or (d - dt.timedelta(days=1)).weekday() in named] if named else days
    if not fitting or (window.last is None and fitting[0] != days[0]):
        return None  # the years that the text names are those of history
    day = fitting[0] if after else fitting[-1]
    bound = "the first such day after what it tells as past" if after else "the last such day before what it announces"
    return Clue(day, day, f'its dateline says "{partial.text}"; {day.isoformat()} is {bound}', (cite(reading.article, partial.span),))


def _candidates(partial: PartialDate, window: Window, anchor: dt.date, *, after: bool) -> Iterator[dt.date]:
    for year in range(anchor.year - (0 if after else REACH), anchor.year + (REACH if after else 0) + 1):
        try:
            day = dt.date(year, partial.month, partial.day)
        except ValueError:
            continue
        if window.admits(day, day) and partial.weekday in (None, day.weekday()):
            yield day
