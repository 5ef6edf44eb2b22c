"""Lists: timelines, counts of distinct events, years, everything about a name."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.model.answer import Item
from tieline.model.edtf import time_value
from tieline.model.event import Event
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
from tieline.query.events.select import REAL, best, entities, evidence_stems, in_window, select
from tieline.query.people.people import person
from tieline.query.people.unnamed import unnamed
from tieline.query.reading.pairs import of_one_pair
from tieline.query.reading.query import Query, Term
from tieline.query.reading.words import fold, stem
from tieline.query.sentences.cover import covers_text, ways
from tieline.query.sentences.search import search
from tieline.query.times import several
from tieline.query.times.ahead import is_past
from tieline.query.times.spans import years_of
from tieline.query.view import Passage, View

_CUE = regex(r"\b(covering|including|such as|like|particularly|especially|involving|namely|in the areas of)\b", re.I)
_NAMED = frozenset(stem(word) for word in ("mentioned", "named", "appear", "different", "quoted", "occur", "presidents", "leaders"))
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
    events = [e for e in _pool(view, query) if _wanted(view, query, e)]
    dated = in_order([e for e in events if e.time and not (query.ordinal == "next" and is_past(view, query, e))])
    if query.ordinal in ("last", "first") and dated:
        event = dated[-1] if query.ordinal == "last" else dated[0]
        return Draft(
            "answered",
            clip(f"{line(event)}."),
            "order",
            event.time.edtf if event.time else None,
            citations=cite([event]),
            facts=(event.id,),
        )
    telling = [e for e in dated if e.type not in _MINOR] or dated
    if not dated and query.ordinal == "next":
        return nothing(view, query, "series", "The texts tell of none ahead.")
    if not dated:
        spoken = [
            p for p in view.passages if query.windows and any(t.time and all(in_window(t.time, w) for w in query.windows) for t in p.times)
        ]
        if spoken and not query.terms:
            return _told_then(spoken)
        sets = [{n for i in name.ids for n in view.by_actor.get(i, ())} for name in query.names]
        named = [view.passages[n] for n in sorted(set.intersection(*sets))] if sets else []
        if named and not query.terms and not query.windows and not query.types:
            return _told_then(named)
        found = search(view, query)
        return (
            from_passage(found[0], "series")
            if found and query.terms
            else nothing(view, query, "series", "The texts report nothing for that.")
        )
    told = "; ".join(line(e) for e in telling)
    return Draft(
        "answered",
        clip(told),
        "series",
        len(dated),
        items=tuple(event_item(e) for e in dated),
        citations=cite(telling, 8),
        facts=tuple(e.id for e in dated),
        reasons=(f"{len(dated)} dated events fit",),
    )


def _is_told(view: View, word: str) -> bool:
    """Whether some sentence holds a stem, or the first word of another way of saying it."""
    return any(one in view.index for one in (word, *(way.split()[0] for way in ways(view, word))))


def _told_then(passages: list[Passage]) -> Draft:
    items = tuple(passage_item(p) for p in passages[:12])
    citations = tuple(p.citation for p in passages[:4])
    return Draft("answered", clip(" ".join(quoted(p, 140) for p in passages[:2])), "series", len(items), items=items, citations=citations)


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
        return nothing(view, query, "count", "The texts report none.")
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


def listed(view: View, query: Query) -> Draft:
    """The things of a kind that the texts name: office holders, agreements, events; else the sentence that lists them."""
    titled = next((name for name in query.names if name.form == "title"), None)
    if titled and not query.types:
        return people_list(view, query, titled.ids)
    if query.types:
        events = [e for e in in_order([h.event for h in best(select(view, query))]) if e.status in REAL]
        telling = [e for e in events if e.time] or events
        if telling and not re.search(r"\b(sector|area|field|industr|product|topic|issue|compan)", query.text, re.I):
            return from_events(telling, "list")
    found = search(view, query) or search(view, query, terms=_without_kind(query))
    found = [one for one in found if not unnamed(view, query, one.passage.text)]
    if found:
        near = [one for one in found if one.share >= found[0].share - 0.1][:6]
        draft = from_passage(found[0], "list", text=_enumeration(found[0].passage))
        more = tuple(one.passage.citation for one in near)
        return replace(draft, items=tuple(passage_item(one.passage) for one in near), citations=more) if len(near) > 1 else draft
    return nothing(view, query, "list")


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


def agreements(view: View, query: Query) -> Draft:
    """Which agreement fits, or all that are mentioned."""
    drafted = several.which(view, query)
    if drafted:
        return drafted
    hits = [hit for hit in best(select(view, query)) if hit.event.agreement or hit.event.type in ("agreement", "trade_deal", "partnership")]
    if _PACT.search(query.text[: query.asked.end + 12]):
        hits = [hit for hit in hits if not _is_partnership(view, hit.event)]
    if hits and (query.stages or query.windows):
        event = hits[0].event
        agreement = view.agreements.get(event.agreement or "")
        name = agreement.name if agreement else event.title
        return Draft(
            "answered",
            clip(f"{name}. {event.title}."),
            "agreement",
            name,
            citations=cite([event]),
            facts=(event.id,),
            items=tuple(event_item(h.event) for h in hits) if len(hits) > 1 else (),
        )
    upgrades = [a for a in view.facts.agreements if query.upgrade and a.name.endswith("upgrade")]
    if len(upgrades) == 1 and not query.windows:
        name = upgrades[0].name
        told = [e for e in view.facts.events if e.agreement == upgrades[0].id]
        text = f"{name}. {line(told[0])}." if told else f"{name}."
        return Draft("answered", clip(text), "agreement", name, citations=upgrades[0].evidence[:2], facts=(upgrades[0].id,))
    if query.stages and query.windows:
        return nothing(view, query, "agreement", "The texts report no such agreement.")
    named = [a for a in view.facts.agreements if not a.parties or all(set(a.parties) & _labels(view, n.ids) for n in query.names)]
    if (query.stages or query.windows) and not (len(named) == 1 and query.names):
        return nothing(view, query, "agreement")
    if named:
        items = tuple(Item.made(text=a.name, citations=a.evidence[:1], fact=a.id) for a in named)
        return Draft(
            "answered",
            clip(f"{'; '.join(a.name for a in named)}."),
            "list",
            len(named),
            items=items,
            citations=tuple(c for a in named for c in a.evidence[:1]),
            facts=tuple(a.id for a in named),
        )
    return listed(view, query)


_PACT = regex(r"\b(?:which|what)\b.{0,20}\b(?:agreement|accord|pact|treaty|deal)s?\b", re.I)


def _is_partnership(view: View, event: Event) -> bool:
    agreement = view.agreements.get(event.agreement or "")
    return event.type == "partnership" or (agreement is not None and agreement.kind == "partnership")


def _labels(view: View, ids: tuple[str, ...]) -> set[str]:
    """Ids and names of some actors."""
    return {*ids, *(view.actors[i].name for i in ids if i in view.actors)}


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
    people = [name for name in query.names if any(view.actors[i].kind == "person" for i in name.ids if i in view.actors)]
    if query.windows or query.types or (query.names and not people):
        return happened(view, query)
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


def _is_kind(view: View, event: Event, kinds: set[str]) -> bool:
    agreement = view.agreements.get(event.agreement or "")
    return bool(agreement and (agreement.kind in kinds or "free trade" in fold(agreement.name)))
