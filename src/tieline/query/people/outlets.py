"""Newspapers and agencies: who published a text, whom people talked to, and how a text is called in an answer."""

import re

from tieline.late import regex
from tieline.model.document import Document
from tieline.model.opening import first_words
from tieline.model.span import Citation
from tieline.model.words import in_words
from tieline.query.draft import clip
from tieline.query.reading.words import fold
from tieline.query.view import View
from tieline.text import lexicon

_HOUSE = r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3}"
_TOLD = regex(
    rf"\b(?:told|tells|telling|interview(?:ed)? (?:with|by)|"
    rf"(?:newspaper|daily|weekly|magazine|broadcaster|news agency)) (?:the )?(?P<name>{_HOUSE})"
)
_INTERVIEW = regex(rf"\btold (?:the )?(?P<name>{_HOUSE}) in an? [^.]{{0,30}}\binterview\b|\binterview with (?:the )?(?P<other>{_HOUSE})")


def outlets(view: View) -> dict[str, tuple[Citation, ...]]:
    """The newspapers and agencies of the texts, each with what shows it: publishers first."""
    found: dict[str, list[Citation]] = {}
    for document in view.facts.documents:
        passages = view.by_document.get(document.id, ())
        if document.publisher and passages:
            at = document.text.find(document.publisher)
            shown = passages[0].cite(at, at + len(document.publisher)) if at >= 0 else passages[0].citation
            found.setdefault(_label(found, document.publisher), []).append(shown)
        for passage in passages:
            for match in _TOLD.finditer(passage.text):
                name = match["name"].rstrip(".'’")
                if _is_house(view, name, match[0]):
                    found.setdefault(_label(found, name), []).append(passage.citation)
    return {name: tuple(dict.fromkeys(shown)) for name, shown in found.items()}


def house(view: View, document: Document) -> str | None:
    """Who published a text: as it is stamped, else the house to which an interview in it was given."""
    if document.publisher:
        return document.publisher
    for passage in view.by_document.get(document.id, ()):
        told = _INTERVIEW.search(passage.text)
        name = told and (told["name"] or told["other"])
        if name and _is_house(view, name, name):
            return name
    return None


def called(view: View, document: Document) -> str:
    """A text as people name it: title or first words, publisher, date, and its id."""
    title = document.title or first_words(document.text, most=120) or document.id
    when = in_words(document.published) if document.published and document.published.edtf else "undated"
    told = ", ".join(part for part in (house(view, document), when) if part)
    return f'"{clip(title.strip(), 120)}" ({told}; {document.id})'


def _label(found: dict[str, list[Citation]], name: str) -> str:
    """The name under which an outlet already stands: "Xinhua" and "Xinhua News Agency" are one."""
    return next((one for one in found if fold(one).startswith(fold(name)) or fold(name).startswith(fold(one))), name)


def _is_house(view: View, name: str, told: str) -> bool:
    if any(view.actors[i].kind in ("person", "country", "place") for i in view.called.get(name, ())):
        return False
    if any(name == document.publisher or (document.publisher or "").startswith(name) for document in view.facts.documents):
        return True
    return bool(lexicon.anywhere("houses").search(name) or re.search(r"newspaper|daily|weekly|magazine|broadcaster|agency", told))
