"""An event as one sentence tells it, with its people, time and agreement known: what merging compares."""

from collections.abc import Sequence
from dataclasses import dataclass

from tieline.model.mention import EventMention, Reading
from tieline.model.span import Citation
from tieline.model.time import TimeValue
from tieline.resolve.agreements import AgreementTable
from tieline.resolve.cite import cite
from tieline.resolve.dating import Dated
from tieline.resolve.times import TimeTable
from tieline.resolve.who import Who


@dataclass(frozen=True)
class Told:
    """One report of one event."""

    id: str
    document: str
    mention: EventMention
    people: tuple[tuple[str, str], ...]  # (actor id, role), in order of telling
    time: TimeValue | None
    published: TimeValue | None
    place: str | None
    agreement: str | None
    asserted_by: str | None
    content: str | None
    topic: str | None
    citation: Citation

    def actors(self) -> frozenset[str]:
        """The ids of all who take part."""
        return frozenset(actor for actor, _ in self.people)


def tell(readings: Sequence[Reading], who: Who, times: TimeTable, deals: AgreementTable, dates: dict[str, Dated]) -> tuple[Told, ...]:
    """Every event mention of all articles, with its people, time and agreement."""
    return tuple(_told(mention, reading, who, times, deals, dates) for reading in readings for mention in reading.events)


def _told(m: EventMention, reading: Reading, who: Who, times: TimeTable, deals: AgreementTable, dates: dict[str, Dated]) -> Told:
    article, document = reading.article, reading.article.document.id
    people = [(actor, argument.role) for argument in m.arguments for actor in who.at(document, argument.span)]
    places = who.at(document, m.place)
    return Told(
        id=f"{document}:{m.span.start}-{m.span.end}:{m.type}:{m.stage or '-'}:{m.trigger.start}",
        document=document,
        mention=m,
        people=tuple(dict.fromkeys(people)),
        time=times.value(document, m.time),
        published=dates[document].published,
        place=(who.name(places[0]) if places else article.words(m.place)) if m.place else None,
        agreement=deals.at(document, m.agreement),
        asserted_by=next((who.name(a) for a in who.at(document, m.asserted_by)), None) if m.asserted_by else None,
        content=article.words(m.content) if m.content else None,
        topic=article.words(m.topic) if m.topic else None,
        citation=cite(article, m.span),
    )
