"""The day of publication of every document, inferred where the text does not state it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tieline.model.document import PublishedBasis
from tieline.model.mention import Reading
from tieline.model.span import Citation
from tieline.model.time import TimeValue


@dataclass(frozen=True)
class Dated:
    """When a document was published, how that is known, and why."""

    published: TimeValue | None
    basis: PublishedBasis
    evidence: tuple[Citation, ...] = ()


def date_documents(readings: Sequence[Reading]) -> dict[str, Dated]:
    """The publication day or interval of each document."""
    found = {}
    for reading in readings:
        document = reading.article.document
        found[document.id] = Dated(document.published, document.published_basis, document.published_evidence)
    return found
