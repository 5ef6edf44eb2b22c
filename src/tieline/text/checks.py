"""What can be said against a text before anything is read in it: another language, the same text twice."""

import hashlib
from collections.abc import Iterator, Sequence

from tieline.model.document import Document
from tieline.model.issue import Issue
from tieline.model.span import Citation
from tieline.text.blocks import blocks
from tieline.text.language import is_english


def text_issues(documents: Sequence[Document]) -> Iterator[Issue]:
    """Texts that are not English, and texts that repeat another one."""
    first: dict[str, str] = {}
    for document in documents:
        if not is_english(document.text):
            yield Issue(kind="language", message=f"{document.id}: not English, so nothing was read in it.", evidence=_opening(document))
        other = first.setdefault(_content(document.text), document.id)
        if other != document.id:
            yield Issue(kind="duplicate", message=f"{document.id}: the same text as {other}; counted as one report with two sources.")


def _opening(document: Document) -> tuple[Citation, ...]:
    found = blocks(document.text[:2000])
    if not found:
        return ()
    start, end = found[0].start, min(found[0].end, found[0].start + 80)
    return (Citation(document=document.id, start=start, end=end, quote=document.text[start:end]),)


def _content(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()
