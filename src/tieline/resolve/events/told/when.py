"""When one report says that its event was."""

from dataclasses import replace

from tieline.model.edtf import surely_before
from tieline.model.mention import EventMention, Reading
from tieline.model.time import TimeMention, TimeValue
from tieline.resolve.events.reports.report import Context
from tieline.resolve.events.told.event_time import UNDER_WAY, event_time, occasion_time
from tieline.resolve.events.told.stays import CAME_HOME, stay
from tieline.resolve.events.told.two_days import two_days

LASTING = frozenset({"visit", "summit"})
YEARLESS = "XXXX-"  # a month or day of an unknown year
UNFIXED = "XXXX-WXX-"  # a weekday of an unknown week


def time_of(m: EventMention, published: TimeValue | None, context: Context) -> tuple[TimeValue | None, bool]:
    """When an event was, and whether that is not told of it, but taken from an occasion told before it, or from its report."""
    document = context.reading.article.document.id
    told = context.times.mention(document, m.time)
    when = stay(m, context.reading, context.times, context.words) or event_time(
        m, told, published, context.times.mention(document, m.promised)
    )
    when = two_days(m, when, context)
    occasion = occasion_time(m, context.times.mention(document, m.occasion), published) if when is None and m.occasion else None
    when = when or occasion
    if when and published and m.past and m.status == "occurred" and m.type not in LASTING and surely_before(published, when):
        when = None  # a verb in the past cannot tell of a day to come: the day is another one
    if when and published and m.rule.startswith("visit.invited") and _is_past(told, published):
        when = None  # the day on which somebody was invited is not that of his visit
    if when and published and is_visiting(m, context.reading) and surely_before(published, when):
        when = event_time(replace(m, time=None), None, published)  # "the visiting premier will meet him on Monday": he is here already
    ends = when.derivation[-1:] if when else ()
    return when, when is not None and (occasion is not None or any(one.startswith((UNDER_WAY, CAME_HOME)) for one in ends))


def is_visiting(m: EventMention, reading: Reading) -> bool:
    """Whether a visit is told by no more than "the visiting premier"."""
    return m.type == "visit" and m.status == "ongoing" and "visiting" in reading.article.words(m.trigger).lower().split()[:2]


def _is_past(time: TimeMention | None, published: TimeValue) -> bool:
    """Whether a time, as it is told, lies before publication."""
    return time is not None and time.time is not None and surely_before(time.time, published)


def weekday_of(time: TimeMention | None) -> int | None:
    """The day of the week (Monday 0) that a time names and nothing fixes."""
    value = (time.timex3.value or "") if time and time.time is None else ""
    return int(value[-1]) - 1 if value.startswith(UNFIXED) and value[-1].isdigit() else None


def month_of(time: TimeMention | None) -> int | None:
    """The month that a time names, of a year that nothing fixes."""
    value = (time.timex3.value or "") if time else ""
    return int(value[5:7]) if value.startswith(YEARLESS) and value[5:7].isdigit() else None


def day_of(time: TimeMention | None) -> int | None:
    """The day of the month that a time names, of a year that nothing fixes."""
    value = (time.timex3.value or "") if time else ""
    return int(value[8:10]) if value.startswith(YEARLESS) and value[8:10].isdigit() else None
