"""Whether a number or a place belongs to another verb of its sentence than that of a question."""

import re
from collections.abc import Sequence

from tieline.late import regex
from tieline.query.amounts.numbers import Number, numbers
from tieline.query.draft import Draft
from tieline.query.reading.frame import Frame, frame_of
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.reading.windows import in_window
from tieline.query.sentences.clausal import clauses_with_verb, fits
from tieline.query.sentences.clause_verbs import verb_share, verbs_of
from tieline.query.sentences.parsed import parsed
from tieline.query.view import Passage, View

SURE = 0.85
_IDLE = frozenset(("be", "hav", "do", "mak", "exist"))


def of_other_clause(view: View, query: Query, draft: Draft) -> bool:
    """Whether a clause tells what is asked and the number answered is none of it: "a bank that lent 35 million froze the second sum"."""
    frame = frame_of(view, query)
    passages = view.passages_of(draft.citations)
    if draft.status != "answered" or len(passages) != 1 or frame is None or not _has_verb(view, frame):
        return False
    own = [number for number in numbers(passages[0]) if number.value == draft.value]
    gaps = list(_gaps(view, frame, passages[0]))
    return bool(own and gaps) and not any(start < number.end and number.start < end for number in own for start, end in gaps)


_AGAINST = regex(r"\b(?:than|of what|of that|against|compared (?:with|to)|as (?:much|many) as|versus)\b", re.I)


def set_against(view: View, query: Query, draft: Draft) -> bool:
    """Whether whom or when a question names stands only in that with which the number is compared: "half of what it sells Selva"."""
    passages = view.passages_of(draft.citations)
    if len(passages) != 1:
        return False
    found = numbers(passages[0])
    own = [one for one in found if one.value == draft.value]
    return bool(own) and all(_behind(view, query, passages[0], one, found) for one in own)


def _behind(view: View, query: Query, passage: Passage, number: Number, found: Sequence[Number]) -> bool:
    cut = _AGAINST.search(passage.document.text, number.end, passage.fact.end)
    if cut is None or any(one.start > cut.end() for one in found):
        return False
    if any(_only_behind(view, query, passage, word, cut.start()) for word in _proper(query)):
        return True
    within = [[m.start > cut.start() for m in passage.times if m.time and in_window(m.time, window)] for window in query.windows]
    return any(places and all(places) for places in within)


def _proper(query: Query) -> list[str]:
    """The names in a question, and its other words with a capital."""
    return [*(name.text for name in query.names), *(term.text for term in query.words if term.text[:1].isupper() and term.span.start)]


def _only_behind(view: View, query: Query, passage: Passage, word: str, cut: int) -> bool:
    """Whether a sentence has a name only behind a place, whatever else it calls its bearer."""
    ids = {i for name in query.names if name.text == word for i in name.ids}
    spots = [name.span.start for name in name_index(view).find(passage.tokens) if ids & set(name.ids)]
    spots += [token.start for token in passage.tokens if token.text == word]
    return bool(spots) and min(spots) > cut


def at_other_deed(view: View, query: Query, draft: Draft) -> bool:
    """Whether the place answered is only that of a deed by which the sentence describes something: "tests on samples bought in Torv"."""
    frame = frame_of(view, query)
    passages = view.passages_of(draft.citations)
    if query.form != "where" or draft.status != "answered" or len(passages) != 1 or frame is None or frame.copular:
        return False
    row = parsed(view, passages[0])
    places = [k for k in range(len(row.units)) if str(draft.value) == row.units[k].text]
    within = [
        max((one for one in row.clauses if one.verb.end <= k < one.right), key=lambda one: one.verb.start, default=None) for k in places
    ]
    return bool(within) and all(
        one is not None and one.kind == "participle" and one.verb.form == "part" and not verb_share(view, frame, row, one) for one in within
    )


def lacks_verb(view: View, query: Query, draft: Draft) -> bool:
    """Whether no sentence of an answer has the verb of a question, or a word for it."""
    frame = frame_of(view, query)
    if frame is None or frame.copular or frame.asks not in ("subject", "object") or set(frame.verbs) & _IDLE:
        return False
    return not any(clauses_with_verb(view, frame, passage) for passage in view.passages_of(draft.citations))


def _has_verb(view: View, frame: Frame) -> bool:
    """Whether a question asks for what somebody did, or who did it, by a verb that says something."""
    idle = view.lexicon.light | view.lexicon.verb_kinds["light"] | view.lexicon.verb_kinds["empty"]
    return not frame.copular and frame.asks in ("subject", "object") and not set(frame.verbs) <= idle


def _gaps(view: View, frame: Frame, passage: Passage) -> list[tuple[int, int]]:
    """The places of all that the clauses with the very verb of a question, which tell what is asked, have where the question asks."""
    row, asked = parsed(view, passage), {verb.split()[0] for verb in frame.verbs}
    fitting = [(clause, gap) for clause, share, gap in fits(view, frame, passage) if gap is not None and share >= SURE]
    told = [(clause, gap) for clause, gap in fitting if clause.verb.finite and asked & verbs_of(row, clause)]
    places = {k for _, gap in told for k in gap.places}
    for other in row.clauses:  # "expected the number to reach 60,000", "studied there; today there are eleven"
        hangs = other.kind in ("infinitive", "subordinate") and any(other.parent is clause for clause, _ in told)
        paid = frame.passive and any(other is clause for clause, _ in told)  # "will be paid 2,100 crowns"
        if told and (hangs or paid or other.verb.lemma == "be"):
            places |= set(range(other.left, other.right))
    return [(row.units[k].start, row.units[k].end) for k in sorted(places)]
