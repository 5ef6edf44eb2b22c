"""States over time: whether relations existed or an agreement was in force on a day, from the last change before it."""

import re
from dataclasses import replace
from datetime import date

from tieline.late import regex
from tieline.model.event import Event
from tieline.model.words import in_words
from tieline.query.draft import Draft, cite, clip, event_item, event_reasons, line
from tieline.query.events.pick.select import REAL, select
from tieline.query.reading.query import Query, Window
from tieline.query.view import View

_TIES = regex(
    r"\b(have|had|maintain\w*|keep|kept|enjoy\w*|be|in)\b.*\b(?:relations|ties)\b(?!.*\b(?:established|severed|restored|cut|broken|resumed)\b)",
    re.I,
)
_FORCE = regex(r"\b(?:in|still in) (?:force|effect|operation)\b|\bapplied\b|\bapplicable\b|\bapply\b", re.I)
_PARTNERS = regex(
    r"^\W*(?:is|are|was|were|did|do|does|had|have|has)\b(?!.*\b(?:become|became|upgrad|rais|elevat|announc)).*\bpartner(?:s|ship)?\b", re.I
)
_ON = {
    "partnership": {"established": True, "upgraded": True, "restored": True, "severed": False, "downgraded": False},
    "diplomatic_ties": {"established": True, "restored": True, "switched": True, "upgraded": True, "downgraded": True, "severed": False},
    "agreement": {
        "in_force": True,
        "provisionally_applied": True,
        "resumed": True,
        "suspended": False,
        "terminated": False,
        "lapsed": False,
    },
}


def state(view: View, query: Query) -> Draft | None:
    """Yes or no for a state on a day; None where the question asks for no state or names no time."""
    window = next((w for w in reversed(query.windows) if w.bound in ("in", "as_of")), None)
    kind = _kind(query)
    if window is None or kind is None or window.time.latest is None:
        return None
    changes = _changes(view, query, kind, window)
    before = [e for e in changes if e.time and e.time.latest and e.time.latest <= window.time.latest]
    after = [e for e in changes if e not in before]
    within = [e for e in before if e.time and e.time.earliest and window.time.earliest and e.time.earliest > window.time.earliest]
    if before and after and _on(kind, before[-1]) and after[0].stage in ("restored", "resumed"):
        return _broken(before[-1], after[0])
    if before:
        return _told(kind, before[-1], within, window)
    if after and _on(kind, after[0]) and not _may_be_before(after[0], window.time.latest):
        return _draft(False, after[0], f"No. {line(after[0])}.")
    return None


def _kind(query: Query) -> str | None:
    if "diplomatic_ties" in query.types or re.search(r"\b(relations|ties)\b", query.text, re.I):
        return "diplomatic_ties" if _TIES.search(query.text) else None
    if "partnership" in query.types and query.level and _PARTNERS.match(query.text):
        return "partnership" if not query.stages else None
    return "agreement" if "agreement" in query.types and _FORCE.search(query.text) else None


def _changes(view: View, query: Query, kind: str, window: Window) -> list[Event]:
    """The events that changed the state, all of one pair or agreement, in order of time."""
    acts = tuple(replace(a, stages=frozenset(_ON[kind]), types=frozenset({kind})) for a in query.acts[:1])
    terms = tuple(t for t in query.terms if t.stem not in ("relat", "rel", "tie", "diplomatic", "already", "still"))
    asked = replace(query, acts=acts, terms=terms, windows=(), ordinal=None)
    kinds = tuple(a.agreement for a in query.acts if a.agreement)
    if kinds and acts:
        asked = replace(asked, acts=(replace(acts[0], agreement=kinds[0]),))
    if not acts:
        return []
    hits = [hit for hit in select(view, asked) if not hit.missing and hit.event.stage in _ON[kind]]
    top = max((hit.strong for hit in hits), default=0)
    events = [hit.event for hit in hits if hit.strong == top and hit.event.time and hit.event.status in REAL]
    if kind == "agreement":
        events = _of_one(events)
    return sorted(events, key=lambda e: (str(e.time and (e.time.earliest or e.time.latest)), e.id))


def _of_one(events: list[Event]) -> list[Event]:
    """The events of the one agreement that most of them are about."""
    ids = [event.agreement for event in events]
    best = max(ids, key=ids.count, default=None)
    return [event for event in events if event.agreement == best]


def _on(kind: str, event: Event) -> bool:
    return _ON[kind].get(event.stage or "", True)


def _may_be_before(event: Event, day: date) -> bool:
    return bool(event.time and event.time.earliest and event.time.earliest <= day)


def _told(kind: str, last: Event, within: list[Event], window: Window) -> Draft:
    if within and window.bound == "in" and any(_on(kind, e) != _on(kind, within[0]) for e in within):
        told = "; ".join(line(e) for e in within)
        return Draft("partly", clip(f"For a part of it: {told}."), "yesno", None, citations=cite(within), reasons=event_reasons(last))
    value = _on(kind, last)
    return _draft(value, last, f"{'Yes' if value else 'No'}. {line(last)}; no later change before {in_words(window.time)}.")


def _broken(last: Event, back: Event) -> Draft:
    """A state that was restored later must have ended before, on a day that the texts do not give."""
    text = f"Not known for that day. {line(last)}; {line(back)}, so there was a break before that whose beginning is not dated."
    return Draft("unanswered", clip(text), "yesno", nearest=(event_item(last), event_item(back)))


def _draft(value: bool, event: Event, text: str) -> Draft:
    reasons = (f"the last change of state: {line(event)}", *event_reasons(event)[1:])
    return Draft("answered", clip(text), "yesno", value, citations=cite([event]), reasons=reasons, facts=(event.id,))
