"""The title of a text: of the one about something, of a day, or of a house."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Draft, clip
from tieline.query.people.sourced import documents_of
from tieline.query.reading.query import Query
from tieline.query.view import View

_ASKED = regex(
    r"\b(?:title|headline|heading) of (?:the |an? )?(?:[\w'’]+ ){0,4}?(?:article|text|report|story|interview|piece|document|release)\b"
    r"|\bwhat (?:is|was) (?:the |an? )?(?:[\w'’]+ ){0,4}?(?:article|text|report|story|interview|piece) (?:called|titled|entitled|headed)\b",
    re.I,
)
_LOOSE = regex(
    r"title[sd]?|entitled|headline[sd]?|heading|headed|called|article|text|report|story|interview|piece|document|release|about", re.I
)


def headline(view: View, query: Query) -> Draft | None:
    """The title of the text that a question means, where it has one."""
    if not _ASKED.search(query.text):
        return None
    plain = replace(query, words=tuple(t for t in query.words if not _LOOSE.fullmatch(t.text)))
    idents = documents_of(view, plain)
    document = view.documents[idents[0]] if idents and (plain.words or plain.names or plain.windows) else None
    if document is None or not document.title:
        return None
    first = next((p for p in view.by_document[document.id] if " ".join(p.text.split()) in document.title), view.by_document[document.id][0])
    told = tuple(term.stem for term in query.words)
    return Draft("answered", clip(f'"{document.title}"'), "document", document.id, citations=(first.citation,), told=told)
