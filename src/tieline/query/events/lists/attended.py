"""Which meeting somebody attended or is to attend: "which summit was Vael going to attend after his visit"."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Draft, from_passage
from tieline.query.reading.query import Query
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import stem
from tieline.query.sentences.clause_modes import mode_of
from tieline.query.sentences.clause_subjects import subject_of
from tieline.query.sentences.clause_verbs import verbs_of
from tieline.query.sentences.exact import object_words, set_first
from tieline.query.sentences.parsed import parsed
from tieline.query.sentences.search import Found
from tieline.query.view import View

ASKED = regex(
    r"^\W*(?:and |but )?(?:which|what)\s+(?:\w+\s+){0,3}?"
    r"(?:meeting|summit|conference|forum|event|gathering|ceremony|congress|session|talks)s?\b"
    r"[^?]*?\b(?:attend(?:ed|ing)?|take part in|taking part in|took part in|join(?:ed|ing)?|participat\w+ in)\b",
    re.I,
)
_DID = regex(r"\bdid\b|\battended\b", re.I)
_ATTENDS = frozenset(stem(word) for word in ("attend", "join", "participate"))


def attended(view: View, query: Query) -> Draft | None:
    """The meeting that a clause has somebody attend; None where none does, or several do."""
    people = view.of_kind(query.ids, "person") if ASKED.match(query.text) else set()
    if len(people) != 1:
        return None
    found: dict[str, Draft] = {}
    for number in sorted({n for i in people for n in view.by_actor.get(i, ())}):
        passage = view.passages[number]
        row = parsed(view, passage)
        for clause in row.clauses:
            words = object_words(query, row, clause, passage) if verbs_of(row, clause) & _ATTENDS else None
            mode, denied = mode_of(row, clause)
            if not words or denied or mode == "open" or not people & set(subject_of(row, clause).ids):
                continue
            if all(in_window(passage.document.published, window) for window in query.windows):
                only = mode == "ahead" and bool(_DID.search(query.text))
                text = f"Only planned: {set_first(words, passage)}" if only else set_first(words, passage)
                draft = from_passage(Found(passage, 1.0, ()), "statement", text=text, value=words, status="partly" if only else "answered")
                found[words] = replace(draft, told=tuple(term.stem for term in query.words))
    return next(iter(found.values())) if len(found) == 1 else None
