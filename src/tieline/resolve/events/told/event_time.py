"""The time of an event from the words for it: at, since, until, before, and what "is under way" or a length of stay gives."""

import calendar
import datetime as dt

from tieline.model.edtf import edtf_away, span_value, time_value
from tieline.model.mention import EventMention
from tieline.model.time import TimeMention, TimeValue
from tieline.model.words import in_words

STAYS = frozenset({"visit", "meeting", "summit"})
LONG_STAY = dt.timedelta(days=14)
DAYS, YEAR = 366, 4  # days and digits of a year
JUST_OVER = 30  # days after which a day without its year may be that of the next year
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
WEEK = 7
_FIXED = frozenset(("last", "this", "past", "next", "previous", "same", "that"))
UNDER_WAY = "under way when it was reported"


def event_time(
    mention: EventMention, time: TimeMention | None, published: TimeValue | None, promised: TimeMention | None = None
) -> TimeValue | None:
    """When an event was, as far as its own words and the day of its report tell; None where they do not.

    `promised` is the time at which it was agreed: what was to come then may be over when it is reported.
    """
    value = time.time if time else None
    if mention.years_before is not None and value is not None and _counts_to(value, mention.years_before, published):
        return value
    if mention.years_before is not None:
        return _founded(mention.years_before, value or (published if time is None else None), whole=value is None)
    if mention.shift is not None:
        return _away(mention.shift, value) if value else None
    if value is None:
        return _unstated(mention, time, published)
    if not _since_promise(value, promised):
        value = _over(mention, time, _ahead(mention, time, value, published), published)
    if time is not None and time.timex3.type == "TIME" and mention.status == "occurred" and mention.time_role in ("before", "after", "by"):
        return _on_day(value)
    if mention.time_role in ("before", "by", "until", "deadline"):
        return _deadline(mention, value, published)
    if mention.time_role == "after":
        return TimeValue(edtf=f"{value.edtf}/..", earliest=value.earliest, grain="interval", basis="derived", derivation=value.derivation)
    return value


def _on_day(value: TimeValue) -> TimeValue:
    """The day of an hour before or after which something was done: "signed it shortly before noon"."""
    if value.earliest is None or value.earliest != value.latest:
        return value
    day = value.earliest.isoformat()
    return time_value(day, basis=value.basis, derivation=(*value.derivation, f"before or after an hour of {day}, so on that day"))


def _since_promise(value: TimeValue, promised: TimeMention | None) -> bool:
    """Whether a time lies behind the promise within half a year, so that it is the one promised."""
    made = promised.time if promised is not None and promised.time is not None else None
    if made is None or made.earliest is None or value.latest is None:
        return False
    return 0 <= (value.latest - made.earliest).days <= DAYS // 2


def occasion_time(mention: EventMention, time: TimeMention | None, published: TimeValue | None) -> TimeValue | None:
    """The day of the occasion of which the article goes on telling; for a stay, from that day to the report."""
    value = time.time if time else None
    if value is None or value.earliest is None or (value.earliest != value.latest and value.grain != "month"):
        return None
    reason = f'of the same occasion as what is told just before, of "{time.text if time else value.edtf}"'
    last = published.latest if published else None
    if mention.occasion_role == "from" and (last is None or last > value.earliest):
        if last is None or last - value.earliest > LONG_STAY:
            return None
        return span_value(value.earliest, last, basis="inferred", derivation=(*value.derivation, reason))
    return time_value(value.edtf, basis="inferred", derivation=(*value.derivation, reason))


def _over(mention: EventMention, time: TimeMention | None, value: TimeValue, published: TimeValue | None) -> TimeValue:
    """The last such month or day where a verb in the past names one without a year that would lie ahead: "met on Dec. 22"."""
    told = mention.past and mention.status == "occurred" and published is not None and value.grain in ("day", "month")
    if time is None or not told or published is None or not published.latest or not value.earliest:
        return value
    words = time.text.lower().split()
    fixed = any(word in _FIXED or (word.isdigit() and len(word) == YEAR) for word in words)
    bare = any(word.startswith(_MONTHS) for word in words) and not fixed and not any(char in value.edtf for char in "/X")
    if not bare or not value.edtf[:YEAR].isdigit() or not 0 < (value.earliest - published.latest).days <= DAYS:
        return value
    edtf = f"{int(value.edtf[:YEAR]) - 1:04d}{value.edtf[YEAR:]}"
    if edtf.endswith("-02-29"):
        return value
    reason = f"told in the past on {published.edtf}, so the last one"
    return time_value(edtf, basis="inferred", derivation=(*value.derivation, reason))


