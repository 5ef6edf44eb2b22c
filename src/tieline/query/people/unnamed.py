"""Sentences that leave open which one it was."""

import re

from tieline.late import regex
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.sentences.cover import ways
from tieline.query.view import View

_ASKED = regex(
    r"\W*(?:in |on |at |by |with |for )?(?:which|what) (?:new |main |other )?(?P<noun>[A-Za-z]+(?: [A-Z][a-z]+)?)"
    r" (?:was|were|is|are|has|have|had|will|would|did|does|do|should)\b"
)
_VAGUE = r"(?:an?|every|each|any|some|no|another|various|several|many|certain|different|numerous|two|three|both)"
_TOLD = regex(r"\b(?:such as|including|include[sd]?|namely|among them|notably|particularly|especially|like|called|named)\b|:", re.I)


def unnamed(view: View, query: Query, text: str) -> bool:
    """Whether a sentence does not name the one asked for: "which building was chosen" of "a building had been chosen"."""
    asked = _ASKED.match(query.text[:1].lower() + query.text[1:])
    if not asked:
        return False
    nouns = {asked["noun"].removesuffix("s"), *(way for way in ways(view, stem(asked["noun"])) if " " not in way)}
    found = re.search(rf"\b{_VAGUE} (?:[\w-]+ ){{0,2}}(?:{'|'.join(map(re.escape, sorted(nouns)))})", text, re.I)
    return found is not None and not _TOLD.search(text[found.end() :])
