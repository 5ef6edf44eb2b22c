"""How far something has come."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.model.answer import AnswerStatus
from tieline.model.event import Event
from tieline.model.words import in_words
from tieline.query.draft import STATE, Draft, capital, cite, clip, event_reasons, from_passage, line, nothing, quoted, with_before
from tieline.query.events.pick.select import REAL, best, evidence_stems, select
from tieline.query.reading.frame import Part
from tieline.query.reading.query import Query
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.befalls import befallen, befalls, theme_of
from tieline.query.sentences.search import search
from tieline.query.times.dating import date_phrase
from tieline.query.view import View


def status(view: View, query: Query) -> Draft:
    """How far something has come: its latest stage, else what a sentence says of it."""
    query = replace(query, windows=tuple(replace(w, bound="as_of") if w.bound == "in" else w for w in query.windows))
    if query.rule == "status.stand":  # what stands is told inside its own words
        acts = [act.span for act in query.acts if not act.soft]
        own = tuple(t for t in query.words if t.stem not in _PROGRESS and not any(span.contains(t.span) for span in acts))
        query = replace(query, terms=own)
    hits = best(select(view, query))
    events = _of_upgrade(view, query) or [hit.event for hit in hits if not hit.missing]
    theme = _befallen(view, query)
    told = befallen(view, query, theme) if theme and not query.types else []
    if told:
        shown = told[0].passage
        return from_passage(told[0], "status", text=with_before(view, shown, quoted(shown, 240)))
    if theme and not query.types:
        events = [event for event in events if any(befalls(view, theme, passage) for passage in view.passages_of(event.evidence[:3]))]
    if events:
        return _stands(events)
    found = search(view, query, terms=tuple(t for t in query.words if t.stem not in _PROGRESS), least=0.7)
    found = [one for one in found if theme is None or query.types or befalls(view, theme, one.passage)]
    return _of_thing(view, query) or (from_passage(found[0], "status") if found else nothing(view, query, "status"))


_BEFELL = regex(
    r"^\W*what (?:has |had )?(?:happened|became|become) (?:to|of|with) (?P<thing>[^?]+?)"
    r"(?: (?:in|on|at|after|before|since) [^?]*)?\W*$",
    re.I,
)


def _befallen(view: View, query: Query) -> Part | None:
    """What "what happened to ..." asks about; None for other questions, and where somebody of an office is meant."""
    asked = _BEFELL.match(query.text) if not query.title else None
    return theme_of(view, query, asked.start("thing"), asked.end("thing")) if asked else None


_UPGRADE = regex(r"\b(?:the|this|that) upgrade\b(?! (?:of|to|in|from|into)\b)", re.I)


def _of_upgrade(view: View, query: Query) -> list[Event]:
    """What is told of the one agreement that the texts call an upgrade, where a question says no more than "the upgrade"."""
    upgrades = [one.id for one in view.facts.agreements if one.name.endswith(" upgrade")] if _UPGRADE.search(query.text) else []
    return [event for event in view.facts.events if event.agreement == upgrades[0]] if len(upgrades) == 1 else []


def _stands(events: list[Event]) -> Draft:
    """The latest stage that was reached, and behind it what is still ahead or was denied; where none was reached, the latest told."""
    ordered = sorted(events, key=lambda e: (str(e.time.latest or e.time.earliest) if e.time else "0", e.id))
    reached = [event for event in ordered if event.status in REAL]
    last = (reached or ordered)[-1]
    ahead = [event for event in reversed(ordered) if event.status not in REAL and event is not last][:2] if reached else []
    told = " ".join([_told_stage(last), *(f"{capital(line(event))}." for event in ahead)])
    return Draft(
        "answered" if last.status in REAL else "partly",
        clip(told),
        "status",
        last.stage or last.status,
        citations=cite([last, *ahead]),
        reasons=event_reasons(last),
        facts=(last.id, *(event.id for event in ahead)),
    )


def _told_stage(event: Event) -> str:
    """A stage in words, with its time, before what was done: "Concluded on 3 May 2008. Orsenda and Pelmara concluded ..."."""
    if event.status not in REAL:
        when = f" for {in_words(event.time)}" if event.time and event.status in ("planned", "expected") else ""
        return f"{capital(STATE[event.status])}{when}. {capital(event.title)}."
    word = (event.stage or event.status).replace("_", " ")
    word = {"none": "done", "occurred": "done", "ongoing": "under way"}.get(word, word)
    when = f" {'since ' + in_words(event.time) if word == 'in force' else date_phrase(event.time)}" if event.time else ""
    return f"{capital(word)}{when}. {capital(event.title)}."


_PROGRESS = frozenset(
    stem(word)
    for word in ("stage", "reach", "reached", "get", "progress", "come", "far", "advance", "stand", "status", "state", "play", "current")
)


def _of_thing(view: View, query: Query) -> Draft | None:
    """The latest that is told of a project which a question only names."""
    if query.types or not query.names or any(view.actors[i].kind != "place" for n in query.names for i in n.ids if i in view.actors):
        return None
    words = [stems(view.actors[i].name)[0] for name in query.names for i in name.ids]
    own = [e for e in view.by_type.get("project", ()) if all(f" {word} " in evidence_stems(view, e) for word in words)]
    own = [e for e in own if e.time and all(in_window(e.time, window) for window in query.windows)]
    if not own:
        return None
    last = max(own, key=lambda e: (str(e.time and (e.time.latest or e.time.earliest)), e.id))
    text = _told_stage(last)
    state: AnswerStatus = "answered" if last.status in REAL else "partly"
    return Draft(
        state, clip(text), "status", last.status if last.status not in REAL else last.stage, citations=cite([last]), facts=(last.id,)
    )
