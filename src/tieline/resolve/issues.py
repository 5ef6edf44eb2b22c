"""What stays open after resolution, as values."""

from collections.abc import Iterator, Mapping, Sequence

from tieline.model.issue import Issue
from tieline.model.mention import Reading
from tieline.resolve.dating import Dated
from tieline.resolve.times import TimeTable


def open_dates(readings: Sequence[Reading], dates: Mapping[str, Dated], times: TimeTable) -> Iterator[Issue]:
    """Documents without a stated date, and the dates in them that nothing fixes."""
    for reading in readings:
        document = reading.article.document
        dated = dates[document.id]
        if dated.basis in ("none", "inferred"):
            said = f"published {dated.published.edtf}, inferred" if dated.published else "nothing in the texts fixes when it was published"
            yield Issue(kind="undated_document", message=f"{document.id} carries no date: {said}", evidence=dated.evidence)
