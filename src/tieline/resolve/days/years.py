"""Days told without their year in a text that nothing dates: the year is that of the whole date right before them."""

import datetime as dt
from collections.abc import Iterator, Sequence

from tieline.model.edtf import day_value, partial_day, span_value
from tieline.model.mention import Reading
from tieline.model.time import TimeMention, TimeValue

REACH = 400  # characters behind a whole date in which a day is told as one of its days
WIDEST = 62  # days of a range of which a day can be one


def with_years(reading: Reading, mentions: Sequence[TimeMention]) -> tuple[TimeMention, ...]:
    """The times of a text; "on 8 August" behind "from 6 to 9 August 2014" is a day of that month."""
    if not any(_is_partial(one) for one in mentions):
        return tuple(mentions)
    return tuple(_completed(mentions, reading))


def _is_partial(mention: TimeMention) -> bool:
    return mention.time is not None and mention.time.edtf.startswith("XXXX-") and not mention.parts


def _completed(mentions: Sequence[TimeMention], reading: Reading) -> Iterator[TimeMention]:
    last: TimeMention | None = None
    for mention in mentions:
        found = _in_year(mention, last, reading) if last and _is_partial(mention) else None
        if found:
            timex = mention.timex3.model_copy(update={"value": found.edtf})
            yield mention.model_copy(update={"time": found, "timex3": timex})
        else:
            yield mention
            last = mention if _is_whole(mention) else last


def _is_whole(mention: TimeMention) -> bool:
    """Whether a time tells the days of some weeks at most, year included, in words of its own."""
    time = mention.time
    known = time is not None and time.earliest is not None and time.latest is not None and (time.latest - time.earliest).days <= WIDEST
    return known and time is not None and time.basis == "explicit"


def _in_year(mention: TimeMention, last: TimeMention, reading: Reading) -> TimeValue | None:
    """The day or month in the year of the date before it, where it is the same month; None where it lies elsewhere."""
    time, before = mention.time, last.time
    if time is None or before is None or before.earliest is None or before.latest is None or mention.start - last.end > REACH:
        return None
    words = f"{reading.article.text[mention.start : mention.end]!r} told behind {before.edtf}"
    for year in sorted({before.earliest.year, before.latest.year}):
        found = partial_day(time.edtf, year)
        if found and _month(found[0]) in (_month(before.earliest), _month(before.latest)):
            first, end = found
            reason = (f"{words} is a day of that month",)
            return day_value(first, basis="derived", derivation=reason) if first == end else span_value(first, end, derivation=reason)
    return None


def _month(day: dt.date) -> tuple[int, int]:
    return day.year, day.month
