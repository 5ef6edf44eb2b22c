"""What other texts give away about the day of an undated one."""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from tieline.model.edtf import day_value
from tieline.model.mention import PartialDate, Reading
from tieline.model.span import Span
from tieline.model.time import TimeValue
from tieline.resolve.actors.who import Who
from tieline.resolve.cite import cite
from tieline.resolve.days.cues import Cues
from tieline.resolve.days.window import Clue, Window
from tieline.resolve.events.told.visits import Visit

WEEK = dt.timedelta(days=6)
_YEARS = re.compile(r"P(\d+)Y")
Windows = Mapping[str, Window]
Fixed = dict[tuple[str, Span], TimeValue]
FRESH = 60
AROUND, AFAR = 40, 150  # days between two texts that tell of the same people at the same time; where the weekday told agrees
LEAD = 3  # times of a text among which the weekday of its news stands
PERSONS = 2  # shared by such texts at least


def known_day(reading: Reading) -> dt.date | None:
    """The day of publication, where the text states it."""
    value = reading.article.document.published
    return value.earliest if value and value.earliest == value.latest else None


def announced(
    visits: Sequence[Visit], readings: Mapping[str, Reading], windows: Windows, cues: Cues, who: Who, fixed: Fixed
) -> Iterator[tuple[str, Clue]]:
    """A visit that an undated text announces for a weekday and a dated one reports: it began on the latest such day up to that report."""
    by_key = _by_key(visits)
    for plan in visits:
        time = next((t for t in plan.times if cues.weekday(t.text) is not None), None) if plan.status == "ahead" else None
        if time is None or plan.document not in windows:
            continue
        report = _report(plan, by_key[plan.key], readings, windows[plan.document])
        published = known_day(readings[report.document]) if report else None
        weekday = cues.weekday(time.text)
        if report is None or published is None or weekday is None:
            continue
        day = published - dt.timedelta(days=(published.weekday() - weekday) % 7)
        reason = (
            f'"{time.text}" is {day.isoformat()}: the latest such day up to {published.isoformat()}, '
            f"when {report.document} reports the visit of {who.name(plan.key[0])} to {who.name(plan.key[1])}"
        )
        fixed[plan.document, Span(time.start, time.end)] = day_value(day, basis="inferred", derivation=(reason,))
        clue = Clue(day - WEEK, day, f"it announces the visit for the coming {time.text}; {reason}", (plan.citation, report.citation))
        yield plan.document, clue


def _by_key(visits: Sequence[Visit]) -> dict[tuple[str, str], list[Visit]]:
    found: dict[tuple[str, str], list[Visit]] = defaultdict(list)
    for visit in visits:
        found[visit.key].append(visit)
    return found


def _report(plan: Visit, others: Sequence[Visit], readings: Mapping[str, Reading], window: Window) -> Visit | None:
    """The earliest dated report of an announced visit; None where two visits can be meant."""
    fitting = []
    for other in others:
        day = known_day(readings[other.document])
        if day is None or other.status != "done" or not window.admits(day - 2 * WEEK, day):
            continue
        latest = [t.time.latest for t in other.times if t.time and t.time.latest]
        if latest and (day - max(latest)).days > FRESH:
            continue
        fitting.append((day, other.ordinal != plan.ordinal, other))
    same = [day for day, differs, _ in fitting if not differs]
    if plan.ordinal and same:
        fitting = [one for one in fitting if one[2].ordinal in (plan.ordinal, None) and abs((one[0] - min(same)).days) <= FRESH]
    days = [day for day, _, _ in fitting]
    if not days or (max(days) - min(days)).days > FRESH:
        return None
    return min(fitting, key=lambda one: (one[0], one[1], one[2].document))[2]


def same_people(windows: Windows, readings: Mapping[str, Reading], who: Who, cues: Cues) -> Iterator[tuple[str, Clue]]:
    """A dateline without a year in a text that names several persons of dated texts: the only year in which those were written then."""
    named: dict[str, list[tuple[str, dt.date]]] = defaultdict(list)
    for name, reading in sorted(readings.items()):
        day = known_day(reading) if name not in windows else None
        if day:
            for person in _persons(reading, who):
                named[person].append((name, day))
    for name in windows:
        partial = readings[name].article.partial
        near: dict[dt.date, Counter[str]] = defaultdict(Counter)
        told = [cues.weekday(time.text) for time in readings[name].times[:LEAD]] if partial else []
        weekdays = {one for one in told if one is not None}
        for person in _persons(readings[name], who) if partial else ():
            for other, published in named[person]:
                for day in _days_near(partial, published, weekdays) if partial else ():
                    near[day][other] += 1
        fitting = {day: texts for day, texts in near.items() if max(texts.values()) >= PERSONS}
        if partial and len(fitting) == 1:
            day, texts = fitting.popitem()
            other = min(texts, key=lambda one: (-texts[one], one))
            said = f'its dateline says "{partial.text}", and it names {texts[other]} persons'
            reason = f"{said} of {other}, which was published around that day of {day.year}"
            yield name, Clue(day, day, reason, (cite(readings[name].article, partial.span),))


