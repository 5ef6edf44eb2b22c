"""From the words of a time to its value, once the day of each document is known."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tieline.model.mention import Reading
from tieline.model.span import Span
from tieline.model.time import TimeMention, TimeValue
from tieline.resolve.dating import Dated
from tieline.rules.load import Rulebook

WIDEST = dt.timedelta(days=3700)


@dataclass(frozen=True)
class TimeTable:
    """The times of all documents, by document and span."""

    mentions: Mapping[str, tuple[TimeMention, ...]]

    def mention(self, document: str, span: Span | None) -> TimeMention | None:
        """The time mention of a span: that very one, else the longest that touches it."""
        if span is None:
            return None
        near = [one for one in self.mentions.get(document, ()) if one.start < span.end and span.start < one.end]
        exact = [one for one in near if (one.start, one.end) == tuple(span)]
        return max(exact or near, key=lambda one: (one.end - one.start, -one.start), default=None)

    def value(self, document: str, span: Span | None) -> TimeValue | None:
        """The value of the time at a span, or None."""
        found = self.mention(document, span)
        return found.time if found else None


def read_again(readings: Sequence[Reading], dates: Mapping[str, Dated], rulebook: Rulebook) -> TimeTable:
    """The times of all documents; those of a document whose day was inferred are read again from that day."""
    found = {}
    for reading in readings:
        document = reading.article.document
        dated = dates[document.id]
        again = dated.published is not None and dated.published != document.published
        found[document.id] = reread(reading, dated.published, rulebook) if again else reading.times
    return TimeTable(found)


def reread(reading: Reading, published: TimeValue | None, rulebook: Rulebook) -> tuple[TimeMention, ...]:
    """The times of one article, read as if it had been published then. A very wide or open interval fixes nothing."""
    if published is None or not published.earliest or not published.latest or published.latest - published.earliest > WIDEST:
        return reading.times
    try:
        from tieline.extract.times import read_times
    except ModuleNotFoundError:
        return reading.times

    document = reading.article.document.model_copy(update={"published": published})
    return tuple(read_times(replace(reading, article=replace(reading.article, document=document)), rulebook))
