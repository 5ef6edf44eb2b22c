"""What lasts from one weekday to the next: "met in Lima on Wednesday and Thursday"."""

import datetime as dt
import re
from bisect import bisect_left
from itertools import takewhile

from tieline.model.mention import EventMention
from tieline.model.time import TimeMention, TimeValue
from tieline.resolve.events.reports.report import Context

LASTING = frozenset({"visit", "meeting", "summit", "negotiation"})
DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_OPENS = re.compile(r"(?:^|[.,;\n”\"]\s|\bthat )[Oo]n $")  # before two days that open a clause
REACH, MANY = 300, 60  # characters on either side of a day within which something was on it, and events looked at
JOINTS = frozenset((" and ", " and on ", ", and "))


def two_days(mention: EventMention, value: TimeValue | None, context: Context) -> TimeValue | None:
    """The time of an event with the day before or after, where that is joined to it by "and": "On Thursday and Friday they will meet"."""
    if value is None or value.grain != "day" or mention.type not in LASTING or mention.stage not in (None, "round") or not mention.time:
        return value
    document = context.reading.article.document
    sentence = context.times.sentence(context.reading, mention.sentence)
    inside = context.times.inside(document.id, sentence) if sentence else ()
    own = next((one for one in inside if one.start == mention.time.start), None)
    if own is None or value.earliest is None or not _is_weekday(own):
        return value
    for one in inside:
        joint = document.text[own.end : one.start] if one.start > own.end else document.text[one.end : own.start]
        step = 1 if one.start > own.end else -1
        day = one.time.earliest if one.time is not None and one.time.grain == "day" and _is_weekday(one) else None
        other = value.earliest + dt.timedelta(days=step)
        opened = step > 0 or (joint == " and " and _OPENS.search(document.text[max(one.start - 12, 0) : one.start]) is not None)
        if joint in JOINTS and opened and day is not None and day.weekday() == other.weekday() and not _taken(one, context):
            low, high = sorted((value.earliest, other))
            known = (*value.derivation, f'"{own.text}" and "{one.text}"')
            edtf = f"{low.isoformat()}/{high.isoformat()}"
            return TimeValue(edtf=edtf, earliest=low, latest=high, grain="interval", basis="derived", derivation=known)
    return value


def _taken(time: TimeMention, context: Context) -> bool:
    """Whether something else of the sentence was on a day: "arrived on Monday and on Tuesday met the premier"."""
    events = context.reading.events  # in the order of their triggers
    at = bisect_left(events, time.start - REACH, key=lambda event: event.trigger.start)
    near = takewhile(lambda event: event.trigger.start <= time.start + REACH, events[at : at + MANY])
    return any(event.time is not None and event.time.start == time.start for event in near if event.type != "statement")


def _is_weekday(time: TimeMention) -> bool:
    return time.text.lower().split()[-1] in DAYS
