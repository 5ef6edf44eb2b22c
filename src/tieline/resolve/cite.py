"""Citations of spans."""

from collections.abc import Iterable

from tieline.model.mention import Article
from tieline.model.span import Citation, Span


def cite(article: Article, span: Span) -> Citation:
    """The words of a span, with their place."""
    return Citation(document=article.document.id, start=span.start, end=span.end, quote=article.document.text[span.start : span.end])


def in_order(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Each citation once, by document and place."""
    return tuple(sorted(set(citations), key=lambda one: (one.document, one.start, one.end)))
