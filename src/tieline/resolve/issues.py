"""What stays open after resolution, as values."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from tieline.model.edtf import surely_before
from tieline.model.event import Event
from tieline.model.issue import Issue
from tieline.model.mention import Reading
from tieline.model.span import Span
from tieline.model.words import in_words
from tieline.resolve.cite import cite
from tieline.resolve.days.dating import Dates
from tieline.resolve.days.times import TimeTable
from tieline.resolve.events.events import Made
from tieline.resolve.events.merge.compare import EACH

AHEAD = ("planned", "expected")


def open_dates(readings: Sequence[Reading], dates: Dates, times: TimeTable) -> Iterator[Issue]:
    """Documents without a stated date, and the dates in them that nothing fixes."""
    for reading in readings:
        document = reading.article.document
        dated = dates[document.id]
        if dated.basis not in ("none", "inferred"):
            continue
        said = f"the texts place it {in_words(dated.published)}" if dated.published else "nothing in the texts fixes when it was published"
        message = f"{document.id} carries no date of publication: {said}. Giving its date would settle what depends on it."
        if document.id not in dates.reprints or dated.published is None:
            yield Issue(kind="undated_document", message=message, evidence=dated.evidence)
        for mention in times.mentions[document.id]:
            if mention.time is None and mention.timex3.type in ("DATE", "TIME") and not (mention.timex3.value or "").endswith("_REF"):
                words = cite(reading.article, Span(mention.start, mention.end))
                message = f'"{mention.text}" in {document.id}: nothing fixes when that is. The date of publication would.'
                yield Issue(kind="unresolved_time", message=message, evidence=(words,))


def unconfirmed(made: Sequence[Made], dates: Dates) -> Iterator[Issue]:
    """Plans whose time lies before the newest text, and which no text confirms; talks due on a visit are told with it."""
    newest = max((d.published.latest for d in dates.by_document.values() if d.published and d.published.latest), default=None)
    if newest is None:
        return
    trips = {place for one in made if one.event.type == "visit" and one.event.status in AHEAD for place in _places(one)}
    for one in made:
        event = one.event
        if (event.type == "meeting" and trips & _places(one)) or (event.type == "visit" and event.stage == "concluded"):
            continue
        if event.status in AHEAD and event.time and event.time.latest and event.time.latest < newest:
            yield Issue(
                kind="unconfirmed_plan",
                message=f"{event.title} ({in_words(event.time)}): no text up to {in_words(newest.isoformat())} says that it happened.",
                evidence=event.evidence,
            )


def _places(made: Made) -> set[tuple[str, int, str]]:
    """The sentences that tell an event, each with its time."""
    time = made.event.time.edtf if made.event.time else ""
    return {(one.document, one.mention.sentence, time) for one in made.reports}


def disagreements(made: Iterable[Made]) -> Iterator[Issue]:
    """Events of one kind that happen once, told with two dates by one text or years apart. What each side does for itself is no such."""
    seen: dict[tuple[object, ...], Event] = {}
    for one in made:
        event = one.event
        if (
            event.status not in ("occurred", "ongoing")
            or not event.time
            or not event.stage
            or event.type not in ("agreement", "diplomatic_ties")
        ):
            continue
        people = tuple(sorted(p.actor for p in event.participants)) if not event.agreement else ()
        sides = frozenset(side for told in one.reports for side in told.sides) if event.stage in EACH else frozenset()
        key = (event.type, event.stage, event.agreement, people, sides)
        other = seen.setdefault(key, event)
        if other is not event and other.time and _close(other, event):
            yield Issue(
                kind="conflict",
                message=f"{event.title}: {in_words(other.time)} or {in_words(event.time)}?",
                evidence=(*other.evidence, *event.evidence),
            )


def _close(one: Event, other: Event) -> bool:
    if not (one.time and other.time and surely_before(one.time, other.time) and one.time.latest and other.time.earliest):
        return False
    return other.time.earliest - one.time.latest <= dt.timedelta(days=400)
