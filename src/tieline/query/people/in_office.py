"""Whether a sentence gives the office asked about to the very person whom it seems to name for it."""

import re

from tieline.late import regex
from tieline.query.draft import Draft
from tieline.query.evidence.senses import tells
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.view import Passage, View

NEAR = 10  # words between a name and the office before or behind it
_WHO_IS = regex(r"^\W*who(?: is| was|['’]s) (?!\w+ing\b)(?:the |an? |its |[\w.-]+['’]s? )", re.I)
_OF = regex(r"\s(?:of|for|at|in|on|to)\s", re.I)  # behind it stands whose office it is, which the sentence before may tell
_RELATIVE = regex(r"\b(?:who|whom|that|which|whose)\b", re.I)


def in_office(view: View, query: Query, passage: Passage, draft: Draft) -> bool:
    """Whether the words of "who is the trade commissioner" stand beside the name that answers it, and for one person alone."""
    asked = _WHO_IS.match(query.text)
    if not asked or _RELATIVE.search(query.text[asked.end() :]) or not isinstance(draft.value, str):
        return True
    of = _OF.search(query.text, asked.end())
    office = [term for term in query.words if of is None or term.span.start < of.start()]
    words = [term for term in office if not any(name.span.touches(term.span) for name in query.names)]
    words = [term for term in words if not view.lexicon.is_light(term.stem)]
    last = stems(draft.value)[-1:]
    places = [k for k, word in enumerate(passage.stems) if (word,) == tuple(last)]
    return not words or any(_beside(view, passage, k, [term.stem for term in words], query) for k in places)


def _beside(view: View, passage: Passage, place: int, words: list[str], query: Query) -> bool:
    first, end = max(place - NEAR, 0), place + NEAR
    near = f" {' '.join(passage.stems[first:end])} "
    if not all(tells(view, word, near) for word in words):
        return False
    own = [token.lower for token in passage.tokens[first:end] if stem(token.lower) == words[-1]]
    asked = query.text.lower()
    return not own or any(word in asked for word in own)
