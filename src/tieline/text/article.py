"""A document, read: its metadata, its zones, its sentences."""

import re
from collections.abc import Iterator
from typing import Any

from tieline.model.document import Document
from tieline.model.mention import Article
from tieline.model.token import SOFT_HYPHEN, Sentence, level
from tieline.text import lexicon
from tieline.text.blocks import blocks
from tieline.text.language import is_english
from tieline.text.origin import Publication, citations, read_place, read_publication, read_publisher, read_title
from tieline.text.sentences import bounded, sentence_spans
from tieline.text.zones import Layout, layout

_LINK = re.compile(r"\[(?P<words>[^\[\]]{1,200})\]\([^()\s]{1,400}(?:\([^()\s]{0,80}\)[^()\s]{0,200})?\)")
_BROKEN = re.compile(r"(?<![^\W_])(?P<first>[^\W\d_]{2,})-\n(?P<rest>[^\W\d_A-Z]{2,})")
_RUNNING = frozenset({"prose", "question", "list", "correction"})


def read_article(document: Document) -> Article:
    """The article of a document: sentences with offsets in their zones, and metadata filled in where the text states it.

    What the user has given (title, publisher, publication date) stays as it is. A text that is not English has no sentences.
    """
    if not is_english(document.text):
        return Article(document, ())
    page = layout(document.text, blocks(document.text))
    origin, stated = _origin(document, page)
    partial, written = (stated.partial, stated.written) if stated else (None, None)
    return Article(document.model_copy(update=origin), tuple(_sentences(document.text, page)), partial, written)


def _sentences(text: str, page: Layout) -> Iterator[Sentence]:
    index = 0
    for unit in page.units:
        spans = sentence_spans if unit.zone in _RUNNING else bounded
        for start, end in spans(text, unit.start, unit.end):
            yield Sentence(index, start, end, without_targets(level(whole_words(text[start:end]))), unit.zone, unit.paragraph)
            index += 1


def whole_words(text: str) -> str:
    """A text whose words broken at line ends are held together by soft hyphens: as long as before; "long-term" keeps its own."""
    return _BROKEN.sub(_mended, text) if "-\n" in text else text


def _mended(match: re.Match[str]) -> str:
    compound = match["first"].lower() in lexicon.words("compound_firsts")
    return match[0] if compound else f"{match['first']}{SOFT_HYPHEN * 2}{match['rest']}"


def without_targets(text: str) -> str:
    """A text with the addresses of its Markdown links, and the signs around their words, blanked: as long as before."""
    if "](" not in text:
        return text
    return _LINK.sub(lambda link: f" {link['words']}".ljust(len(link[0])), text)


def _origin(document: Document, page: Layout) -> tuple[dict[str, Any], Publication | None]:
    text = document.text
    found: dict[str, Any] = {
        "title": document.title or read_title(text, page.units),
        "publisher": document.publisher or read_publisher(text, page),
        "place": document.place or read_place(text, page),
    }
    if document.published:
        return found, None
    stated = read_publication(text, page)
    found["published"], found["published_basis"] = stated.published, stated.basis
    found["published_evidence"] = citations(document.id, text, stated.evidence)
    return found, stated
