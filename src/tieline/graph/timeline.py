"""The timeline: events in order of time, narrowed by what the caller asks for."""

from tieline.errors import TimeError
from tieline.graph.lookup import actors_named, agreements_named, choices
from tieline.graph.order import in_order
from tieline.model.edtf import may_overlap, time_value
from tieline.model.event import Event
from tieline.model.facts import Facts
from tieline.model.time import TimeValue
from tieline.model.vocabulary import EVENT_TYPES, STATUSES


def timeline(
    facts: Facts,
    *,
    start: str | None = None,
    end: str | None = None,
    actor: str | None = None,
    type: str | None = None,
    agreement: str | None = None,
    status: str | None = None,
) -> tuple[Event, ...]:
    """Events in order of time, undated ones last.

    `start` and `end` are EDTF dates ("2008", "2008-11"), both included; an event whose time is imprecise is given where it may lie
    between them, and one without a time only where neither is asked for. `actor` takes in those who act for a country. `type` and
    `status` may name several, parted by commas. `NotFound` where no such actor or agreement exists.
    """
    window = _window(start, end)
    types, statuses = choices(type, EVENT_TYPES, "event type"), choices(status, STATUSES, "status")
    actors = _acting_for(facts, actor) if actor is not None else None
    agreements = {one.id for one in agreements_named(facts, agreement)} if agreement is not None else None
    return in_order(
        event
        for event in facts.events
        if (window is None or (_has_time(event.time) and event.time is not None and may_overlap(event.time, window)))
        and (types is None or event.type in types)
        and (statuses is None or event.status in statuses)
        and (actors is None or any(one.actor in actors for one in event.participants))
        and (agreements is None or event.agreement in agreements)
    )


def _window(start: str | None, end: str | None) -> TimeValue | None:
    if start is None and end is None:
        return None
    first = time_value(str(start)).earliest if start is not None else None  # a year may come as a number, a day as a date
    last = time_value(str(end)).latest if end is not None else None
    if first and last and first > last:
        raise TimeError(f"The timeline would end ({end}) before it starts ({start}).")
    return TimeValue(edtf=f"{first or '..'}/{last or '..'}", earliest=first, latest=last, grain="interval")


def _has_time(when: TimeValue | None) -> bool:
    return when is not None and (when.earliest is not None or when.latest is not None)


def _acting_for(facts: Facts, name: str) -> frozenset[str]:
    """The ids of the actors of that name, and of those whose country or office is theirs ("Peru" takes in its president)."""
    chosen = actors_named(facts, name)
    ids, names = {one.id for one in chosen}, {one.name for one in chosen if one.kind == "country"}
    own = {one.id for one in facts.actors if one.country and (one.country in names or one.country in ids)}
    held = {one.id for one in facts.actors if any(role.of and (role.of in names or role.of in ids) for role in one.roles)}
    return frozenset(ids | own | (held if names else set()))
