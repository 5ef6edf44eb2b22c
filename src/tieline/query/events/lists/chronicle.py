"""What happened in a time, with an actor, of a kind."""

from tieline.model.event import Event
from tieline.query.draft import (
    Draft,
    cite,
    clip,
    event_item,
    from_passage,
    in_order,
    line,
    nothing,
    passage_item,
    quoted,
)
from tieline.query.events.pick.select import entities, evidence_stems
from tieline.query.reading.query import Query
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import fold, stem
from tieline.query.sentences.cover import covers_text, ways
from tieline.query.sentences.search import search
from tieline.query.times.ahead import is_past
from tieline.query.view import Passage, View

_ANY_TIMELINE = frozenset(
    stem(word)
    for word in (
        "full",
        "complete",
        "whole",
        "entire",
        "chronological",
        "dated",
        "detailed",
        "key",
        "main",
        "major",
        "important",
        "relevant",
    )
)
_MINOR = ("statement", "other")


def timeline(view: View, query: Query) -> Draft:
    """What happened in a time, with an actor, of a kind. A word that no text holds is a topic that the texts do not have."""
    strange = [t for t in query.words if t.stem not in _ANY_TIMELINE | view.lexicon.whatever and not _is_told(view, t.stem)]
    if strange:
        return nothing(view, query, "series", f"The texts say nothing about {' '.join(t.text for t in strange)}.")
    return happened(view, query)


def happened(view: View, query: Query) -> Draft:
    """The events that fit a question, in order of time; else what the sentences of that time tell."""
    events = fitting(view, query)
    dated = in_order([e for e in events if e.time and not (query.ordinal == "next" and is_past(view, query, e))])
    if not dated:
        return _undated(view, query)
    if query.ordinal in ("last", "first"):
        event = dated[-1] if query.ordinal == "last" else dated[0]
        when = event.time.edtf if event.time else None
        return Draft("answered", clip(f"{line(event)}."), "order", when, citations=cite([event]), facts=(event.id,))
    telling = [e for e in dated if e.type not in _MINOR] or dated
    return Draft(
        "answered",
        clip("; ".join(line(e) for e in telling)),
        "series",
        len(dated),
        items=tuple(event_item(e) for e in dated),
        citations=cite(telling, 8),
        facts=tuple(e.id for e in dated),
        reasons=(f"{len(dated)} dated events fit",),
    )


def _undated(view: View, query: Query) -> Draft:
    """What sentences tell of a time, of somebody or of a theme of which no dated event is told."""
    if query.ordinal == "next":
        return nothing(view, query, "series", "The texts tell of none ahead.")
    if query.terms:
        found = search(view, query)
        return from_passage(found[0], "series") if found else nothing(view, query, "series", "The texts report nothing for that.")
    spoken = [
        p for p in view.passages if query.windows and any(t.time and all(in_window(t.time, w) for w in query.windows) for t in p.times)
    ]
    if spoken:
        return _told_then(spoken)
    sets = [{n for i in name.ids for n in view.by_actor.get(i, ())} for name in query.names]
    named = [view.passages[n] for n in sorted(set.intersection(*sets))] if sets and not query.windows and not query.types else []
    return _told_then(named) if named else nothing(view, query, "series", "The texts report nothing for that.")


def _is_told(view: View, word: str) -> bool:
    """Whether some sentence holds a stem, or the first word of another way of saying it."""
    return any(one in view.index for one in (word, *(way.split()[0] for way in ways(view, word))))


def _told_then(passages: list[Passage]) -> Draft:
    items = tuple(passage_item(p) for p in passages[:12])
    citations = tuple(p.citation for p in passages[:4])
    return Draft("answered", clip(" ".join(quoted(p, 140) for p in passages[:2])), "series", len(items), items=items, citations=citations)


def fitting(view: View, query: Query) -> list[Event]:
    """The events of the types, times, actors and words that a question names."""
    return [event for event in _pool(view, query) if _wanted(view, query, event)]


def _pool(view: View, query: Query) -> list[Event]:
    return [e for kind in query.types for e in view.by_type.get(kind, ())] if query.types else list(view.facts.events)


def _wanted(view: View, query: Query, event: Event) -> bool:
    if not all(in_window(event.time, window) for window in query.windows):
        return False
    if len(query.terms) > 1 and not all(covers_text(view, term.stem, evidence_stems(view, event)) for term in query.terms):
        return False
    own = entities(view, event)
    return all(
        own & set(name.ids)
        or {fold(view.actors[i].name) for i in name.ids if i in view.actors} & {fold(p.name) for p in event.participants}
        for name in query.names
    )


def told(events: list[Event]) -> Draft:
    """Some events in words."""
    ordered = in_order(events)
    text = "; ".join(line(e) for e in ordered)
    items = tuple(event_item(e) for e in ordered)
    return Draft(
        "answered", clip(f"{text}."), "series", len(ordered), items=items, citations=cite(ordered), facts=tuple(e.id for e in ordered)
    )
