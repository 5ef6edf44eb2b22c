"""An index of what was found in each sentence, so that questions can search the texts."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tieline.model.event import Event
from tieline.model.facts import SentenceFact
from tieline.model.figure import Figure
from tieline.model.mention import Reading
from tieline.model.span import Citation
from tieline.resolve.actors.who import Who
from tieline.resolve.deals.deals import AgreementTable

Place = tuple[str, int]  # document id, sentence index


def sentence_facts(
    readings: Sequence[Reading], who: Who, events: Iterable[Event], figures: Iterable[Figure], deals: AgreementTable
) -> tuple[SentenceFact, ...]:
    """Every sentence of all documents, with the ids of the actors, events, figures and agreements told in it."""
    locate = _locator(readings)
    by_event = _index(((event.id, event.evidence) for event in events), locate)
    by_figure = _index(((figure.id, figure.evidence) for figure in figures), locate)
    found = []
    for reading in readings:
        document = reading.article.document.id
        actors: dict[int, list[str]] = defaultdict(list)
        agreements: dict[int, list[str]] = defaultdict(list)
        for mention in reading.actors:
            actors[mention.sentence] += who.at(document, mention.span)
        for deal in reading.agreements:
            agreements[deal.sentence] += filter(None, [deals.at(document, deal.span)])
        found += [
            SentenceFact(
                document=document,
                index=one.index,
                start=one.start,
                end=one.end,
                zone=one.zone,
                actors=tuple(dict.fromkeys(actors[one.index])),
                events=by_event[document, one.index],
                figures=by_figure[document, one.index],
                agreements=tuple(dict.fromkeys(agreements[one.index])),
            )
            for one in reading.article.sentences
        ]
    return tuple(found)


class _locator:  # noqa: N801 (used as a function)
    """The sentence in which a citation begins."""

    def __init__(self, readings: Sequence[Reading]):
        self.starts = {r.article.document.id: [s.start for s in r.article.sentences] for r in readings}
        self.indexes = {r.article.document.id: [s.index for s in r.article.sentences] for r in readings}

    def __call__(self, citation: Citation) -> Place | None:
        starts = self.starts.get(citation.document, [])
        position = bisect_right(starts, citation.start) - 1
        return (citation.document, self.indexes[citation.document][position]) if position >= 0 else None


def _index(facts: Iterable[tuple[str, Sequence[Citation]]], locate: _locator) -> dict[Place, tuple[str, ...]]:
    found: dict[Place, dict[str, None]] = defaultdict(dict)
    for fact, evidence in facts:
        for citation in evidence:
            place = locate(citation)
            if place:
                found[place][fact] = None
    return defaultdict(tuple, {place: tuple(ids) for place, ids in found.items()})
