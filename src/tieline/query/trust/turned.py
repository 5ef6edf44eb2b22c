"""Whether clauses turn round who did something to whom."""

from collections.abc import Sequence

from tieline.extract.syntax.clause import Clause
from tieline.query.reading.frame import Frame, frame_of
from tieline.query.reading.query import Query
from tieline.query.sentences.clausal import clauses_with_verb
from tieline.query.sentences.clause_subjects import agent_of, subject_of
from tieline.query.sentences.matching import region
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.view import Passage, View

# What two do together, whoever is named first.
_MUTUAL = frozenset(("meeting", "summit", "negotiation", "agreement", "diplomatic_ties", "partnership", "trade_deal"))


def turned_round(view: View, query: Query, told: Sequence[Passage]) -> bool:
    """Whether each clause with the verb of a question has its doer where the question has whom it is done to."""
    if len(query.names) < 2 or query.types & _MUTUAL:
        return False
    frame = frame_of(view, query)
    if frame is None or frame.copular or (frame.passive and " by " not in query.text):
        return False
    doing, done = _ids(view, frame.subject.named), _ids(view, (*frame.rest.named, *frame.wanted.named))
    if frame.passive:
        doing, done = done, doing
    if not doing or not done or doing & done:
        return False
    verdicts = [_turned(view, row, clause, doing, done) for row, clause in _clauses(view, frame, told)]
    return True in verdicts and False not in verdicts


def _clauses(view: View, frame: Frame, told: Sequence[Passage]) -> list[tuple[Parsed, Clause]]:
    return [(parsed(view, passage), clause) for passage in told for clause in clauses_with_verb(view, frame, passage)]


def _turned(view: View, row: Parsed, clause: Clause, doing: set[str], done: set[str]) -> bool | None:
    """Whether a clause turns two sides round; None where it names neither."""
    before, behind = set(subject_of(row, clause).ids), set(region(row, range(clause.verb.end, clause.right)).ids)
    if clause.verb.passive:
        before, behind = set(agent_of(row, clause).ids), before
    if before & doing or behind & done:
        return False
    return True if before & done else None


def _ids(view: View, named: Sequence[tuple[tuple[str, ...], tuple[str, ...]]]) -> set[str]:
    """The countries and people of a part of a question."""
    return {i for ids, _ in named for i in ids if i in view.actors and view.actors[i].kind in ("country", "person")}
