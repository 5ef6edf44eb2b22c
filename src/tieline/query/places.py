"""Where something happened."""

from tieline.query.draft import Draft, cite, clip, event_reasons, from_passage, nothing, quoted
from tieline.query.query import Query
from tieline.query.search import search
from tieline.query.select import best, select
from tieline.query.view import Passage, View
from tieline.query.when import choose


def where(view: View, query: Query) -> Draft:
    """The place of what a question asks about."""
    hits = choose(view, query) or best(select(view, query))
    known = {i for name in query.names for i in name.ids}
    for hit in hits:
        event = hit.event
        place = _place(view, event.place)
        if place and event.place not in known:
            return Draft(
                "answered",
                clip(f"{place}. {event.title}."),
                "place",
                place,
                citations=cite([event]),
                reasons=event_reasons(event),
                facts=(event.id,),
            )
        for passage in view.passages_of(event.evidence):
            named = _in_passage(view, passage, known)
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
        named = _in_passage(view, found.passage, known)
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


def _place(view: View, ident: str | None) -> str | None:
    return view.actors[ident].name if ident in view.actors else ident


def _in_passage(view: View, passage: Passage, known: set[str]) -> str | None:
    places = [view.actors[i] for i in passage.fact.actors if i in view.actors and view.actors[i].kind == "place" and i not in known]
    return places[0].name if places else None
