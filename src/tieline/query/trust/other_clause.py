"""Whether a number or a place belongs to another verb of its sentence than that of a question."""

from tieline.query.amounts.numbers import numbers
from tieline.query.draft import Draft
from tieline.query.reading.frame import Frame, frame_of
from tieline.query.reading.query import Query
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
    told = [(clause, gap) for clause, share, gap in fits(view, frame, passage) if gap is not None and share >= SURE]
    found = [gap for clause, gap in told if clause.verb.finite and asked & verbs_of(row, clause)]
    return [(unit.start, unit.end) for gap in found for unit in gap.units]
