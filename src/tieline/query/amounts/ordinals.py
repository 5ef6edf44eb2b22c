"""Counts that a text gives by an ordinal: "on his fourth trip to Orsenda this year"."""

import re
from collections.abc import Sequence

from tieline.late import regex
from tieline.model.event import Event
from tieline.query.draft import Draft, clip, count_word, event_reasons, quoted
from tieline.query.reading.query import Query, Window
from tieline.query.view import Passage, View

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
_TOLD = regex(
    rf"\b(?P<n>{'|'.join(_ORDINALS)})\s+(?:[\w-]+\s+){{0,2}}?"
    r"(?:(?P<noun>visit|trip|tour|meeting|summit)|(?P<bare>this year|in as many|since|time (?:that )?(?=.{3,60}\bmet\b)))",
    re.I,
)
_NOUNS = {"visit": ("visit", "trip", "tour"), "meeting": ("meeting",), "summit": ("summit",)}


def numbered(view: View, query: Query, events: Sequence[Event]) -> Draft | None:
    """The count that the texts themselves give of some events, where they tell of more than they date; None otherwise."""
    best: tuple[int, Passage, Event] | None = None
    for event in events:
        for passage in view.passages_of(event.evidence):
            number = _number(event, passage.text)
            if number > len(events) and (best is None or number > best[0]):
                best = (number, passage, event)
    if best is None or not all(_told_by(best[1], window) for window in query.windows):
        return None
    number, passage, event = best
    return Draft(
        "answered",
        clip(f"{count_word(number)} ({_ORDINALS[number - 1]} of its kind, the text says). {quoted(passage)}"),
        "count",
        number,
        "count",
        citations=(passage.citation,),
        reasons=event_reasons(event),
        facts=(event.id,),
    )


def _told_by(passage: Passage, window: Window) -> bool:
    """Whether a text counts up to a time that a question gives: it was published by then."""
    published = passage.document.published
    if window.bound in ("until", "as_of"):
        return bool(published and published.latest and window.time.latest and published.latest <= window.time.latest)
    return window.bound not in ("before", "after")


def _number(event: Event, text: str) -> int:
    """The highest ordinal that a sentence gives to an event of its type."""
    nouns = _NOUNS.get(event.type, ())
    found = [m for m in _TOLD.finditer(text) if (m["noun"] or "").lower() in nouns or (m["bare"] and any(n in text.lower() for n in nouns))]
    return max((_ORDINALS.index(m["n"].lower()) + 1 for m in found), default=0)
