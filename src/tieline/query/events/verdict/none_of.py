"""No, where a sentence says outright that there was none: "No agreement was signed"."""

from tieline.late import regex
from tieline.query.draft import Draft, from_passage, quoted
from tieline.query.evidence.senses import tells
from tieline.query.reading.frame import frame_of
from tieline.query.reading.query import Query
from tieline.query.sentences.clausal import clauses_with_verb
from tieline.query.sentences.clause_subjects import subject_of
from tieline.query.sentences.parsed import parsed
from tieline.query.sentences.search import Found
from tieline.query.view import Passage, View

_ANY = regex(r"^\W*(?:was|were|has|have|had|is|are|did)\b(?: there)?[^?]{0,40}?\b(?:an?|any)\b")


def none_of(view: View, query: Query) -> Draft | None:
    """No, by the sentence that denies it of all, where a question asks for any of a kind; None where none does."""
    frame = frame_of(view, query) if _ANY.match(query.text[:1].lower() + query.text[1:]) and not query.windows else None
    if frame is None or frame.copular:
        return None
    head = frame.subject.head if frame.passive else frame.rest.head
    numbers = sorted({n for verb in frame.verbs for n in view.index.get(verb.split()[0], ())}) if head else []
    for passage in (view.passages[n] for n in numbers):
        if head and _denies(view, query, passage, head) and all(set(name.ids) & set(passage.fact.actors) for name in query.names):
            return from_passage(Found(passage, 1.0, ()), "yesno", text=f"No. {quoted(passage, 250)}", value=False)
    return None


def _denies(view: View, query: Query, passage: Passage, head: str) -> bool:
    """Whether a clause with the verb of a question has "no" before the noun asked about, and no more than that noun behind it."""
    frame = frame_of(view, query)
    row = parsed(view, passage)
    for clause in clauses_with_verb(view, frame, passage) if frame else ():
        places = list(subject_of(row, clause).places) if clause.verb.passive else range(clause.verb.end, clause.right)
        units = [row.units[k] for k in places]
        none = next((n for n, unit in enumerate(units) if unit.lower == "no"), None)
        if none is not None and any(
            tells(view, head, f" {unit.lower} ") or tells(view, head, row.text(k, k + 1)) for k, unit in zip(places, units, strict=True)
        ):
            return len([unit for unit in units[none + 1 :] if unit.tag in ("noun", "agreement", "actor")]) <= 1
    return False
