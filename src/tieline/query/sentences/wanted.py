"""Acts that a sentence names by a noun and does not report as done: "evidence to order his extradition", "called for a ban"."""

from collections.abc import Collection
from functools import cache
from itertools import pairwise

from tieline.query.reading.frame import frame_of
from tieline.query.reading.lexicon import Lexicon
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.clause_modes import DEMANDS
from tieline.query.sentences.clause_verbs import verbs_of
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.view import Passage, View


def only_wanted(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence holds the verb of a question only as a noun behind an infinitive or a verb of wanting and weighing."""
    frame = frame_of(view, query)
    if frame is None or frame.copular or not frame.verbs:
        return False
    row = parsed(view, passage)
    verbs = {clause.verb.head for clause in row.clauses}
    if _demanded(row, frame.verbs):
        return True
    nouns = [k for k, unit in enumerate(row.units) if k not in verbs and set(stems(unit.text)) & set(frame.verbs)]
    if not nouns or any(stem(row.units[head].lower) in frame.verbs for head in verbs):
        return False
    return all(_wanted(view.lexicon, row, k) for k in nouns)


def _demanded(row: Parsed, verbs: Collection[str]) -> bool:
    """Whether a sentence has some verbs only in what somebody demands of others: "they demanded that the company leave"."""
    own = [clause for clause in row.clauses if verbs_of(row, clause) & set(verbs)]
    return bool(own) and all(
        one.parent is not None
        and one.parent.verb.lemma in DEMANDS
        and (one.kind == "infinitive" or (one.link == "that" and one.verb.form != "past"))
        for one in own
    )


def _wanted(lexicon: Lexicon, row: Parsed, k: int) -> bool:
    """Whether a noun stands behind "a call for", "its plan of", or in a clause that wants, weighs or aims."""
    wanting = _wanting(lexicon)
    before = row.units[max(k - 5, 0) : k]
    if any(stem(one.lower) in wanting and two.tag == "preposition" for one, two in pairwise(before)):
        return True
    around = [c for c in row.clauses if c.verb.end <= k < c.right]
    return any(c.kind == "infinitive" or c.verb.modal or stem(c.verb.lemma) in wanting for c in around)


@cache
def _wanting(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(stem(word) for table in lexicon.tables.get("wanted", ()) for word in table["verbs"].split())
