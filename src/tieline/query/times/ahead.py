"""Questions that look ahead: what is still to come, and for when something had been planned."""

import re

from tieline.late import regex
from tieline.model.event import Event
from tieline.query.events.pick.select import MET, REAL
from tieline.query.reading.query import Query
from tieline.query.view import View

DUE = regex(r"\b(?:due|planned|scheduled|supposed|expected|slated|meant|foreseen|announced for|set) (?:to|for|at|on|in|by)\b", re.I)
_DUE = regex(r"\b(?:due|planned|scheduled|supposed|expected|slated)\b|\bshould (?:originally |first |initially )?have been\b", re.I)
ORIGINAL = regex(r"\b(?:original(?:ly)?|initial(?:ly)?|first|at first|earlier|previous(?:ly)?|once)\b", re.I)
_WILL = regex(
    r"^\W*(?:by |on |in |at )?(?:when|what|which|how soon|where|who|has|have|is|are|does|do|will)\b.*?"
    r"(?:\b(?:will|shall|going to|upcoming|forthcoming|coming)\b|['’]ll\b)|^\W*will\b",
    re.I,
)
_IS_TO = regex(
    r"^\W*(?:by |on |in |at )?(?:when|(?:what|which) (?:day|date|week|month|year))\b"
    r" (?:(?:is|are) [^?]+? to (?-i:[a-z])|(?:must|should)\b(?![^?]*\bhave\b))",
    re.I,
)


def asks_ahead(query: Query) -> bool:
    """Whether a question asks for what is to come: "when will it be signed", "when is it to be signed", "the next visit"."""
    return query.ordinal == "next" or bool(_WILL.match(query.text) or _IS_TO.match(query.text))


def asks_plan(query: Query) -> bool:
    """Whether a question asks for when something was planned: "when was he first due in Tavonia"."""
    return bool(_DUE.search(query.text))


def is_past(view: View, query: Query, event: Event) -> bool:
    """Whether an event is no answer to a question that looks ahead: it was over when it was first told, and can happen again."""
    if event.status not in REAL or foretold(event) or not asks_ahead(query):
        return False
    plain = all(term.text.lower() in view.lexicon.plain_agreements for term in query.terms)
    named = any(act.agreement for act in query.acts) or not plain
    return event.type in (*MET, "project") or not named


def tells_first_plan(query: Query, clause: str) -> bool:
    """Whether a clause can tell the plan that a question asks for: not what is still to come, where it asks for the first plan."""
    return not (asks_plan(query) and ORIGINAL.search(query.text) and _STILL.search(clause))


_STILL = regex(r"\b(?:will|is to|are to)\b|['’]ll\b", re.I)


def foretold(event: Event) -> bool:
    """Whether an event that happened had been told before its day."""
    told, time = event.published, event.time
    return bool(told and time and told.latest and time.earliest and told.latest < time.earliest)
