"""Where something happened."""

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from tieline.late import regex
from tieline.model.actor import Actor
from tieline.model.event import Event
from tieline.model.span import Citation
from tieline.model.token import tokenize
from tieline.query.draft import Draft, cite, clip, event_item, event_reasons, from_passage, line, nothing, quoted
from tieline.query.events.pick.choice import choose
from tieline.query.events.pick.select import MET, REAL, best, select
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import fold
from tieline.query.sentences.clause import around, stems_in
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.kinds import is_wide
from tieline.query.sentences.routes import route_end
from tieline.query.sentences.search import search
from tieline.query.view import Passage, View

_KINDS = (
    (re.compile(r"\b(countr(?:y|ies)|nations?|states?)\b", re.I), ("country",)),
    (
        re.compile(
            r"\b(cit(?:y|ies)|towns?|capitals?|port|airport|airbase|base|palace|hotel|building|hall|island|stadium|harbou?r|venue|village|district)\b",
            re.I,
        ),
        ("place",),
    ),
)


_NEXT = regex(
    r"\b(?:go|goes|went|travel\w*|head\w*|fl[ey]\w*|proceed\w*|continu\w*)\b.{0,30}\b(?:after|before|from) @?",
    re.I,
)


def _wanted(query: Query) -> tuple[str, ...]:
    """The kinds of place that the question asks for."""
    head = query.text[: query.asked.end]
    return next((kinds for pattern, kinds in _KINDS if pattern.search(head)), ("place", "country"))


_SITE = regex(
    r"\b(?:air)?(?:base|port|palace|hotel|building|hall|stadium|harbou?r|university|school|restaurant|museum|room|street)\b", re.I
)


def at_site(view: View, query: Query, draft: Draft) -> Draft:
    """An answer to where something was, unless a hotel or palace is asked for and no word of its evidence is one."""
    site = _SITE.search(query.text[: query.asked.end]) if query.form == "where" else None
    if site is None or draft.status == "unanswered":
        return draft
    told = " ".join([draft.text, *(passage.text for passage in view.passages_of(draft.citations))]).lower()
    return draft if site[0].lower() in told else nothing(view, query, "place")


def where(view: View, query: Query) -> Draft:
    """The place of what a question asks about."""
    known = query.ids
    around = {view.actors[i].country for i in known if i in view.actors and view.actors[i].kind == "place"}
    known |= {a.id for a in view.facts.actors if a.kind == "country" and {a.id, a.name} & around}
    if any(act.rule == "act.host" for act in query.acts):
        hosted = host(view, query, known) or host_in_year(view, query)
        if hosted:
            return hosted
    kinds = _wanted(query)
    stay = _whereabouts(view, query, kinds)
    if stay:
        return stay
    hits = choose(view, query) or ([] if query.ordinal else best(select(view, query)))
    routed = route_end(view, query)
    if routed:
        return routed
    several = _in_several(view, query, [hit.event for hit in hits], known, kinds)
    if several:
        return several
    if _NEXT.search(query.text) and any(_NEXT.search(query.text[: n.span.start] + "@") for n in query.names):
        return nothing(view, query, "place")
    if _PAST.search(query.text) and hits and all(hit.event.status not in REAL for hit in hits):
        return _not_done(view, [hit.event for hit in hits], known, kinds)
    if hits and all(hit.event.status == "hypothetical" for hit in hits):
        return _not_done(view, [hit.event for hit in hits], known, kinds)
    told = [hit for hit in hits if hit.event.place]
    for hit in (*told, *(hit for hit in hits if hit not in told)):
        place = _of_event(view, hit.event, known, kinds)
        if place and hit.event.status == "hypothetical":
            return _not_done(view, [hit.event], known, kinds)
        if place:
            text = f"{place.name}{_land(view, hit.event, place, known)}. {hit.event.title}."
            base = Draft("answered", clip(text), "place", place.name, facts=(hit.event.id,))
            beside = (one for one in _ceremonies(view, view.passages_of(hit.event.evidence)) if place.name in one.text)
            cited = tuple(dict.fromkeys((*cite([hit.event]), *(one.citation for one in beside))))
            return replace(base, citations=cited, reasons=event_reasons(hit.event))
    for found in search(view, query, least=0.75)[:3] if not query.ordinal else ():
        named = _situated(view, found.passage, known, kinds, _inside(view, query, found.passage))
        if named:
            return from_passage(found, "place", text=f"{named.name}. {quoted(found.passage)}", value=named.name)
    return _of_gathering(view, query) or _spoken(view, query) or nothing(view, query, "place")


_FOR_IT = regex(
    r"^[^.;]{0,40}?,? for (?:the|an?|this year['’]s) [^.;]{0,80}?\b(?:meeting|summit|forum|conference|session|gathering)\b", re.I
)


