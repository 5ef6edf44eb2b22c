"""Talks between persons are a meeting: "Four hours of talks between the two premiers ended without result"."""

from collections.abc import Mapping
from dataclasses import replace

from tieline.model.mention import ActorMention, EventMention, Reading

STEPS = frozenset({None, "launched", "concluded", "stalled"})  # the beginning and the end of one sitting
TWO = 2


def as_meeting(mention: EventMention, reading: Reading, words: Mapping[str, frozenset[str]]) -> EventMention:
    """The mention as that of a meeting where two persons talk to each other, and not two states about an agreement."""
    if mention.type != "negotiation" or mention.stage not in STEPS or mention.agreement is not None:
        return mention
    told = set(reading.article.words(mention.span).lower().split())
    persons = _persons(mention, reading, words["participants.delegates"])
    if not told & words["again.talks"] or sum(TWO if one.plural else 1 for one in persons) < TWO:
        return mention
    spans = {one.span for one in persons}
    kept = tuple(one for one in mention.arguments if one.span in spans)
    why = "talks between persons are a meeting"
    return replace(mention, type="meeting", stage=None, rule="meeting.held", arguments=kept, reasons=(*mention.reasons, why))


def _persons(mention: EventMention, reading: Reading, delegates: frozenset[str]) -> list[ActorMention]:
    """The persons who take part, by their names or offices: "the two leaders", "the presidents of A and B"; no delegates."""
    spans = {argument.span for argument in mention.arguments}
    near = (one for one in reading.actors if one.sentence == mention.sentence and one.span in spans and not one.inner)
    return [one for one in near if one.kind == "person" and not delegates & set((one.title or "").lower().split())]
