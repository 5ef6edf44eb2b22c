"""The actors that stand near each other: by sentence."""

from collections import defaultdict

from tieline.model.mention import ActorMention, Reading


def by_sentence(reading: Reading) -> dict[int, list[ActorMention]]:
    """The actor mentions of each sentence."""
    found: dict[int, list[ActorMention]] = defaultdict(list)
    for mention in reading.actors:
        found[mention.sentence].append(mention)
    return found
