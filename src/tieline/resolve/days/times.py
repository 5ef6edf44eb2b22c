"""From the words of a time to its value, once the day of each document is known."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tieline.model.mention import Reading
from tieline.model.span import Span
from tieline.model.time import TimeMention, TimeValue
from tieline.model.token import Sentence
from tieline.resolve.days.dating import Dates
from tieline.resolve.days.reread import reread
from tieline.resolve.days.years import with_years
from tieline.rules.load import Rulebook

NEARBY = 12  # a span is not touched by a time that begins more than this many times before it


@dataclass(frozen=True)
class TimeTable:
    """The times of all documents, by document and span."""

    mentions: Mapping[str, tuple[TimeMention, ...]]
    _index: dict[tuple[str, Span], TimeMention] = field(default_factory=dict)
    _starts: dict[str, list[int]] = field(default_factory=dict)
    _sentences: dict[str, dict[int, Sentence]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for document, mentions in self.mentions.items():
            for one in (*(part for mention in mentions for part in mention.parts), *mentions):
                self._index[document, Span(one.start, one.end)] = one

    def mention(self, document: str, span: Span | None) -> TimeMention | None:
        """The time mention of a span: that very one, else the longest that touches it."""
        if span is None:
            return None
        exact = self._index.get((document, span))
        if exact:
            return exact
        mentions = self.mentions.get(document, ())
        starts = self._starts_of(document)
        last = bisect_left(starts, span.end)
        near = [one for one in mentions[max(last - NEARBY, 0) : last] if span.start < one.end]
        return max(near, key=lambda one: (one.end - one.start, -one.start), default=None)

    def inside(self, document: str, sentence: Sentence) -> tuple[TimeMention, ...]:
        """The time mentions of a sentence, in order."""
        mentions = self.mentions.get(document, ())
        starts = self._starts_of(document)
        return mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]

    def _starts_of(self, document: str) -> list[int]:
        if document not in self._starts:
            self._starts[document] = [one.start for one in self.mentions.get(document, ())]
        return self._starts[document]

    def sentence(self, reading: Reading, index: int) -> Sentence | None:
        """The sentence of an article with that index."""
        document = reading.article.document.id
        if document not in self._sentences:
            self._sentences[document] = {one.index: one for one in reading.article.sentences}
        return self._sentences[document].get(index)

    def value(self, document: str, span: Span | None) -> TimeValue | None:
        """The value of the time at a span, or None."""
        found = self.mention(document, span)
        return found.time if found else None


def read_again(readings: Sequence[Reading], dates: Dates, rulebook: Rulebook) -> TimeTable:
    """The times of all documents. Those of a document whose day was inferred are read again from that day.

    In a reprint they count from the day of its original.
    """
    found = {}
    for reading in readings:
        document = reading.article.document
        dated = dates[document.id]
        source = dates[dates.reprints.get(document.id, document.id)]
        again = dated.basis == "inferred" or source.published != dated.published
        mentions = reread(reading, source.published, rulebook) if again else reading.times
        found[document.id] = tuple(_fixed(document.id, one, dates) for one in with_years(reading, mentions))
    return TimeTable(found)


def _fixed(document: str, mention: TimeMention, dates: Dates) -> TimeMention:
    value = dates.fixed.get((document, Span(mention.start, mention.end)))
    if value is None:
        return mention
    timex = mention.timex3.model_copy(update={"value": value.edtf})
    return mention.model_copy(update={"time": value, "timex3": timex})