def _ahead(mention: EventMention, time: TimeMention | None, value: TimeValue, published: TimeValue | None) -> TimeValue:
    """The next such month or day where a plan names one without a year and the last such one is over: "agreed to meet in July"."""
    if (
        time is None
        or mention.status not in ("planned", "expected", "cancelled", "hypothetical")
        or published is None
        or value.grain not in ("day", "month", "season")
    ):
        return value
    first, last = published.earliest, value.latest
    words = time.text.lower().split()
    fixed = any(word in _FIXED or (word.isdigit() and len(word) == YEAR) for word in words)
    bare = (value.grain == "season" or any(word.startswith(_MONTHS) for word in words)) and not fixed
    due = any("was_to" in one for one in mention.reasons)  # "was to have left in March", which is over
    gone = due or (mention.status != "cancelled" and any("had_been" in one for one in mention.reasons))
    over = any("had_been" in one for one in mention.reasons)  # "had been due on Wednesday, but stayed at home"
    weekday = value.grain == "day" and len(words) == 1 and words[0] in _WEEKDAYS and not over
    reason = f"told as a plan on {published.edtf}, so the next one"
    if weekday and first and last and not gone and 0 < (first - last).days <= WEEK:
        coming = last + dt.timedelta(days=WEEK)
        return time_value(coming.isoformat(), basis="inferred", derivation=(*value.derivation, reason))
    if not (bare and first and last and not gone and value.edtf[:YEAR].isdigit() and 0 < (first - last).days <= DAYS):
        return value
    once = any("set before" in one for one in mention.reasons)
    if (once or mention.status in ("cancelled", "hypothetical")) and (first - last).days <= DAYS // 2:
        return value  # what was called off, once set or only thought of may have been due lately
    if value.grain == "day" and (first - last).days <= JUST_OVER:
        return value  # nobody names a day eleven months ahead without its year: "had said that it would open on 28 June"
    edtf = f"{int(value.edtf[:YEAR]) + 1:04d}{value.edtf[YEAR:]}"
    if edtf.endswith("-02-29") or "/" in edtf:
        return value
    return time_value(edtf, basis="inferred", derivation=(*value.derivation, reason))


def _away(shift: str, value: TimeValue) -> TimeValue | None:
    """The time so far before or after another: a day for days and weeks, a month for months, a year for years, but "to the day"."""
    day, exact = value.earliest, shift.endswith("!")
    if day is None or day != value.latest:
        year = value.grain == "year" and shift.rstrip("!").endswith("Y") and day is not None
        if not year or day is None:
            return None
    count, unit = int(shift[0] + shift[2:].rstrip("!")[:-1]), shift.rstrip("!")[-1]
    reason = f"{'so long before' if count < 0 else 'so long after'} {value.edtf}: {shift.rstrip('!')[1:]}"
    edtf = edtf_away(day, count, unit, exact=exact)
    return time_value(edtf, basis="derived", derivation=(*value.derivation, reason)) if edtf else None


def _counts_to(value: TimeValue, years: int, published: TimeValue | None) -> bool:
    """Whether a time is that of the founding, which lies so many years back: "25 years have passed since ties were set up in 1992"."""
    first, now = value.earliest, published.earliest if published is not None else None
    return first is not None and now is not None and now.year - first.year in (years, years - 1) and first < now


def _founded(years: int, value: TimeValue | None, *, whole: bool) -> TimeValue | None:
    """The date that many years before an anniversary, as precise as the anniversary; its year where only the report is dated."""
    if value is None or value.earliest is None or value.latest is None or value.earliest.year <= years:
        return None
    year = value.earliest.year - years
    tail = value.edtf[4:] if not whole and value.grain in ("day", "month") and value.edtf[:4].isdigit() and "/" not in value.edtf else ""
    if tail == "-02-29" and not calendar.isleap(year):
        tail = "-02"
    return time_value(f"{year:04d}{tail}", basis="derived", derivation=(*value.derivation, f"{years} years before {value.edtf} is {year}"))


def _deadline(mention: EventMention, value: TimeValue, published: TimeValue | None) -> TimeValue | None:
    """From the report to the deadline ("before the end of the year"); open at the start where the report has no day."""
    if mention.time_role == "until" and mention.status in ("occurred", "ongoing"):
        return None
    if (
        mention.status in ("planned", "expected")
        and published
        and published.earliest == published.latest
        and published.earliest
        and value.latest
    ):
        if published.earliest <= value.latest:
            edtf = f"{published.earliest}/{value.latest}"
            first: dt.date | None = published.earliest
        else:
            return value
    else:
        edtf, first = f"../{value.edtf}", None
    return TimeValue(edtf=edtf, earliest=first, latest=value.latest, grain="interval", basis="derived", derivation=value.derivation)


def _unstated(mention: EventMention, time: TimeMention | None, published: TimeValue | None) -> TimeValue | None:
    if published is None or not published.earliest or not published.latest:
        return None
    if time is None and mention.status == "ongoing" and mention.type in STAYS:
        reason = f"{UNDER_WAY}, {published.edtf}"
        if published.earliest == published.latest:
            edtf = f"../{published.latest.isoformat()}"
            return TimeValue(
                edtf=edtf, latest=published.latest, grain="interval", basis="derived", derivation=("when it began is not told", reason)
            )
        return span_value(published.earliest, published.latest, basis="inferred", derivation=(*published.derivation, reason))
    if time is not None and time.timex3.type == "DATE" and published.earliest != published.latest:
        return _weekday_bounds(mention, time, published)
    return None


def _weekday_bounds(mention: EventMention, time: TimeMention, published: TimeValue) -> TimeValue | None:
    """A weekday that nothing fixes lies within six days of publication, before or after it as the event is past or ahead."""
    if time.time is not None or not time.text[:1].isupper() or not published.earliest or not published.latest:
        return None
    week = dt.timedelta(days=6)
    past, ahead = mention.status == "occurred", mention.status in ("planned", "expected")
    if not (past or ahead):
        return None
    first = published.earliest - week if past else published.earliest
    last = published.latest if past else published.latest + week
    reason = f'"{time.text}", a few days {"before" if past else "after"} publication, {in_words(published)}'
    return span_value(first, last, basis="inferred", derivation=(*published.derivation, reason))
