"""Notices of correction: which sentences correct what was reported before, and which speak only of the report."""

from collections.abc import Mapping, Set
from dataclasses import replace

from tieline.model.mention import EventMention, Reading
from tieline.model.token import Sentence

SOON = 4  # the first tokens of an editor's note


def corrected(reading: Reading, words: Mapping[str, Set[str]]) -> frozenset[int]:
    """The sentences that correct an earlier report: those of a correction paragraph, all of a text that is headed as one."""
    sentences = reading.article.sentences
    head = next((one for one in sentences if one.zone == "headline"), None)
    first = next((t.lower for t in head.tokens if t.text[:1].isalpha() and t.lower not in ("a", "the")), "") if head else ""
    whole = first in words["corrections.opening"]
    return frozenset(one.index for one in sentences if whole or one.zone == "correction")


def real_events(reading: Reading, correcting: frozenset[int], words: Mapping[str, Set[str]]) -> list[EventMention]:
    """The events of a text; what a correction says that an earlier report said did not happen, and its mere name tells nothing."""
    if not correcting:
        return list(reading.events)
    text = {one.index: one.text.lower() for one in reading.article.sentences if one.index in correcting}
    idle = {index for index, told in text.items() if any(name in told for name in words["corrections.itself"])}
    said = claims(reading, words)
    last = max(correcting)
    kept = [one for one in reading.events if one.sentence not in idle or one.sentence in said]
    return [
        _claimed(one, denied=one.sentence in idle and not _is_number(text.get(one.sentence + 1, ""), words), last=last)
        if one.type != "statement" and said.get(one.sentence, one.trigger.end) < one.trigger.start
        else one
        for one in kept
    ]


def _is_number(after: str, words: Mapping[str, Set[str]]) -> bool:
    """Whether a sentence only sets a number right: "The number is eighteen", "The correct sum is 13 million"."""
    row = [word.strip(".,") for word in after.split()]
    return row[:1] == ["the"] and bool(set(row[1:3]) & words["corrections.numbers"])


def _claimed(mention: EventMention, *, denied: bool, last: int) -> EventMention:
    """What a correction tells as said before: denied, or, where only its day may be wrong, without it."""
    if denied:
        return replace(mention, status="denied")
    return replace(mention, time=None, occasion=None) if mention.sentence < last else mention


def claims(reading: Reading, words: Mapping[str, Set[str]]) -> dict[int, int]:
    """The sentences of a correction that tell what was said before, each with the place from which on it does."""
    correcting = corrected(reading, words)
    told = {one.index: one for one in reading.article.sentences if one.index in correcting}
    found = {}
    for index, sentence in told.items():
        tokens = [token.lower for token in sentence.tokens]
        ours = any(tokens[k] in words["corrections.ours"] and tokens[k + 1] in words["corrections.claims"] for k in range(len(tokens) - 1))
        named = ours or any(name in sentence.text.lower() for name in words["corrections.itself"] | words["corrections.papers"])
        if named and words["corrections.claims"] & set(tokens):
            found[index] = _claim(sentence, words["corrections.claims"])
        elif words["corrections.sets_right"] & set(tokens[:SOON]) and "from" in tokens:
            found[index] = _claim(sentence, {"from"})
    return found


def _claim(sentence: Sentence, claims: Set[str]) -> int:
    """Where a sentence says that something was claimed: what stands before it only names the report ("our story on the opening said")."""
    return next((token.start for token in sentence.tokens if token.lower in claims), sentence.start)
