"""Where a fact comes from, in words: the source by title, publisher and date, and the quote inside its sentence."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from tieline.model.clean import clip, one_line
from tieline.model.document import Document
from tieline.model.facts import SentenceFact
from tieline.model.opening import first_words
from tieline.model.span import Citation
from tieline.model.words import in_words
from tieline.present.lines import Line, Piece, line

AROUND = 220  # characters of a sentence shown on either side of the quote


class Sources:
    """The documents of a knowledge base with their sentences, to name and quote from."""

    def __init__(self, documents: Iterable[Document], sentences: Iterable[SentenceFact]):
        self.documents = {document.id: document for document in documents}
        self._given = tuple(sentences)

    @cached_property
    def _bounds(self) -> dict[str, list[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = {}
        for one in self._given:
            found.setdefault(one.document, []).append((one.start, one.end))
        return {key: sorted(bounds) for key, bounds in found.items()}

    def name(self, document_id: str) -> str:
        """A source as one cites it: publisher, title and date."""
        document = self.documents.get(document_id)
        return document_name(document) if document else document_id

    def sentence(self, citation: Citation) -> tuple[int, int]:
        """Start and end of the sentence or sentences around a quote."""
        bounds = self._bounds.get(citation.document, [])
        first = bounds[max(bisect_right(bounds, (citation.start, 10**12)) - 1, 0)] if bounds else (citation.start, citation.end)
        last = bounds[max(bisect_right(bounds, (citation.end - 1, 10**12)) - 1, 0)] if bounds else first
        return min(first[0], citation.start), max(last[1], citation.end)

    def quote(self, citation: Citation) -> tuple[Piece, ...]:
        """The sentence of a quote with the telling words marked."""
        document = self.documents.get(citation.document)
        if document is None or document.text[citation.start : citation.end] != citation.quote:
            return (Piece(one_line(citation.quote), "mark"),)
        start, end = self.sentence(citation)
        before, after = document.text[start : citation.start], document.text[citation.end : end]
        return (Piece(_before(before)), Piece(one_line(citation.quote), "mark"), Piece(_after(after)))

    def lines(self, citations: Iterable[Citation], *, indent: int = 0, verbose: bool = False) -> Iterator[Line]:
        """Each source once, with its quotes below it."""
        grouped: dict[str, list[Citation]] = {}
        for citation in citations:
            own = grouped.setdefault(citation.document, [])
            if citation not in own:
                own.append(citation)
        for document_id, own in grouped.items():
            yield line(Piece(self.name(document_id), "soft"), indent=indent)
            for citation in sorted(own, key=lambda one: (one.start, one.end)):
                place = Piece(f"  [{citation.document} {citation.start}-{citation.end}]", "soft") if verbose else ""
                yield line(*self.quote(citation), place, indent=indent + 2, lead="> ")


def document_name(document: Document) -> str:
    """A source as one cites it: publisher, title and date; a text without a title by its first words."""
    parts = (
        one_line(document.publisher or ""),
        f'"{clip(one_line(document.title or first_words(document.text)), 90)}"',
        published_words(document),
    )
    return ", ".join(part for part in parts if part)


def published_words(document: Document) -> str:
    """The day of publication, and whether it was worked out."""
    if document.published is None:
        return "undated"
    words = in_words(document.published)
    return f"{words} (inferred)" if document.published_basis == "inferred" else words


def _before(text: str) -> str:
    plain = one_line(text)
    space = " " if plain and text[-1:].isspace() else ""
    return (plain if len(plain) <= AROUND else "…" + plain[-AROUND:].partition(" ")[2]) + space


def _after(text: str) -> str:
    plain = one_line(text)
    space = " " if plain and text[:1].isspace() else ""
    return space + clip(plain, AROUND)
