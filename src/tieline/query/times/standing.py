"""How things stood on a day: the state of a project or agreement, which agreements of a country were in force and which were not."""

import re

from tieline.late import regex
from tieline.model.agreement import Agreement
from tieline.model.event import Event
from tieline.model.words import in_words
from tieline.query.draft import Draft, capital, cite, clip, event_item, event_reasons, in_order, line, quoted
from tieline.query.events.pick.select import REAL
from tieline.query.reading.query import Window
from tieline.query.reading.read import read_question
from tieline.query.reading.windows import find_windows
from tieline.query.reading.words import stems
from tieline.query.view import View

_DAY = r"(?:as of|on|by|in|at) (?P<day>[^,?]*\d{4})"
_LATE_DAY = _DAY.replace("<day>", "<late>")
_STATE = regex(
    rf"^\W*(?:{_DAY},? )?(?:what|which) (?:was|is) the (?:state|status|situation|standing) of (?P<thing>[^?]+?)(?:,? {_LATE_DAY})?\W*$",
    re.I,
)
_FORCE = regex(
    rf"^\W*(?:{_DAY},? )?which (?:of )?(?P<thing>[^?]*?\b(?:pact|agreement|deal|accord|treat)\w*)\s+"
    rf"(?:were|was|had been|stood) (?:already )?in (?:force|effect)(?P<rest>[^?]*?)(?:,? {_LATE_DAY})?\W*$",
    re.I,
)
_YEARLY = regex(
    r"\b(?:for|on) (?:a|an|any|every|each|the) (?P<day>\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2})\b.*\b(?:whatever|any|every|which) year",
    re.S,
)
_TYPES = {
    "project": ("project",),
    "agreement": ("agreement",),
    "negotiation": ("negotiation",),
    "diplomatic_ties": ("diplomatic_ties",),
}
_NOUNS = (
    (regex(r"\b(?:talks|negotiations?)\b", re.I), "negotiation"),
    (regex(r"\b(?:relations|ties)\b", re.I), "diplomatic_ties"),
    (regex(r"\b(?:agreement|pact|deal|treaty|accord|protocol)\b", re.I), "agreement"),
    (regex(r"\b(?:project|railway|line|port|bridge|dam|road|tunnel|pipeline|plant|canal|airport|construction|link)\b", re.I), "project"),
)
_LOOSE = frozenset(
    stems("project agreement pact deal treaty accord the a between of and construction talks negotiations relations ties on for to")
)
_LIVE = frozenset({"in_force", "provisionally_applied", "resumed"})
_DEAD = frozenset({"suspended", "terminated", "lapsed"})
_STAGES = {"in_force": "in force", "provisionally_applied": "provisionally applied", "started": "under construction"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def standing(view: View, text: str) -> Draft | None:
    """The answer to a question on how things stood on a day, or on a day of any year; None where it is none."""
    state, force, yearly = _STATE.match(text), _FORCE.match(text), _YEARLY.search(text)
    if state:
        return _state(view, state["thing"], state["day"] or state["late"])
    if force:
        return _in_force(view, force["thing"], force["day"] or force["late"])
    return _each_year(view, yearly["day"]) if yearly else None


def _window(day: str | None) -> Window | None:
    return next(iter(find_windows(day)), None) if day else None


def _state(view: View, thing: str, day: str | None) -> Draft | None:
    window = _window(day)
    kind = next((kind for noun, kind in _NOUNS if noun.search(thing)), None)
    if window is None or kind is None or window.time.latest is None:
        return None
    last = window.time.latest
    events = [one for one in _events(view, thing, kind) if one.time and one.time.latest and one.time.latest <= last]
    pairs = {frozenset(_countries(view, one)) for one in events if len(_countries(view, one)) == 2}
    if not events or len(pairs) > 1:
        return None
    event = in_order(events)[-1]
    passages = view.passages_of(event.evidence[:1])
    since = in_words(event.time) if event.time else ""
    stage = _STAGES.get(event.stage or "", (event.stage or "").replace("_", " "))
    text = f"{capital(stage)} since {since}. {quoted(passages[0]) if passages else event.title}"
    return Draft("answered", clip(text), "status", stage, citations=cite([event]), reasons=event_reasons(event), facts=(event.id,))


def _events(view: View, thing: str, kind: str) -> list[Event]:
    """The events that changed a thing: of its countries, told in texts that hold all the words for it."""
    query = read_question(view, f"what about {thing}")
    countries = view.of_kind(query.ids, "country")
    called = {one for name in query.names for one in stems(name.text)}
    words = [one for one in stems(thing) if one not in _LOOSE and one not in called and len(one) > 2]
    found = []
    for event in view.facts.events:
        if event.type in _TYPES[kind] and event.stage and event.status in REAL and countries <= _countries(view, event):
            told = _text(view, event)
            if all(f" {word[:4]}" in told for word in words):
                found.append(event)
    return found


def _text(view: View, event: Event) -> str:
    """The stems of the texts that tell an event, down to the sentence that does."""
    own = [passage for citation in event.evidence if (passage := view.passage_at(citation))]
    above = [one.joined for passage in own for one in view.by_document[passage.document.id] if one.number <= passage.number]
    agreement = view.agreements.get(event.agreement or "")
    return " ".join([*above, f" {' '.join(stems(agreement.name))} " if agreement else ""])


def _countries(view: View, event: Event) -> set[str]:
    return {p.actor for p in event.participants if p.actor in view.actors and view.actors[p.actor].kind == "country"}


def _in_force(view: View, thing: str, day: str | None) -> Draft | None:
    """The agreements of a country that were in force on a day, and those that were signed and not in force."""
    window = _window(day)
    query = read_question(view, f"what about {thing}")
    names = {view.actors[i].name for name in query.names for i in name.ids if i in view.actors and view.actors[i].kind == "country"}
    if window is None or not names or window.time.latest is None:
        return None
    trade = re.search(r"\btrade\b", thing, re.I)
    live, rest = [], []
    for agreement in view.facts.agreements:
        if names <= set(agreement.parties) and (not trade or _on_trade(agreement)):
            stages = [e for s in agreement.stages if (e := view.events.get(s.event or "")) and e.status in REAL and _by(e, window)]
            last = next((e for e in reversed(in_order(stages)) if e.stage in _LIVE | _DEAD), None)
            if last and last.stage in _LIVE:
                live.append((agreement, last))
            elif signed := next((e for e in stages if e.stage in _DEAD | {"signed"}), None):
                rest.append((agreement, last or signed))
    if not live:
        return None
    told = "; ".join(f"{agreement.name} ({in_words(event.time)})" for agreement, event in live if event.time)
    other = "; ".join(f"{agreement.name} ({event.stage}{f', {in_words(event.time)}' if event.time else ''})" for agreement, event in rest)
    events = [event for _, event in (*live, *rest)]
    text = f"In force: {told}.{f' Not in force: {other}.' if other else ''}"
    items = tuple(event_item(event) for _, event in live)
    return Draft("answered", clip(text), "list", len(live), items=items, citations=cite(events, 6), facts=tuple(e.id for e in events))


def _on_trade(agreement: Agreement) -> bool:
    kinds = ("free_trade", "economic_partnership", "agreement")
    return agreement.kind in kinds or bool(re.search(r"\b(?:trade|economic)\b", agreement.name, re.I))


def _by(event: Event, window: Window) -> bool:
    return bool(event.time and event.time.latest and window.time.latest and event.time.latest <= window.time.latest)


def _each_year(view: View, day: str) -> Draft | None:
    """The events on one day of the year, whatever the year."""
    month = next((n for n, name in enumerate(_MONTHS, 1) if name in day.lower()), None)
    number = re.search(r"\d+", day)
    if month is None or number is None:
        return None
    ending = f"-{month:02}-{int(number[0]):02}"
    events = [e for e in view.facts.events if e.time and e.time.grain == "day" and e.time.edtf.endswith(ending) and e.type != "statement"]
    events = in_order([e for e in events if e.status in REAL])
    if not events:
        return None
    text = clip("; ".join(line(event) for event in events) + ".")
    items = tuple(event_item(event) for event in events)
    return Draft("answered", text, "list", len(events), items=items, citations=cite(events, 6), facts=tuple(e.id for e in events))
