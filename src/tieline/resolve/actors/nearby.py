"""Mentions by the sentence in which they stand."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol, TypeVar

from tieline.model.mention import ActorMention, Reading


class InSentence(Protocol):
    """A mention that knows its sentence."""

    @property
    def sentence(self) -> int:
        """The number of its sentence."""


M = TypeVar("M", bound=InSentence)


def in_sentences(mentions: Iterable[M]) -> dict[int, list[M]]:
    """Mentions by their sentence, in their order, so that none has to be looked for in all of a text."""
    found: dict[int, list[M]] = defaultdict(list)
    for mention in mentions:
        found[mention.sentence].append(mention)
    return found


def by_sentence(reading: Reading) -> dict[int, list[ActorMention]]:
    """The actor mentions of each sentence."""
    return in_sentences(reading.actors)
