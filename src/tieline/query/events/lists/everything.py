"""Everything about a name, an agreement or a time."""

from tieline.model.event import Event
from tieline.query.draft import (
    Draft,
    cite,
    event_item,
    from_events,
    from_passage,
    in_order,
    nothing,
)
from tieline.query.events.lists.chronicle import happened
from tieline.query.events.pick.select import entities
from tieline.query.people.people import person
from tieline.query.reading.query import Query
from tieline.query.reading.words import fold, stems
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.search import search
from tieline.query.view import View


def about(view: View, query: Query) -> Draft:
    """Everything about a name, an agreement or a time."""
    kinds = {act.agreement for act in query.acts if act.agreement}
    if kinds:
        events = [
            e
            for e in in_order(view.facts.events)
            if e.time and e.agreement and e.type in ("agreement", "negotiation") and _is_kind(view, e, kinds)
        ]
        if events:
            return from_events(events, "series")
    people = [name for name in query.names if view.any_is(name.ids, "person")]
    if query.windows or query.types or (query.names and not people):
        told = happened(view, query)
        held = search(view, query) if query.windows and query.terms and not query.types else []
        return from_passage(held[0], "list") if held and not _holds(view, query, told) else told
    if people:
        first = person(view, query)
        events = in_order([e for e in view.facts.events if e.time and entities(view, e) & set(people[0].ids)])
        return Draft(
            first.status,
            first.text,
            "list",
            first.value,
            items=tuple(event_item(e) for e in events),
            citations=first.citations + cite(events),
            facts=first.facts,
        )
    found = search(view, query)
    return from_passage(found[0], "list") if found else nothing(view, query, "list")


def _holds(view: View, query: Query, told: Draft) -> bool:
    """Whether some of the events listed tell a word of the question: "what was known about the port"."""
    own = (f" {' '.join(stems(item.text))} " for item in told.items)
    return all(any(covers_text(view, term.stem, text) for term in query.terms) for text in own)


def _is_kind(view: View, event: Event, kinds: set[str]) -> bool:
    agreement = view.agreements.get(event.agreement or "")
    return bool(agreement and (agreement.kind in kinds or "free trade" in fold(agreement.name)))
