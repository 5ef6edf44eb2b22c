"""Notices of correction: which sentences correct what was reported before, and which speak only of the report."""

from collections.abc import Mapping, Set
from dataclasses import replace

from tieline.model.mention import EventMention, Reading


def corrected(reading: Reading, words: Mapping[str, Set[str]]) -> frozenset[int]:
    """The sentences that correct an earlier report: those of a correction paragraph, all of a text that is headed as one."""
    sentences = reading.article.sentences
    head = next((one for one in sentences if one.zone == "headline"), None)
    first = next((token.lower for token in head.tokens if token.text[:1].isalpha()), "") if head else ""
    whole = first in words["corrections.opening"]
    return frozenset(one.index for one in sentences if whole or one.zone == "correction")


def real_events(reading: Reading, correcting: frozenset[int], words: Mapping[str, Set[str]]) -> list[EventMention]:
    """The events of a text; what a correction says that an earlier report said did not happen, and its mere name tells nothing."""
    if not correcting:
        return list(reading.events)
    text = {one.index: one.text.lower() for one in reading.article.sentences if one.index in correcting}
    idle = {index: said for index, said in text.items() if any(name in said for name in words["corrections.itself"])}
    claimed = {index for index, said in idle.items() if words["corrections.claims"] & set(said.split())}
    kept = [one for one in reading.events if one.sentence not in idle or one.sentence in claimed]
    return [replace(one, status="denied") if one.sentence in claimed and one.type != "statement" else one for one in kept]
