"""Whether a date belongs to what another verb of its sentence tells: "approved the pact that he had signed in January"."""

from tieline.extract.syntax.clause import Clause
from tieline.query.draft import Draft
from tieline.query.evidence.senses import tells
from tieline.query.reading.frame import frame_of
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.sentences.clause_verbs import verbs_of
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.view import View

_APART = frozenset(("that", "which", "who", "where", "when", "after", "before", "since", "while", "until", "as"))


def dated_apart(view: View, query: Query, draft: Draft) -> bool:
    """Whether the one sentence of a date has the verb of the question, and gives the date to a clause behind it with another."""
    told = view.passages_of(draft.citations)
    if draft.kind != "date" or draft.status != "answered" or len(told) != 1 or any(_is_of(view, query, draft, i) for i in draft.facts):
        return False
    from tieline.query.sentences.clausal import clauses_with_verb  # not for a date that an event gives

    frame = frame_of(view, query)
    times = [m for m in told[0].times if m.time and m.time.edtf == draft.value]
    if frame is None or frame.copular or len(times) != 1:
        return False
    row, own = parsed(view, told[0]), clauses_with_verb(view, frame, told[0])
    place = next((k for k, unit in enumerate(row.units) if unit.start <= times[0].start < unit.end), None)
    inner = _innermost(row, place) if place is not None else None
    if not own or inner is None or inner in own or inner.link not in _APART or not inner.verb.finite:
        return False
    verbs = [verb.split()[0] for verb in frame.verbs]
    heads = " ".join(["", *verbs_of(row, inner), stem(row.units[inner.verb.head].lower), ""])
    return all(one.verb.end <= inner.verb.start for one in own) and not any(tells(view, verb, heads) for verb in verbs)


def _is_of(view: View, query: Query, draft: Draft, ident: str) -> bool:
    """Whether an event of the kind asked about has the date that is answered."""
    event = view.events.get(ident)
    if event is None or event.time is None or event.time.edtf != draft.value:
        return False
    return event.stage in query.stages if query.stages else not query.types or event.type in query.types


def _innermost(row: Parsed, place: int) -> Clause | None:
    """The clause behind whose verb a unit stands, the last of them."""
    from tieline.query.sentences.clausal import reach

    around = [clause for clause in row.clauses if clause.verb.start <= place < max(clause.right, reach(row, clause))]
    return max(around, key=lambda clause: clause.verb.start, default=None)
