"""Sentences that leave open which one it was."""

import re

from tieline.late import regex
from tieline.query.query import Query

_ASKED = regex(r"\W*(?:which|what) (?P<noun>[A-Za-z]+(?: [A-Z][a-z]+)?) (?:was|were|is|are|has|had|will|would|did|does)\b")


def unnamed(query: Query, text: str) -> bool:
    """Whether a sentence does not name the one asked for: "which building was chosen" of "a building had been chosen"."""
    asked = _ASKED.match(query.text[:1].lower() + query.text[1:])
    if not asked:
        return False
    noun = re.escape(asked["noun"].removesuffix("s"))
    return bool(re.search(rf"\b(?:an?|every|each|any|some|no|another) (?:\w+ ){{0,2}}{noun}", text, re.I))
