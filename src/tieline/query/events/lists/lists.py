"""Lists of events, people and years, and counts of them."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.model.answer import Item
from tieline.model.edtf import time_value
from tieline.model.event import Event
from tieline.model.span import Span
from tieline.model.words import in_words
from tieline.query.amounts.ordinals import numbered
from tieline.query.amounts.told_counts import told_count
from tieline.query.draft import (
    Draft,
    cite,
    clip,
    count_word,
    event_item,
    from_events,
    from_passage,
    in_order,
    line,
    nothing,
    passage_item,
    quoted,
)
from tieline.query.events.pick.objects import only_beside
from tieline.query.events.pick.select import REAL, best, select
from tieline.query.people.unnamed import unnamed
from tieline.query.reading.pairs import of_one_pair
from tieline.query.reading.query import Query, Term
from tieline.query.reading.titles import holds
from tieline.query.reading.words import stem
from tieline.query.sentences.search import search
from tieline.query.times.spans import years_of
from tieline.query.view import Passage, View

_CUE = regex(r"\b(covering|including|such as|like|particularly|especially|involving|namely|in the areas of)\b", re.I)
_NAMED = frozenset(stem(word) for word in ("mentioned", "named", "appear", "different", "quoted", "occur", "presidents", "leaders"))


def count(view: View, query: Query) -> Draft:
    """How many distinct events there were."""
    hits = [hit for hit in best(select(view, query)) if hit.event.status in REAL]
    events = in_order([hit.event for hit in hits])
    events = of_one_pair(view, query, events)
    if not events and any(act.rule == "act.host" for act in query.acts):
        held = years_of(view, query)
        if held:
            citations = tuple(c for year in sorted(held) for c in held[year][:1])
            word = count_word(len(held))
            text = f"{word}: in {', '.join(map(str, sorted(held)))}."
            return Draft("answered", clip(text), "count", len(held), "count", citations=citations[:6])
    if not events:
        return nothing(view, query, "count", "The texts report none.", "answer")
    return told_count(view, query, events) or numbered(view, query, events) or _counted(events, len(events))


def _counted(events: list[Event], number: int) -> Draft:
    word = count_word(number)
    told = "; ".join(line(e) for e in events)
    return Draft(
        "answered",
        clip(f"{word}. {told}."),
        "count",
        number,
        "count",
        items=tuple(event_item(e) for e in events),
        citations=cite(events, 6),
        facts=tuple(e.id for e in events),
        reasons=(f"{number} distinct after merging the reports",),
    )


def count_people(view: View, query: Query) -> Draft | None:
    """How many holders of an office did something."""
    titled = next((name for name in query.names if name.form == "title"), None)
    if not titled or len(query.text[query.asked.end : titled.span.start].split()) > 2:
        return None  # "how many documents did the presidents sign" counts documents
    if not query.types and not query.stages and not [t for t in query.words if t.stem not in _NAMED]:
        found = people_list(view, query, titled.ids)
        word = count_word(len(titled.ids))
        return replace(found, text=clip(f"{word}: {found.text}"), kind="count", value=len(titled.ids), unit="count")
    hits = [hit for hit in select(view, query) if hit.event.status in REAL]
    people: dict[str, Event] = {}
    for hit in hits:
        for one in hit.event.participants:
            if one.actor in titled.ids and one.role not in ("host", "place"):
                people.setdefault(one.actor, hit.event)
    if not people:
        return None
    names = [view.actors[i].name for i in people]
    word = count_word(len(names))
    return Draft(
        "answered",
        clip(f"{word}: {', '.join(names)}."),
        "count",
        len(names),
        "count",
        items=tuple(event_item(e) for e in people.values()),
        citations=cite(people.values()),
        facts=tuple(e.id for e in people.values()),
    )


def years(view: View, query: Query) -> Draft:
    """The years, or dates, of all events of a kind."""
    if "year" in query.text.lower():
        found = years_of(view, query)
        if found:
            text = ", ".join(str(year) for year in sorted(found))
            citations = tuple(dict.fromkeys(c for year in sorted(found) for c in found[year][:2]))
            items = tuple(Item.made(text=str(year), time=time_value(str(year)), citations=tuple(found[year][:2])) for year in sorted(found))
            return Draft("answered", f"{text}.", "list", text, items=items, citations=citations)
    hits = [hit for hit in select(view, query, least=0.6) if hit.event.time]
    named = [hit for hit in hits if not any(name.text in hit.missing for name in query.names) and hit.strong >= hits[0].strong]
    events = in_order([hit.event for hit in named or hits])
    if not events:
        return nothing(view, query, "list")
    times = list(dict.fromkeys(in_words(e.time) for e in events if e.time))
    items = tuple(event_item(e) for e in events)
    value = events[0].time.edtf if len(times) == 1 and events[0].time else ", ".join(times)
    ahead = events[0].status in ("planned", "expected") and len(times) == 1
    text = f"Scheduled for {times[0]}; no text confirms it." if ahead else f"{', '.join(times)}."
    return Draft(
        "partly" if ahead else "answered",
        clip(text),
        "list",
        value,
        items=items,
        citations=cite(events, 6),
        facts=tuple(e.id for e in events),
    )


_WHO_MET = regex(r"^\W*(?:which|what|list|name)(?: (?:all|the|of|two|three|both|(?-i:[A-Z])\w+))*\s*$", re.I)
_ANYBODY = ("leader", "official", "politician")
# "which areas does the ambassador want ...": the office is that of who says or does it
_OF_OTHERS = regex(
    r"^\W*(?:in |on |to |for )?(?:which|what) (?:\w+ ){0,2}?\w+s (?:does|did|do|has|have|had|will|would|should) (?:the )?", re.I
)
_PLACES = regex(r"^\W*(?:in |to |list |name )?(?:which|what|the|all)\b.{0,12}?\b(?:cities|towns|countries|places|capitals)\b", re.I)


def listed(view: View, query: Query) -> Draft:
    """The things of a kind that the texts name: office holders, agreements, events; else the sentence that lists them."""
    titled = next((name for name in query.names if name.form == "title"), None)
    if titled and not query.types and not _OF_OTHERS.match(query.text):
        return people_list(view, query, titled.ids)
    if query.title and query.types & {"meeting", "summit"} and query.title_span and _WHO_MET.match(query.text[: query.title_span.start]):
        from tieline.query.people.acting import who_in_events

        met = who_in_events(view, replace(query, title=None), [])
        if met and (query.title in _ANYBODY or _all_hold(view, query.title, met)):
            return met
    places = _PLACES.match(query.text) if query.types else None
    if places:
        from tieline.query.events.lists.places import where

        return where(view, replace(query, asked=Span(*places.span())))
    if query.types:
        events = [e for e in in_order([h.event for h in best(select(view, query))]) if e.status in REAL]
        telling = [e for e in events if e.time] or events
        telling = [e for e in telling if _names_land(view, query, e)] if _LANDS.search(query.text) else telling
        if telling and not re.search(r"\b(sector|area|field|industr|product|topic|issue|compan|cit(?:y|ies)|towns?)", query.text, re.I):
            return from_events(telling, "list")
    from tieline.query.events.lists.by_stage import of_stage

    done = of_stage(view, query)
    if done:
        return done
    found = search(view, query) or search(view, query, terms=_without_kind(query))
    found = [one for one in found if not unnamed(view, query, one.passage.text) and not only_beside(view, query, one.passage)]
    found = [one for one in found if _held_by(view, query, one.passage)]
    if found:
        near = [one for one in found if one.share >= found[0].share - 0.1][:6]
        draft = from_passage(found[0], "list", text=_enumeration(found[0].passage))
        more = tuple(one.passage.citation for one in near)
        return replace(draft, items=tuple(passage_item(one.passage) for one in near), citations=more) if len(near) > 1 else draft
    return nothing(view, query, "list")


def _held_by(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence names whoever, by the question, sees or wants what it lists, or gives his words."""
    from tieline.query.people.speakers import said_by
    from tieline.query.reading.frame import frame_of

    frame = frame_of(view, query)
    if frame is None or frame.asks != "object" or not set(frame.verbs) & view.lexicon.framing:
        return True
    people = [name for name in query.names if set(name.ids) & frame.subject.ids and view.any_is(name.ids, "person")]
    return all(set(one.ids) & set(passage.fact.actors) or said_by(view, one, passage) for one in people)


