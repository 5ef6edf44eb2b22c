"""Counted visits ("his second visit to Peru in eight years") wherever an article names them, for dating."""

from collections.abc import Iterator

from tieline.model.mention import ActorMention, Argument, EventMention, Reading
from tieline.model.span import Span
from tieline.model.token import Sentence
from tieline.resolve.actors.nearby import by_sentence
from tieline.resolve.actors.who import Who
from tieline.resolve.days.cues import Cues

BETWEEN = 3


def counted_stays(reading: Reading, who: Who, cues: Cues) -> tuple[EventMention, ...]:
    """A visit mention for each counted visit whose visitor stands before the number and whose country stands after it."""
    if not any(word in reading.article.text for word in cues.stays):
        return ()
    around = by_sentence(reading)
    return tuple(
        found
        for sentence in reading.article.sentences
        for found in _in_sentence(sentence, around.get(sentence.index, []), reading.article.document.id, who, cues)
    )


def _in_sentence(sentence: Sentence, actors: list[ActorMention], document: str, who: Who, cues: Cues) -> Iterator[EventMention]:
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.lower not in cues.ordinals:
            continue
        noun = next((t for t in tokens[i + 1 : i + 1 + BETWEEN] if t.lower in cues.stays), None)
        if noun is None:
            continue
        guest = next((a for a in reversed(actors) if a.span.end <= token.start and _is_person(a, document, who)), None)
        host = next((a for a in actors if a.span.start >= noun.end and _has_country(a, document, who)), None)
        if guest and host:
            ahead = any(t.text in cues.ahead for t in tokens[:i])
            yield EventMention(
                span=Span(token.start, noun.end),
                trigger=Span(token.start, noun.end),
                sentence=sentence.index,
                rule="visit.counted",
                type="visit",
                status="planned" if ahead else "occurred",
                arguments=(Argument("guest", guest.span), Argument("host", host.span)),
                ordinal=cues.ordinals.index(token.lower) + 1,
            )


def _is_person(mention: ActorMention, document: str, who: Who) -> bool:
    return any(who.kind(actor) == "person" for actor in who.at(document, mention.span))


def _has_country(mention: ActorMention, document: str, who: Who) -> bool:
    return any(who.country(actor) for actor in who.at(document, mention.span))
