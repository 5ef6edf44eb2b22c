"""Who leads a country, and who received a visitor there."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.model.event import Event
from tieline.query.draft import Draft, cite, clip, event_reasons, in_order, nothing
from tieline.query.events.pick.select import REAL
from tieline.query.people.holders import holder_of
from tieline.query.people.offices import nearest_in_office
from tieline.query.reading.query import Query
from tieline.query.reading.windows import in_window
from tieline.query.view import View

_LEADS = regex(
    r"^\W*who (?:leads?|led|governs?|governed|rules?|ruled|heads?|headed|runs?|ran"
    r"|(?:is|was) (?:in power|in charge|in office))\b",
    re.I,
)
_HOST = regex(r"\bwho\b.{0,20}\b(?:host(?:s|ed)?|receive[sd]?|welcome[sd]?|greet(?:s|ed)?)\b", re.I)


_STAY = regex(r"host\w*|receiv\w*|welcom\w*|greet\w*|visit\w*|stay\w*|trip\w*|state|official", re.I)


_PARTY = regex(r"\b(?:sides?|delegations?|teams?|missions?|groups?|negotiators?|talks|parties|party|contingents?|panels?)\b", re.I)


def leader(view: View, query: Query) -> Draft | None:
    """The head of a country of which a question asks who leads it; None where it asks for something else."""
    if not _LEADS.match(query.text) or query.types or query.stages or _PARTY.search(query.text):
        return None
    countries = [name for name in query.names if _kind(view, name.ids) == "country"]
    if len(countries) != 1 or len(query.names) != 1 or len(query.words) > 1:
        return None
    asked = replace(query, title="leader", terms=(), owner=countries[0])
    held = holder_of(view, asked) or nearest_in_office(view, asked)
    return held or nothing(view, query, "actor", "The texts name nobody in that office.", "value")


def received(view: View, query: Query) -> Draft | None:
    """Who of the country visited met a visitor during a visit; None where no person is said to be received."""
    people = {i for name in query.names if _kind(view, name.ids) == "person" for i in name.ids}
    plain = all(_STAY.fullmatch(term.text) for term in query.terms) and not query.title
    if not _HOST.search(query.text) or len(people) != 1 or not plain:
        return None
    visits = [e for e in view.by_type.get("visit", ()) if _fits(query, e) and _by(e, people)]
    places = {i for name in query.names if _kind(view, name.ids) == "place" for i in (*name.ids, view.actors[name.ids[0]].name)}
    if places and not any(e.place in places for kind in ("visit", "meeting") for e in view.by_type.get(kind, ()) if _by(e, people)):
        return nothing(view, query, "actor")
    labels = {label for e in visits for p in e.participants if p.role in ("host", "place") for label in _labels(view, p.actor)}
    named = {label for name in query.names if _kind(view, name.ids) in ("country", "place") for i in name.ids for label in _labels(view, i)}
    lands = labels & named if named else labels
    found: dict[str, Event] = {}
    met = [e for e in view.by_type.get("meeting", ()) if _fits(query, e) and _by(e, people, any_role=True)]
    for event in in_order(e for e in met if not _elsewhere(view, e, lands)):
        for one in event.participants:
            if one.actor not in people and _kind(view, (one.actor,)) == "person" and _labels(view, one.actor) & lands:
                found.setdefault(one.actor, event)
    if not found:
        return nothing(view, query, "actor")
    names = [view.actors[i].name for i in found]
    events = list(dict.fromkeys(found.values()))
    text = clip(f"{' and '.join(names)}. {events[0].title}.")
    facts = tuple(event.id for event in events)
    return Draft("answered", text, "actor", names[0], citations=cite(events), reasons=event_reasons(events[0]), facts=facts)


def _fits(query: Query, event: Event) -> bool:
    return event.status in REAL and all(in_window(event.time, window) for window in query.windows)


def _by(event: Event, people: set[str], *, any_role: bool = False) -> bool:
    return any(p.actor in people and (any_role or p.role not in ("host", "place")) for p in event.participants)


def _kind(view: View, ids: tuple[str, ...]) -> str | None:
    return next((view.actors[i].kind for i in ids if i in view.actors), None)


def _labels(view: View, ident: str) -> set[str]:
    """An actor with its country, by id and by name."""
    if ident not in view.actors:
        return set()
    actor = view.actors[ident]
    own = {actor.country or ""} if actor.kind != "country" else {actor.id, actor.name}
    ids = [i for one in own if one for i in (one, *view.called.get(one, ()))]
    return {*ids, *(view.actors[i].name for i in ids if i in view.actors)}


def _elsewhere(view: View, event: Event, lands: set[str]) -> bool:
    """Whether an event is told to have been at a place outside some countries."""
    if not event.place:
        return False
    ids = (event.place, *view.called.get(event.place, ()))
    return not any(_labels(view, i) & lands for i in ids)