_LANDS = regex(r"^\W*(?:which|what) (?:\w+ ){0,2}(?:countries|nations|states)\b", re.I)


def _names_land(view: View, query: Query, event: Event) -> bool:
    """Whether an event names a country that the question does not, and from which nobody in it comes."""
    lands = [p for p in event.participants if p.actor in view.actors and view.actors[p.actor].kind == "country" and p.role != "state"]
    return any(p.actor not in query.ids for p in lands)


_KIND = regex(
    r"products?|goods|items?|sectors?|areas?|fields?|industr(?:y|ies)|things?|topics?|issues?|aspects?|benefits?|points?|measures?|steps?|goals?"
    r"|subjects?|kinds?|types?|sorts?|destinations?|mechanisms?|plans?",
    re.I,
)


def _without_kind(query: Query) -> tuple[Term, ...]:
    """The words of a question without the noun for what it wants listed, which a list need not hold."""
    return tuple(term for term in query.words if not _KIND.fullmatch(term.text)) if len(query.words) > 1 else query.words


def _enumeration(passage: Passage) -> str:
    """A sentence that lists things; a long one from where the list begins."""
    text = " ".join(passage.text.split())
    if len(text) <= 280:
        return quoted(passage, 290)
    cues = [m.start() for m in _CUE.finditer(text)]
    start = max((at for at in cues if len(text) - at > 40), default=0)
    return f'"… {clip(text[start:], 280)}"' if start else quoted(passage, 290)


def _all_hold(view: View, title: str, met: Draft) -> bool:
    """Whether all people of the events of an answer hold an office of a title."""
    people = {p.actor for i in met.facts if i in view.events for p in view.events[i].participants if p.actor in view.actors}
    held = [view.actors[i] for i in sorted(people) if view.actors[i].kind == "person"]
    return bool(held) and all(any(holds(view, role.title, role.of, title, ()) for role in actor.roles) for actor in held)


def people_list(view: View, query: Query, ids: tuple[str, ...]) -> Draft:
    """Office holders with the times at which they are attested."""
    items = []
    for ident in ids:
        actor = view.actors[ident]
        role = next(iter(actor.roles), None)
        when = f" ({in_words(role.time)})" if role and role.time else ""
        citations = role.evidence[:1] if role and role.evidence else actor.evidence[:1]
        items.append(Item.made(text=f"{actor.name}{when}", time=role.time if role else None, citations=citations, fact=ident))
    items.sort(key=lambda item: str(item.time.earliest or item.time.latest) if item.time else "9999")
    return Draft(
        "answered",
        clip(f"{', '.join(i.text for i in items)}."),
        "list",
        len(items),
        items=tuple(items),
        citations=tuple(c for i in items for c in i.citations),
        facts=ids,
    )
