"""Words for somebody without a name that the text leaves open, where they take part in an event: "She added", "their ministers"."""

from collections.abc import Iterator, Sequence

from tieline.model.issue import Issue
from tieline.model.mention import ActorMention, EventMention, Reading
from tieline.resolve.actors.nearby import in_sentences
from tieline.resolve.actors.who import Who
from tieline.resolve.cite import cite

_POINTING = frozenset({"the", "his", "her", "their", "both", "these", "those", "this", "that", "two"})
_MOVING = frozenset({"pronoun", "title", "group"})


def open_references(readings: Sequence[Reading], who: Who) -> Iterator[Issue]:
    """One issue for each such mention, in order of document and place."""
    for reading in readings:
        document = reading.article.document.id
        waiting = _waiting(reading)
        told: set[ActorMention] = set()
        for event in reading.events:
            for mention in waiting.get(event.sentence, ()):
                if mention in told or not _takes_part(mention, event) or who.at(document, mention.span):
                    continue
                told.add(mention)
                message = f'"{mention.text}" in {document}: the text does not say who is meant.'
                yield Issue(kind="open_reference", message=message, evidence=(cite(reading.article, mention.span),))


def _waiting(reading: Reading) -> dict[int, list[ActorMention]]:
    """The nameless mentions that point at somebody, by sentence."""
    return in_sentences(one for one in reading.actors if one.form in _MOVING and not one.name and not one.inner and _points(one))


def _points(mention: ActorMention) -> bool:
    return mention.form == "pronoun" or mention.text.lower().split()[0] in _POINTING


def _takes_part(mention: ActorMention, event: EventMention) -> bool:
    """Whether a mention fills a role of an event as a whole."""
    return any(arg.span.start <= mention.span.start and mention.span.end <= arg.span.end for arg in event.arguments)
