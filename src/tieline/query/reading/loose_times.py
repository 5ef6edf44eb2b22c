"""Times of a question that its words alone do not fix: "in June", "on 3 May", "on Friday", "last year"."""

from tieline.extract.time_words import may_name_times
from tieline.model.edtf import may_overlap
from tieline.model.time import TimeMention, TimeValue
from tieline.query.reading.query import Query


def loose_times(query: Query) -> tuple[TimeMention, ...]:
    """The dates of a question that lie on no one day, month or year known from it, found once."""
    kept: dict[str, tuple[TimeMention, ...]] = query.__dict__
    if "_loose_times" not in kept:
        kept["_loose_times"] = tuple(_read(query)) if may_name_times(query.text) else ()
    return kept["_loose_times"]


def _read(query: Query, published: str | None = None) -> list[TimeMention]:
    from tieline.extract.times import find_times

    taken = [window.span for window in query.windows]
    found = (m for m in find_times(query.text, published=published) if not any(s.start < m.end and m.start < s.end for s in taken))
    return [m for m in found if m.timex3.type == "DATE" and (published or m.time is None or m.time.earliest is None)]


def of_same_time(query: Query, loose: TimeMention, told: TimeMention | None, time: TimeValue, published: TimeValue | None) -> bool:
    """Whether a time of the texts may be what a question means: by its words, its month, day or weekday, or counted from the text."""
    if told is not None and told.text.lower() == loose.text.lower():
        return True
    if loose.time is not None:
        return _same_parts(loose.time.edtf.rstrip("~"), time)
    if loose.timex3.value and loose.timex3.value.startswith("XXXX-WXX-"):
        return (
            time.grain in ("day", "minute", "hour")
            and time.earliest is not None
            and time.earliest.isoweekday() == int(loose.timex3.value[9])
        )
    resolved = next((m.time for m in _read(query, published.edtf) if m.start == loose.start), None) if published else None
    return resolved is not None and resolved.earliest is not None and may_overlap(resolved, time)


def _same_parts(edtf: str, time: TimeValue) -> bool:
    """Whether the month, and the day where one is given, of a date without a year are those of a time."""
    if time.earliest is None or time.latest is None:
        return time.edtf.startswith(edtf)
    month, day = edtf[5:7], edtf[8:10]
    if time.grain in ("day", "minute", "hour"):
        return month in ("XX", f"{time.earliest.month:02}") and day in ("", f"{time.earliest.day:02}")
    inside = (time.latest - time.earliest).days < 62
    return inside and (month == "XX" or time.earliest.month <= int(month) <= time.latest.month)
