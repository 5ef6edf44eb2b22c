"""When the newest and the oldest of the texts were published."""

import re

from tieline.late import regex
from tieline.model.words import in_words
from tieline.query.draft import Draft, capital, clip
from tieline.query.people.outlets import called
from tieline.query.reading.query import Query
from tieline.query.view import View

_TEXTS = r"(?:article|text|story|stories|report|source|document|piece|clipping|one)s?"
_AGED = regex(
    rf"\b(?:(?P<new>latest|newest|most recent|last|youngest)|oldest|earliest|first)\b(?: of (?:the|these|your))? (?:news )?{_TEXTS}\b", re.I
)
_IDLE = regex(
    rf"latest|newest|most|recent|last|youngest|oldest|earliest|first|news|old|new|date|dated|publi\w+|come|came|out|{_TEXTS}", re.I
)


def by_age(view: View, query: Query) -> Draft | None:
    """The day of the newest or oldest text; None where the question tells a text apart by anything else."""
    told = _AGED.search(query.text)
    if told is None or query.names or query.windows or any(not _IDLE.fullmatch(term.text) for term in query.words):
        return None
    dated = [(one, one.published) for one in view.facts.documents if one.published]
    ages = [(one, when, when.earliest, when.latest) for one, when in dated if when.earliest and when.latest]
    if not ages:
        return None
    newest = max(ages, key=lambda age: (age[3], age[0].id))
    document, when = newest[:2] if told["new"] else min(ages, key=lambda age: (age[2], age[0].id))[:2]
    inferred = document.published_basis == "inferred"
    return Draft(
        "partly" if inferred else "answered",
        clip(f"{capital(in_words(when))}{' (by what it says)' if inferred else ''}. {called(view, document)}"),
        "date",
        when.edtf,
        citations=document.published_evidence or (view.by_document[document.id][0].citation,),
        reasons=(f"the {'newest' if told['new'] else 'oldest'} of {len(ages)} dated texts",),
        told=tuple(term.stem for term in query.words),
    )
