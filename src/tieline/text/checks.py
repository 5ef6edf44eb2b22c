"""What can be said against a text before anything is read in it: another language."""

from collections.abc import Iterator, Sequence

from tieline.model.document import Document
from tieline.model.issue import Issue
from tieline.model.span import Citation
from tieline.text.blocks import blocks
from tieline.text.language import is_english


def text_issues(documents: Sequence[Document]) -> Iterator[Issue]:
    """Texts that are not English."""
    for document in documents:
        if not is_english(document.text):
            yield Issue(kind="language", message=f"{document.id}: not English, so nothing was read in it.", evidence=_opening(document))


def _opening(document: Document) -> tuple[Citation, ...]:
    found = blocks(document.text[:2000])
    if not found:
        return ()
    start, end = found[0].start, min(found[0].end, found[0].start + 80)
    return (Citation(document=document.id, start=start, end=end, quote=document.text[start:end]),)
