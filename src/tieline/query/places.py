"""Where something happened."""

import re
from dataclasses import replace

from tieline.model.actor import Actor
from tieline.model.event import Event
from tieline.query.draft import Draft, cite, clip, event_reasons, from_passage, nothing, quoted
from tieline.query.names import name_index
from tieline.query.query import Query
from tieline.query.routes import route_end
from tieline.query.search import search
from tieline.query.select import best, select
from tieline.query.view import Passage, View
from tieline.query.when import choose
from tieline.query.words import fold

_KINDS = ((re.compile(r"\b(country|nation|state)\b", re.I), ("country",)), (re.compile(r"\b(city|town|capital|port)\b", re.I), ("place",)))


def _wanted(query: Query) -> tuple[str, ...]:
    """The kinds of place that the question asks for."""
    head = query.text[: query.asked.end]
    return next((kinds for pattern, kinds in _KINDS if pattern.search(head)), ("place", "country"))


def where(view: View, query: Query) -> Draft:
    """The place of what a question asks about."""
    known = {i for name in query.names for i in name.ids}
    around = {view.actors[i].country for i in known if i in view.actors and view.actors[i].kind == "place"}
    known |= {a.id for a in view.facts.actors if a.kind == "country" and {a.id, a.name} & around}
    if any(act.rule == "act.host" for act in query.acts):
        hosted = host(view, query, known)
        if hosted:
            return hosted
    kinds = _wanted(query)
    hits = choose(view, query) or best(select(view, query))
    routed = route_end(view, query)
    if routed:
        return routed
    told = [hit for hit in hits if hit.event.place]
    for hit in (*told, *(hit for hit in hits if hit not in told)):
        place = _of_event(view, hit.event, known, kinds)
        if place:
            base = Draft("answered", clip(f"{place.name}. {hit.event.title}."), "place", place.name, facts=(hit.event.id,))
            return replace(base, citations=cite([hit.event]), reasons=event_reasons(hit.event))
    for found in search(view, query, least=0.75)[:3]:
        named = _situated(view, found.passage, known, kinds)
        if named:
            return from_passage(found, "place", text=f"{named.name}. {quoted(found.passage)}", value=named.name)
    return nothing(view, query, "place")


def _of_event(view: View, event: Event, known: set[str], kinds: tuple[str, ...]) -> Actor | None:
    """The most exact place of an event that the question does not name itself: a city before a country."""
    labels = {event.place, *(p.actor for p in event.participants if p.role in ("host", "place"))}
    found = [a for a in view.facts.actors if (a.id in labels or a.name in labels) and a.id not in known and a.kind in kinds]
    for passage in view.passages_of(event.evidence):
        named = _situated(view, passage, known, kinds)
        if named and (not found or named.country):
            found.append(named)
    cities = [actor for actor in found if actor.kind == "place" and actor.country]
    return next(iter([*cities, *found]), None)


def host(view: View, query: Query, known: set[str]) -> Draft | None:
    """The country that a sentence names beside a form of "host"."""
    index = name_index(view)
    for found in search(view, query, least=0.7)[:5]:
        passage = found.passage
        hosting = [n for n, word in enumerate(passage.stems) if word == "host"]
        named = [(abs(n - h), i) for n, t in enumerate(passage.tokens) for i in index.whole.get((fold(t.text),), ()) for h in hosting]
        near = [(gap, i) for gap, i in named if view.actors[i].kind == "country" and i not in known and gap <= 6]
        if near:
            name = view.actors[min(near)[1]].name
            return from_passage(found, "place", text=f"{name}. {quoted(passage)}", value=name)
    return None


def _situated(view: View, passage: Passage, known: set[str], kinds: tuple[str, ...]) -> Actor | None:
    """A place that a sentence names with "in", "at" or "to" before it."""
    found = [view.actors[i] for i in passage.fact.actors if i in view.actors and i not in known and view.actors[i].kind in kinds]
    placed = [a for a in found if re.search(rf"\b(?:in|at|to|into|reach)\s+(?:[\w'’]+\s+){{0,5}}{re.escape(a.name)}", passage.text)]
    cities = [actor for actor in placed if actor.kind == "place" and actor.country]
    return next(iter([*cities, *placed]), None)
