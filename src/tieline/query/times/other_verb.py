"""Whether a time belongs to another verb than that of the question: "reopened in July after having been closed for a year"."""

from tieline.extract.syntax.clause import Clause
from tieline.model.time import TimeMention
from tieline.query.reading.frame import frame_of
from tieline.query.reading.query import Query
from tieline.query.sentences.clausal import FITS, fits
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.view import Passage, View

_APART = frozenset(("after", "before", "since", "without", "for", "of"))


def of_other_verb(view: View, query: Query, passage: Passage, mention: TimeMention) -> bool:
    """Whether a clause with another verb has a time behind that verb, and the clauses with the verb of the question lie elsewhere."""
    frame = frame_of(view, query)
    if frame is None or frame.copular:
        return False
    row = parsed(view, passage)
    at = next((k for k, unit in enumerate(row.units) if unit.start >= mention.start), None)
    own = [clause for clause, share, _ in fits(view, frame, passage) if share >= FITS]
    if at is None or not own or any(one.left <= at < one.right for one in own):
        return False
    holder = next((one for one in row.clauses if one.verb.end <= at < one.right and one.left <= at), None)
    if holder is None or not row.units[holder.verb.head].text.islower():
        return False  # a surname such as "Tell" is no verb
    return not any(_shares(row, one, holder) for one in own)


def _shares(row: Parsed, clause: Clause, holder: Clause) -> bool:
    """Whether a clause tells of the same time as the one before it: "met in June to sign it", "met in June, signing it"."""
    if clause.left < holder.left:
        return False
    before = row.units[clause.verb.start - 1].lower if clause.verb.start else ""
    done = clause.kind == "participle" and clause.verb.form == "ing" and not clause.verb.perfect and before not in _APART
    return clause.kind == "infinitive" or done
