"""Which of a row of rounds or visits a question means, and whether an event is told as another of them."""

import re

from tieline.late import regex
from tieline.model.event import Event
from tieline.query.reading.query import Query
from tieline.query.view import View

_TURN = regex(
    r"\b(?P<turn>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+(?:[\w-]+\s+){0,2}?"
    r"(?P<noun>round|session|visit|trip|meeting|summit|phase|tranche)s?\b",
    re.I,
)


def of_another_turn(view: View, query: Query, event: Event) -> bool:
    """Whether a question asks for the second round or visit, and the texts tell an event as the first one, or as none of a row."""
    asked = _TURN.search(query.text)
    if asked is None:
        return False
    turn, noun = asked["turn"].lower(), asked["noun"].lower()
    told = [found for passage in view.passages_of(event.evidence) for found in _TURN.finditer(passage.text)]
    turns = {found["turn"].lower() for found in told if found["noun"].lower() == noun}
    return turn not in turns if turns else turn != "first" and event.type in _ROWS


_ROWS = frozenset({"negotiation", "visit", "meeting", "summit"})
