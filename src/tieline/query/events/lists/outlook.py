"""What is still ahead, was called off or is denied: the events that the texts hold for no more than that."""

import re

from tieline.late import regex
from tieline.model.event import Event
from tieline.query.draft import STATE, Draft, from_events, in_order, nothing
from tieline.query.events.lists.chronicle import fitting
from tieline.query.events.pick.select import evidence_stems
from tieline.query.reading.query import Query
from tieline.query.sentences.cover import covers_text
from tieline.query.view import View

KINDS = {  # what a question asks for -> the states of the events that answer it
    "ahead": ("planned", "expected"),
    "off": ("cancelled",),
    "denied": ("denied",),
    "maybe": ("hypothetical",),
}
NONE = {
    "ahead": "The texts tell of no such plan.",
    "off": "The texts tell of nothing of that kind that was called off.",
    "denied": "The texts deny nothing of that kind.",
    "maybe": "The texts tell of nothing of that kind that is only under discussion.",
}


# What a question looks for that is still to come when the newest text appears.
_COMING = regex(r"\b(?:ahead|upcoming|next|coming|still|yet|future|to (?:come|follow)|pending|in store|pipeline|offing)\b", re.I)


def outlook(view: View, query: Query) -> Draft:
    """The events of one state that fit a question, in order of time; plans that no text confirms are told as such."""
    kind = query.unit or "ahead"
    types = _types(view, query)
    events = [e for e in fitting(view, query) if e.status in KINDS[kind] and (e.type in types or not types) and _told(view, query, e)]
    if kind == "ahead" and _COMING.search(query.text):
        events = [event for event in events if not _is_over(view, event)]
    if not events:
        return nothing(view, query, "list", NONE[kind])
    return from_events(in_order(events), "list", reasons=(_reason(events),))


def _types(view: View, query: Query) -> frozenset[str]:
    """The kinds of events that the nouns of a question ask for, where none of its acts does."""
    nouns = {term.stem for term in query.words} if not query.types else set()
    return frozenset(kind for kind, own in view.lexicon.planned_kinds.items() if nouns & own)


def _told(view: View, query: Query, event: Event) -> bool:
    """Whether the words of an event hold all that a question asks beside its names and times; what is only said is no plan."""
    return event.type != "statement" and all(covers_text(view, term.stem, evidence_stems(view, event)) for term in query.terms)


def _is_over(view: View, event: Event) -> bool:
    """Whether the day of a plan had passed when the newest text appeared."""
    days = [one.published.earliest for one in view.facts.documents if one.published and one.published.earliest]
    return bool(days and event.time and event.time.latest and event.time.latest < max(days))


def _reason(events: list[Event]) -> str:
    """How many there are of each state."""
    states = [STATE[event.status] for event in events]
    return ", ".join(f"{states.count(state)} {state}" for state in dict.fromkeys(states))