def _of_gathering(view: View, query: Query) -> Draft | None:
    """The city in which a sentence has somebody stay for a gathering of the year asked about: "is in Torv for the annual summit"."""
    year = query.windows[0].time.earliest if len(query.windows) == 1 else None
    if year is None or not query.types & {"meeting", "summit"}:
        return None
    known = query.ids
    for found in search(view, replace(query, windows=()), least=0.75)[:8]:
        passage, published = found.passage, found.passage.document.published
        if not published or not published.earliest or published.earliest.year != year.year:
            continue
        for name in name_index(view).find(passage.tokens):
            here = [view.actors[i] for i in name.ids if i in view.actors and view.actors[i].kind == "place" and i not in known]
            behind = passage.document.text[name.span.end : passage.fact.end]
            if here and not is_wide(view, here[0]) and _FOR_IT.match(behind):
                return from_passage(found, "place", text=f"{here[0].name}. {quoted(passage)}", value=here[0].name)
    return None


_PAST = regex(r"^\W*(?:(?:in|to|at|from) )?(?:where|which|what)\b.*?\b(?:did|has|have|had|was|were)\b", re.I)


def _not_done(view: View, events: list[Event], known: Set[str], kinds: tuple[str, ...]) -> Draft:
    """What is said of a place where a question takes for done what was only planned, or did not come about."""
    event = events[0]
    place = _of_event(view, event, known, kinds) if event.status in ("planned", "expected") else None
    text = f"Only planned or expected: {place.name}. {line(event)}." if place else f"No text reports it as done. {line(event)}."
    base = Draft("partly", clip(text), "place", place.name if place else None, facts=(event.id,))
    return replace(base, citations=cite([event]), reasons=event_reasons(event))


_WAS = regex(r"^\W*(?:where|(?:in|at) (?:which|what) (?:city|town|place|country)) (?:was|were)\b", re.I)


def _whereabouts(view: View, query: Query, kinds: tuple[str, ...]) -> Draft | None:
    """Where somebody was at a time, by the one place in which the events of that time have them; None where it asks for more."""
    people = view.of_kind(query.ids, "person")
    if not _WAS.match(query.text) or not people or not query.windows or query.types or query.terms or query.title:
        return None
    found: dict[str, Event] = {}
    named = {i for one in people for n in view.by_actor.get(one, ()) for i in view.passages[n].fact.events if i in view.events}
    for event in (view.events[i] for i in sorted(named)):
        if not event.time or not all(in_window(event.time, window) for window in query.windows):
            continue
        if event.status not in REAL or event.type == "statement" or not people & {p.actor for p in event.participants}:
            continue
        place = _of_event(view, event, query.ids, kinds) if event.place else None
        if place and place.kind == "place" and event.time.grain == "day":
            found.setdefault(place.name, event)
    if len(found) != 1:
        return None
    ((name, event),) = found.items()
    base = Draft("answered", clip(f"{name}. {line(event)}."), "place", name, facts=(event.id,))
    return replace(base, citations=cite([event]), reasons=event_reasons(event))


_MOVES = regex(
    r"\b(?:go|goes|went|travel\w*|visit\w*|arriv\w*|fl[ey]\w*|flew|land\w*|head\w*|move\w*|trip|export\w*|lead\w*|sent|ship\w*)\b", re.I
)
_SPEAKS = regex(r"\b(?:said|say|speak|spoke|briefing|remarks?|press conference|news conference|statement|comment\w*)\b", re.I)


def _inside(view: View, query: Query, passage: Passage) -> Callable[[int], bool]:
    """Whether a place in a sentence stands in a clause that holds a word of the question, behind a preposition of the right kind."""

    def holds(at: int) -> bool:
        start = passage.fact.start + at
        text = stems_in(passage, around(passage, start, start + 1))
        near = any(covers_text(view, term.stem, text) for term in query.words)
        towards = re.search(r"\b(?:to|into|reach)\s+(?:\w+\s+){0,3}$", passage.text[:at])
        return near and (not towards or bool(_MOVES.search(query.text)))

    return holds


def _spoken(view: View, query: Query) -> Draft | None:
    """The dateline of the text that reports some words, where the question asks where they were said."""
    found = search(view, query, least=0.75)[:1] if _SPEAKS.search(query.text) and not query.types else []
    place = found[0].passage.document.place if found else None
    return (
        from_passage(found[0], "place", text=f"{place} (where the report is dated from). {quoted(found[0].passage)}", value=place)
        if place
        else None
    )


def _in_several(view: View, query: Query, events: list[Event], known: Set[str], kinds: tuple[str, ...]) -> Draft | None:
    """The places of several events that a question asks for at once, in order of time; None where there is but one."""
    found: dict[str, Event] = {}
    for event in events[:4]:
        place = _of_event(view, event, known, kinds) if event.place else None
        if place and place.kind == "place" and not is_wide(view, place):
            found.setdefault(place.name, event)
    if len(found) < 2 or query.ordinal:
        return None
    names = list(found)
    told = "; ".join(line(event) for event in found.values())
    return Draft(
        "answered",
        clip(f"{', '.join(names[:-1])} and {names[-1]}. {told}."),
        "place",
        names[0],
        items=tuple(event_item(event) for event in found.values()),
        citations=cite(found.values()),
        facts=tuple(event.id for event in found.values()),
    )


