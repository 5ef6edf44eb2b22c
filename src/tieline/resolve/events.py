"""From reports to events."""

from collections.abc import Iterable, Sequence

from tieline.ids import fact_id
from tieline.model.event import Event, Participant
from tieline.model.time import TimeValue
from tieline.resolve.cite import in_order
from tieline.resolve.told import Told
from tieline.resolve.who import Who


def make_event(group: Sequence[Told], who: Who, reasons: tuple[str, ...] = ()) -> Event:
    """One event out of the reports that tell it, the leading one first."""
    lead = group[0]
    m = lead.mention
    people = dict.fromkeys(pair for one in group for pair in one.people)
    title = " ".join(filter(None, [", ".join(who.name(a) for a in dict.fromkeys(a for a, _ in people)), m.type, m.stage]))
    evidence = in_order(one.citation for one in group)
    return Event(
        id=fact_id("event", title, m.type, m.stage, m.status, *((c.document, c.start, c.end) for c in evidence)),
        type=m.type,
        stage=m.stage,
        title=title,
        time=lead.time,
        status=m.status,
        participants=tuple(Participant(actor=actor, name=who.name(actor), role=role) for actor, role in people),
        place=_first(one.place for one in group),
        agreement=_first(one.agreement for one in group),
        asserted_by=lead.asserted_by,
        published=earliest(one.published for one in group),
        level=_first(one.mention.level for one in group),
        content=_first(one.content for one in group),
        topic=_first(one.topic for one in group),
        rules=tuple(sorted({one.mention.rule for one in group})),
        reasons=tuple(dict.fromkeys((*reasons, *(r for one in group for r in one.mention.reasons)))),
        evidence=evidence,
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def earliest(values: Iterable[TimeValue | None]) -> TimeValue | None:
    """The value that ends first."""
    known = [value for value in values if value]
    return min(known, key=lambda one: (str(one.latest or "9999"), one.edtf), default=None)


def in_time(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events in order of time, those without one last."""
    return tuple(sorted(events, key=lambda e: (str(e.time.earliest or e.time.latest) if e.time else "9999", e.id)))