def _persons(reading: Reading, who: Who) -> list[str]:
    """The persons that a text names."""
    found = (actor for one in reading.actors if one.kind == "person" for actor in who.at(reading.article.document.id, one.span))
    return sorted({actor for actor in found if who.kind(actor) == "person"})


def _days_near(partial: PartialDate, when: dt.date, weekdays: Set[int]) -> Iterator[dt.date]:
    """The day that a month and day mean, if it lies in the weeks around another day; in the months where it is the weekday of the news."""
    for year in (when.year - 1, when.year, when.year + 1):
        try:
            day = dt.date(year, partial.month, partial.day)
        except ValueError:
            continue
        agrees = bool({day.weekday(), (day.weekday() - 1) % 7} & weekdays)
        if abs((day - when).days) <= (AFAR if agrees else AROUND):
            yield day


def counted_visits(
    visits: Sequence[Visit], windows: Windows, readings: Mapping[str, Reading], who: Who, fixed: Fixed
) -> Iterator[tuple[str, Clue]]:
    """The second visit in eight years dates the first: a text that can only be about the first was written in that year."""
    by_key = _by_key(visits)
    for later in visits:
        years = _YEARS.fullmatch(later.every.timex3.value or "") if later.every and later.ordinal == 2 else None
        when = _when(later, by_key[later.key], readings, fixed) if years else None
        if not years or when is None:
            continue
        year = when.year - int(years[1])
        for visit in by_key[later.key]:
            window = windows.get(visit.document)
            if window is None or not visit.ongoing or visit.document == later.document:
                continue
            if window.last is None or window.last >= when:
                continue
            reason = (
                f"it reports a visit of {who.name(visit.key[0])} to {who.name(visit.key[1])} before {when.year}; the one of "
                f"{when.isoformat()} was the second in {years[1]} years, so the first was in {year}"
            )
            yield visit.document, Clue(dt.date(year, 1, 1), dt.date(year, 12, 31), reason, (visit.citation, later.citation))


def _when(visit: Visit, visits: Sequence[Visit], readings: Mapping[str, Reading], fixed: Fixed) -> dt.date | None:
    """The day of a visit, or of the dated text that reports the same visit."""
    known = [fixed.get((visit.document, Span(t.start, t.end)), t.time) for t in visit.times]
    days = [one.earliest for one in known if one and one.earliest and one.latest and one.earliest.year == one.latest.year]
    same = [v for v in visits if v.ordinal == visit.ordinal]
    return min(days or [day for v in same if (day := known_day(readings[v.document]))], default=None)


def during(visits: Sequence[Visit], readings: Mapping[str, Reading], cues: Cues, who: Who, fixed: Fixed) -> None:
    """Other weekdays announced beside a fixed visit, for events in which the visitor takes part: the first such day of the visit."""
    for visit in visits:
        start = next((fixed[place] for t in visit.times if (place := (visit.document, Span(t.start, t.end))) in fixed), None)
        if start is None or start.earliest is None:
            continue
        reading = readings[visit.document]
        words = {Span(t.start, t.end): t for t in reading.times}
        for mention in reading.events:
            time = words.get(mention.time) if mention.time else None
            weekday = cues.weekday(time.text) if time else None
            if time is None or weekday is None or mention.status not in ("planned", "expected"):
                continue
            place = (visit.document, Span(time.start, time.end))
            people = {a for arg in mention.arguments for a in who.at(visit.document, arg.span)}
            if place not in fixed and visit.key[0] in people:
                day = start.earliest + dt.timedelta(days=(weekday - start.earliest.weekday()) % 7)
                begins = start.earliest.isoformat()
                reason = f'"{time.text}" is {day.isoformat()}: {who.name(visit.key[0])} takes part, and that visit begins on {begins}'
                fixed[place] = day_value(day, basis="inferred", derivation=(*start.derivation, reason))