def _land(view: View, event: Event, place: Actor, known: Set[str]) -> str:
    """The country of a city, in brackets, where the sentences that tell the event name it and the question does not."""
    near = {i for passage in view.passages_of(event.evidence) for i in passage.fact.actors}
    lands = [a for a in view.facts.actors if a.kind == "country" and a.id in near - known and {a.id, a.name} & {place.country}]
    return f" ({lands[0].name})" if lands and place.kind == "place" else ""


def _of_event(view: View, event: Event, known: Set[str], kinds: tuple[str, ...]) -> Actor | None:
    """The most exact place of an event that the question does not name itself: a city before a country."""
    labels = {event.place, *(p.actor for p in event.participants if p.role in ("host", "place"))}
    found = [a for a in view.facts.actors if (a.id in labels or a.name in labels) and a.id not in known and a.kind in kinds]
    told = view.passages_of(event.evidence)
    for passage in (*(told if found or event.type in MET else _ceremonies(view, told)), *told):
        named = _situated(view, passage, known, kinds, (lambda at: True) if event.type in MET else _rests(passage))
        if named and (not found or named.country):
            found.append(named)
    own = [actor for actor in found if actor.kind == "place" and {actor.id, actor.name} & {event.place} and f" {actor.name}" in event.title]
    cities = [actor for actor in found if actor.kind == "place" and actor.country]
    return next(iter([*own, *cities, *found]), None)


_CEREMONY = regex(
    r"\b(?:ceremony|signing|inauguration|opening|exchange)\b[^.;]{0,60}?\b(?:took place|takes? place|was held|were held)\b", re.I
)
_LED = regex(r"\b(in|at|to|into|reach|from|between|towards?)\s+(?:[\w'’]+\s+){0,5}$", re.I)


def _ceremonies(view: View, told: Sequence[Passage]) -> list[Passage]:
    """The sentences soon after those that tell an event which say where its ceremony was: "The ceremony took place in Torv"."""
    texts = {passage.document.id for passage in told}
    after = [view.passages[n] for passage in told for n in range(passage.number + 1, min(passage.number + 4, len(view.passages)))]
    return [one for one in after if one.document.id in texts and _CEREMONY.search(one.text)]


def _rests(passage: Passage) -> Callable[[int], bool]:
    """Whether a place in a sentence is where something is done, and not where it leads: not "a railway to the port of Torv"."""

    def holds(at: int) -> bool:
        led = _LED.search(passage.text[:at])
        return led is None or led[1].lower() in ("in", "at")

    return holds


def host(view: View, query: Query, known: Set[str]) -> Draft | None:
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


def host_in_year(view: View, query: Query) -> Draft | None:
    """The one country of which the texts tell that it held something in the year asked about."""
    from tieline.query.reading.names import name_index
    from tieline.query.times.spans import years_of

    year = query.windows[0].time.earliest if len(query.windows) == 1 else None
    lands = [actor for actor in view.facts.actors if actor.kind == "country"]
    if year is None or len(lands) > MOST_LANDS or view.any_is(query.ids, "country"):
        return None
    told: dict[str, list[Citation]] = {}
    for land in lands:
        name = next(iter(name_index(view).find(tokenize(land.name))), None)
        asked = replace(query, windows=(), form="years", names=(*query.names, *([replace(name, span=query.asked)] if name else [])))
        found = years_of(view, asked) if name else {}
        cited = [c for c in found.get(year.year, ()) if land.name in c.quote]  # a place, and not only whose president came
        if cited:
            told[land.name] = cited
    if len(told) != 1:
        return None
    name_of, cited = next(iter(told.items()))
    passage = next(iter(view.passages_of(cited)), None)
    text = f"{name_of}. {quoted(passage)}" if passage else f"{name_of}."
    told_by = tuple(dict.fromkeys(cited))[:3]
    return Draft("answered", clip(text), "place", name_of, citations=told_by, told=tuple(t.stem for t in query.words))


MOST_LANDS = 6


def _situated(
    view: View, passage: Passage, known: Set[str], kinds: tuple[str, ...], holds: Callable[[int], bool] = lambda at: True
) -> Actor | None:
    """A place that a sentence names with "in", "at" or "to" before it."""
    found = [view.actors[i] for i in passage.fact.actors if i in view.actors and i not in known and view.actors[i].kind in kinds]
    placed = [
        a
        for a in found
        if (
            m := re.search(
                rf"\b(?:in|at|to|into|reach)\s+(?:(?!(?:with|by|between|from|against)\b)[\w'’]+\s+){{0,5}}(?P<place>{re.escape(a.name)})\b",
                passage.text,
            )
        )
        and holds(m.start("place"))
    ]
    cities = [actor for actor in placed if actor.kind == "place" and actor.country]
    return next(iter([*cities, *placed]), None)
