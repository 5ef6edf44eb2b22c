"""What lasts from one weekday to the next: "met in Lima on Wednesday and Thursday"."""

import datetime as dt

from tieline.model.mention import EventMention
from tieline.model.time import TimeMention, TimeValue
from tieline.resolve.events.reports.report import Context

LASTING = frozenset({"visit", "meeting", "summit", "negotiation"})
DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
JOINTS = frozenset((" and ", " and on ", ", and "))


def two_days(mention: EventMention, value: TimeValue | None, context: Context) -> TimeValue | None:
    """The time of an event, up to the next day where that is joined to it by "and"."""
    if value is None or value.grain != "day" or mention.type not in LASTING or mention.stage not in (None, "round") or not mention.time:
        return value
    document = context.reading.article.document
    sentence = context.times.sentence(context.reading, mention.sentence)
    inside = context.times.inside(document.id, sentence) if sentence else ()
    first = next((one for one in inside if one.start == mention.time.start), None)
    second = next((one for one in inside if first and document.text[first.end : one.start] in JOINTS), None)
    day = second.time.earliest if second and second.time and second.time.grain == "day" else None
    if first is None or second is None or day is None or value.earliest is None or not (_is_weekday(first) and _is_weekday(second)):
        return value
    if day.weekday() != (value.earliest + dt.timedelta(days=1)).weekday():
        return value
    last = value.earliest + dt.timedelta(days=1)
    known = (*value.derivation, f'"{first.text}" and "{second.text}"')
    return TimeValue(
        edtf=f"{value.edtf}/{last.isoformat()}", earliest=value.earliest, latest=last, grain="interval", basis="derived", derivation=known
    )


def _is_weekday(time: TimeMention) -> bool:
    return time.text.lower().split()[-1] in DAYS
