"""Texts asked for by what is written on them: publisher, date, or its lack."""

import re
from collections.abc import Sequence

from tieline.late import regex
from tieline.model.answer import Item
from tieline.model.document import Document
from tieline.query.draft import Draft, clip
from tieline.query.people.outlets import called, house, outlets
from tieline.query.reading.query import Query
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import fold
from tieline.query.view import View

_UNDATED = regex(r"\b(undated|no date|without (?:a )?(?:publication )?date|not dated|carr(?:y|ies) no)\b", re.I)
_OLDEST = regex(r"\b(oldest|earliest|first)\b", re.I)
_NEWEST = regex(r"\b(newest|latest|most recent|last)\b", re.I)
_OUT = regex(
    r"\b(published|by|from|dated|written|appeared|released|issued|out|oldest|newest|latest|earliest|undated|date|recent|most)\b", re.I
)


def by_label(view: View, query: Query) -> Draft | None:
    """The texts of a publisher, of a time, or without a date; None where the question asks for what a text says."""
    head = query.text
    asked = re.sub(r"\W+", " ", fold(head))
    named = [
        name
        for name in outlets(view)
        if fold(name) in asked
        or (
            len(name.split()) > 1
            and fold(name.split()[0]) in asked.split()
            and fold(name.split()[0]) not in ("china", "the", "new", "el", "la")
        )
    ]
    rest = [t for t in query.words if not any(fold(t.text) in fold(name) for name in named) and not _OUT.fullmatch(t.text)]
    if rest or not _OUT.search(head):
        return None
    others = [n for n in query.names if not any(fold(n.text) in fold(name) for name in named)]
    if others:
        return None
    found: Sequence[Document] = view.facts.documents
    if _UNDATED.search(head):
        found = [one for one in found if one.published_basis in ("inferred", "none")]
    elif named:
        found = [
            one
            for one in found
            if (own := house(view, one)) and any(fold(own).startswith(fold(n)) or fold(n).startswith(fold(own)) for n in named)
        ]
    elif not query.windows and not (_OLDEST.search(head) or _NEWEST.search(head)):
        return None
    found = [one for one in found if all(in_window(one.published, window) for window in query.windows)]
    dated = sorted(
        (one for one in found if one.published and one.published.earliest),
        key=lambda one: (str(one.published and one.published.earliest), one.id),
    )
    if _OLDEST.search(head) and dated:
        found = dated[:1]
    elif _NEWEST.search(head) and dated:
        found = dated[-1:]
    return _named(view, found) if found else None


def _named(view: View, found: Sequence[Document]) -> Draft:
    items = tuple(
        Item.made(
            text=called(view, one),
            time=one.published,
            citations=one.published_evidence[:1] or tuple(p.citation for p in view.by_document.get(one.id, ())[:1]),
        )
        for one in found
    )
    citations = tuple(c for item in items for c in item.citations)
    text = "; ".join(item.text for item in items)
    return Draft("answered", clip(f"{text}."), "document", found[0].id, items=items, citations=citations)
