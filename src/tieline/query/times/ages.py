"""How old something was at a time, and how long it had been so: from the event that began it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.event import Event
from tieline.model.time import TimeValue
from tieline.query.draft import Draft, cite, clip, event_item, event_reasons, in_order, line
from tieline.query.events.pick.select import REAL, select
from tieline.query.reading.read import read_question
from tieline.query.reading.windows import find_windows
from tieline.query.times.anchors import others, readings, with_readings
from tieline.query.times.gaps import gap_length, span_words
from tieline.query.view import View

_AT = (
    r"(?P<at>when|by the time|at the time(?: of| when)?|as of|by|in(?! (?:force|effect|operation|existence|place)\b)|on|at|before"
    r"|counting from|seen from|upon|during)"
)
_TIME = rf",? {_AT} (?P<time>[^?]+?)\W*$"
_VERB = r"(?:were|was|are|is|had|have|has|did)"
_FORMS = (
    regex(rf"^\W*how old {_VERB} (?P<thing>.+?)(?:,? (?:already|then|by then))?{_TIME}", re.I),
    regex(
        rf"^\W*(?:for )?how (?:many years|long) {_VERB} (?P<thing>.+?) (?:had|been|existed|lasted|enjoyed|maintained|kept)\b"
        rf"(?P<more>.*?){_TIME}",
        re.I,
    ),
    regex(rf"^\W*how (?:many years|long) ago {_VERB} (?P<thing>.+?)(?P<more>){_TIME}", re.I),
    regex(rf"^\W*how many years (?:of|into) (?P<thing>.+?) (?:had (?:there been|passed)|were (?:there|celebrated|marked)){_TIME}", re.I),
)
# What begins a thing, by the word for it, the likeliest first: type and stages.
_BIRTHS = (
    (regex(r"\b(?:relations?|ties|relationship|recognition)\b", re.I), ("diplomatic_ties",), (("established",), ("restored",))),
    (regex(r"\bpartner(?:s|ship)?\b", re.I), ("partnership",), (("established", "upgraded"),)),
    (regex(r"\b(?:talks|negotiations?)\b", re.I), ("negotiation",), (("launched", "started"),)),
    (
        regex(r"\b(?:fta|agreement|pact|deal|treaty|accord|convention|protocol)\b", re.I),
        ("agreement",),
        (("in_force",), ("provisionally_applied",), ("signed",)),
    ),
    (
        regex(r"\b(?:port|railway|line|bridge|dam|road|tunnel|pipeline|plant|canal|airport|terminal|mill|station)\b", re.I),
        ("project",),
        (("inaugurated",), ("completed",)),
    ),
)


def age(view: View, text: str) -> Draft | None:
    """How old a thing was at a time; None where the question asks for no age, or for that of a person."""
    found = next((m for form in _FORMS if (m := form.match(text))), None)
    if found is None:
        return None
    thing = f"{found['thing']} {found.groupdict().get('more') or ''}"
    born = births(view, thing)
    when, anchor, rest = _when(view, found["time"])
    if not born or when is None:
        return None
    first = born[0]
    if first.time is None or (first.time.earliest and when.latest and first.time.earliest > when.latest):
        text = f"It did not exist then: {line(first)}."
        return Draft("partly", clip(text), "duration", nearest=(event_item(first),), citations=cite([first]), facts=(first.id,))
    words, value, exact = gap_length(first.time, when, "year")
    ends = [first, *([anchor] if anchor else [])]
    told = f"{words} ({span_words(first.time, when)}). {'; '.join(event.title for event in ends)}."
    reasons = tuple(reason for event in ends for reason in event_reasons(event))
    draft = Draft(
        "answered" if exact else "partly",
        clip(told),
        "duration",
        value,
        citations=cite(ends),
        reasons=reasons,
        facts=tuple(e.id for e in ends),
    )
    return with_readings(draft, [(anchor, others(rest, anchor))] if anchor else [])


_LOOSE = regex(r"two|nations?|countr(?:y|ies)|sides?|diplomatic|had|existed", re.I)


def births(view: View, words: str) -> list[Event]:
    """The events that began a thing, the likeliest first; none where the words fit things of several pairs of countries."""
    kind = next((one for one in _BIRTHS if one[0].search(words)), None)
    own = [event for event in readings(view, words) if event.stage] if read_question(view, f"when {words}").stages else []
    if own or kind is None:
        return own
    _, types, stages = kind
    query = read_question(view, f"when was {words} {'in force' if types[0] == 'agreement' else 'established'}")
    for wanted in stages:
        events = _of(view, query.text, types, wanted)
        if events:
            return events
    return []


def _of(view: View, text: str, types: Sequence[str], stages: Sequence[str]) -> list[Event]:
    query = read_question(view, text)
    act = next((a for a in query.acts if a.stages or a.types), None)
    if act is None:
        return []
    agreement = next((a.agreement for a in query.acts if a.agreement), None)
    asked = replace(act, types=frozenset(types), stages=frozenset(stages), agreement=agreement)
    terms = tuple(t for t in query.terms if not (_LOOSE.fullmatch(t.text) or any(one[0].search(t.text) for one in _BIRTHS)))
    hits = select(view, replace(query, acts=(asked,), terms=terms, ordinal=None))
    events = in_order(hit.event for hit in hits if hit.event.time and hit.event.status in REAL and not hit.missing)
    pairs = {tuple(sorted(p.actor for p in e.participants if p.role == "party")) for e in events}
    return events if len(pairs) <= 1 else []


def _when(view: View, words: str) -> tuple[TimeValue | None, Event | None, Sequence[Event]]:
    """The time that some words give: a date, or that of an event."""
    events = readings(view, words)
    if events:
        return events[0].time, events[0], events
    windows = find_windows(words)
    return (windows[-1].time, None, ()) if windows else (None, None, ())
