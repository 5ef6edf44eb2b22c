"""Where something happened."""

import re

from tieline.query.draft import Draft, cite, clip, event_reasons, from_passage, nothing, quoted
from tieline.query.query import Query
from tieline.query.search import search
from tieline.query.select import best, select
from tieline.query.view import Passage, View
from tieline.query.when import choose

_KINDS = ((re.compile(r"\b(country|nation|state)\b", re.I), ("country",)), (re.compile(r"\b(city|town|capital|port)\b", re.I), ("place",)))


def _wanted(query: Query) -> tuple[str, ...]:
    """The kinds of place that the question asks for."""
    head = query.text[: query.asked.end]
    return next((kinds for pattern, kinds in _KINDS if pattern.search(head)), ("place", "country"))


def where(view: View, query: Query) -> Draft:
    """The place of what a question asks about."""
    hits = choose(view, query) or best(select(view, query))
    kinds = _wanted(query)
    known = {i for name in query.names for i in name.ids}
    for hit in hits:
        event = hit.event
        hosts = [p.actor for p in event.participants if p.role == "host" and p.actor in view.actors]
        cities = [i for i in hosts if view.actors[i].kind == "place" and view.actors[i].country and i not in known]
        if cities and "place" in kinds and event.place not in cities and not _is_city(view, event.place):
            ident: str | None = cities[0]
        else:
            ident = event.place
        place = _place(view, ident)
        if place and ident not in known and (ident not in view.actors or view.actors[ident].kind in kinds):
            text = clip(f"{place}. {event.title}.")
            return Draft("answered", text, "place", place, citations=cite([event]), reasons=event_reasons(event), facts=(event.id,))
        for passage in view.passages_of(event.evidence):
            named = _in_passage(view, passage, known, kinds)
            if named:
                return Draft(
                    "answered",
                    clip(f"{named}. {quoted(passage)}"),
                    "place",
                    named,
                    citations=(passage.citation,),
                    reasons=event_reasons(event),
                    facts=(event.id,),
                )
    for found in search(view, query)[:3]:
        named = _in_passage(view, found.passage, known, kinds)
        if named:
            return from_passage(found, "place", text=f"{named}. {quoted(found.passage)}", value=named)
    for hit in hits:
        hosts = [p.name for p in hit.event.participants if p.role == "host" and p.actor not in known]
        if hosts:
            return Draft(
                "answered",
                clip(f"{hosts[0]}. {hit.event.title}."),
                "place",
                hosts[0],
                citations=cite([hit.event]),
                reasons=event_reasons(hit.event),
                facts=(hit.event.id,),
            )
    return nothing(view, query, "place")


def _is_city(view: View, ident: str | None) -> bool:
    found = [a for a in view.facts.actors if ident in (a.id, a.name)]
    return any(a.kind == "place" and a.country for a in found)


def _place(view: View, ident: str | None) -> str | None:
    return view.actors[ident].name if ident in view.actors else ident


def _in_passage(view: View, passage: Passage, known: set[str], kinds: tuple[str, ...]) -> str | None:
    found = [view.actors[i] for i in passage.fact.actors if i in view.actors and i not in known]
    named = [actor for kind in kinds for actor in found if actor.kind == kind]
    named = [actor for actor in named if kinds != ("place",) or actor.country] or named
    return named[0].name if named else None
