"""Whether a name in a sentence stands for the place where what is asked about happened."""

from collections.abc import Sequence

from tieline.extract.syntax.clause import Clause
from tieline.query.evidence.senses import tells
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.sentences.parsed import Parsed
from tieline.query.view import View

_HANGING = frozenset(("participle", "relative", "infinitive", "subordinate"))
_BETWEEN = frozenset(("actor", "coordinator", "determiner", "noun", "'s", "number"))


_SET_FOR = frozenset(("set", "scheduled", "planned", "slated", "due", "fixed", "booked", "foreseen"))


def is_site(view: View, query: Query, row: Parsed, own: Sequence[Clause], k: int) -> bool:
    """Whether a name tells where something was: by the word before it, and in a clause that tells of what is asked."""
    return _behind_place_word(view, row, k) and not _of_other_clause(view, query, row, own, k)


def _behind_place_word(view: View, row: Parsed, k: int) -> bool:
    """Whether a name stands behind a word for a place or is the object of a verb: not "that Orsenda wants", "a sign of Orsenda"."""
    if any(unit.text in ("-", "–") for unit in (*row.units[max(k - 1, 0) : k], *row.units[k + 1 : k + 2])):
        return False  # "the Orsenda-Pelmara accord"
    at = k - 1
    while at >= 0 and (row.units[at].tag in _BETWEEN or row.units[at].text == ","):
        at -= 1
    if at < 0:
        return False
    before = row.units[at]
    if before.lower == "of":
        return stem(row.units[at - 1].lower) in view.lexicon.sites["nouns"]
    if before.lower == "for":  # "is set for Pelmara"
        return at > 0 and row.units[at - 1].lower in _SET_FOR
    return stem(before.lower) in view.lexicon.sites["behind"] or before.tag == "verb"


def _of_other_clause(view: View, query: Query, row: Parsed, own: Sequence[Clause], k: int) -> bool:
    """Whether a place stands in a clause of its own that tells nothing of what is asked: "for firms investing in Pelmara"."""
    inner = max((one for one in row.clauses if one.verb.start < k < one.right), key=lambda one: one.verb.start, default=None)
    if inner is None or inner.kind not in _HANGING or any(inner is one for one in own):
        return False
    told = row.text(inner.verb.start, inner.right)
    return not any(tells(view, term.stem, told) for term in query.words)
