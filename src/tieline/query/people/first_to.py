"""Who was the first or the last to do something, of those of whom the texts tell it."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.model.edtf import may_overlap
from tieline.model.event import Event
from tieline.query.draft import Draft, cite, clip, event_item, event_reasons, in_order, line
from tieline.query.events.pick.select import REAL, best, select
from tieline.query.reading.query import Query
from tieline.query.reading.relative import leaning
from tieline.query.view import View

_ASKED = regex(r"\b(?:first|earliest|last|latest|most recent)\b", re.I)
_DOING = frozenset(("agent", "guest", "speaker"))


def first_to(view: View, query: Query) -> Draft | None:
    """The first or last to act in events of one kind; None where the question asks for no such person, or two cannot be put in order."""
    if query.ordinal not in ("first", "last") or not (query.types or query.stages) or not _ASKED.search(query.text):
        return None
    if not (query.form == "who" or query.title) or query.form not in ("who", "fragment", "list") or leaning(query.text):
        return None
    wanted = {i for name in query.names if name.form == "title" for i in name.ids}
    hits = best(select(view, replace(query, ordinal=None, form="who")))
    events = in_order(
        h.event for h in hits if h.event.status in REAL and h.event.time and not h.missing and _doers(view, query, h.event, wanted)
    )
    if not events:
        return None
    place, beside = (0, 1) if query.ordinal == "first" else (-1, -2)
    event = events[place]
    names = _doers(view, query, event, wanted)
    if len(names) > 1 or (len(events) > 1 and _at_once(event, events[beside])):
        return None
    word = "first" if query.ordinal == "first" else "last"
    text = f"{names[0]}. {line(event)}." + (f" The {word} of {len(events)} that the texts date." if len(events) > 1 else "")
    items = tuple(event_item(one) for one in events)
    reasons = (f"the {word} of {len(events)} that the texts date", *event_reasons(event))
    return Draft("answered", clip(text), "actor", names[0], items=items, citations=cite([event]), reasons=reasons, facts=(event.id,))


def _doers(view: View, query: Query, event: Event, wanted: set[str]) -> list[str]:
    """The names of the people who act in an event: of those in an office, where the question gives one."""
    known = {i for name in query.names if name.form != "title" for i in name.ids}
    acting = [p.actor for p in event.participants if p.role in _DOING and p.actor in view.actors and p.actor not in known]
    return [view.actors[i].name for i in acting if view.actors[i].kind == "person" and (not wanted or i in wanted)]


def _at_once(one: Event, other: Event) -> bool:
    return bool(one.time and other.time and may_overlap(one.time, other.time))
