"""Which of the sentences that hold the words of an open question tells it: the one whose clause has its verb, done by and to the same."""

import re
from collections.abc import Sequence

from tieline.late import regex
from tieline.query.reading.frame import frame_of
from tieline.query.reading.query import Query
from tieline.query.sentences.clausal import clauses_for, mode_told, told_of
from tieline.query.sentences.search import Found
from tieline.query.view import View

NEAR = 0.1  # of a question, that the words of a sentence told by its grammar may tell less
LOOKED_AT = 8
_DONE = regex(r"^\W*(?:what|which|how)\b(?: \w+){0,3}? (?:did|was|were|has|have|had)\b", re.I)


def by_grammar(view: View, query: Query, found: Sequence[Found]) -> list[Found]:
    """Sentences, those first whose clauses tell what is asked; none where a past is asked for and the best only says what should be."""
    frame = frame_of(view, query)
    if not found or frame is None or frame.copular or not frame.verbs or set(frame.verbs) <= view.lexicon.light | {"do"}:
        return list(found)
    clauses = clauses_for(view, query)
    told = {one.passage.number for one in (clauses[1] if clauses else ())}
    head, rest = [one for one in found[:LOOKED_AT] if one.share >= found[0].share - NEAR], list(found)
    ranks = {one.passage.number: _rank(view, query, one, told) for one in head}
    if frame.asks in ("subject", "object") and _OPENS.match(query.text):  # of a time, a place or a condition the verb proves nothing
        ahead = bool(_AHEAD.search(query.text))
        head.sort(key=lambda one: (-ranks[one.passage.number], ahead and mode_told(view, query, one.passage) != "ahead"))
    first = head[0].passage
    if _DONE.match(query.text) and mode_told(view, query, first) == "open" and not _asks_open(query):
        return []
    return [*head, *(one for one in rest if one not in head)]


_OPENS = regex(r"^\W*(?:what|which)\b", re.I)
_AHEAD = regex(r"^\W*(?:what|which)\b(?: \w+){0,2}? (?:will|would|shall)\b", re.I)
_SHOULD = regex(
    r"\b(?:should|must|need\w*|urge\w*|want\w*|propos\w*|call\w*|hope\w*|wish\w*|ask\w*|suggest\w*|plan\w*|promis\w*|pledg\w*)\b", re.I
)


def _asks_open(query: Query) -> bool:
    """Whether a question asks for what somebody wants or says should be."""
    return bool(_SHOULD.search(query.text))


def _rank(view: View, query: Query, one: Found, told: set[int]) -> int:
    """How surely a sentence tells what is asked: by a whole clause, by its verb, by its verb of others, by its words alone."""
    if one.passage.number in told:
        return 3
    own = told_of(view, query, one.passage)
    return 0 if own is None else 2 if own else 1
