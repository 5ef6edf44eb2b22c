"""HTML from untrusted words: everything that comes from a text goes through `esc`."""

import html
from collections.abc import Iterable, Sequence

from tieline.model.clean import visible
from tieline.model.document import Document
from tieline.model.notebook import esc
from tieline.model.span import Citation


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are HTML already."""
    head = "".join(f'<th scope="col">{esc(name)}</th>' for name in columns)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def anchor(document: str, start: int, end: int) -> str:
    """The name of a place in a document, for links inside the page."""
    return f"text-{''.join(c if c.isascii() and c.isalnum() else f'_{ord(c):x}' for c in document)}-{start}-{end}"


def quotes(citations: Iterable[Citation], names: dict[str, str]) -> str:
    """Quotes as links to their places, each with its source."""
    items = (
        f'<li><a href="#{anchor(one.document, one.start, one.end)}"><q>{esc(one.quote)}</q></a> '
        f"<small>{esc(names.get(one.document, one.document))}</small></li>"
        for one in citations
    )
    joined = "".join(items)
    return f'<ul class="quotes">{joined}</ul>' if joined else ""


def marked_text(document: Document, citations: Iterable[Citation]) -> str:
    """The whole text with every cited stretch marked; overlapping quotes share their marks."""
    own = sorted({(one.start, one.end) for one in citations if one.document == document.id})
    cuts = sorted({0, len(document.text), *(start for start, _ in own), *(end for _, end in own)})
    changes: dict[int, int] = {}
    for start, end in own:
        changes[start] = changes.get(start, 0) + 1
        changes[end] = changes.get(end, 0) - 1
    starts: dict[int, list[tuple[int, int]]] = {}
    for start, end in own:
        starts.setdefault(start, []).append((start, end))
    parts, depth = [], 0
    for first, last in zip(cuts, [*cuts[1:], len(document.text)], strict=True):
        depth += changes.get(first, 0)
        parts += [f'<a class="place" id="{anchor(document.id, *place)}"></a>' for place in starts.get(first, ())]
        words = html.escape(visible(document.text[first:last]))
        parts.append(f"<mark>{words}</mark>" if depth and words else words)
    return f'<div class="article">{"".join(parts)}</div>'
