"""Visits as the texts tell them: who goes to which country, which of his visits it is, and the words for its time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tieline.model.mention import EventMention, Reading
from tieline.model.span import Citation
from tieline.model.time import TimeMention
from tieline.resolve.cite import cite
from tieline.resolve.who import Who

GUESTS = ("guest", "visitor", "agent")
HOSTS = ("host", "patient")


@dataclass(frozen=True)
class Visit:
    """One report of a visit."""

    document: str
    mention: EventMention
    key: tuple[str, str]  # visitor, country visited
    time: TimeMention | None
    every: TimeMention | None  # the duration in "second visit in eight years"
    citation: Citation


def find_visits(readings: Sequence[Reading], who: Who) -> tuple[Visit, ...]:
    """All reports of visits whose visitor and country are known."""
    found = []
    for reading in readings:
        told = [(mention, key) for mention in reading.events if mention.type == "visit" and (key := visit_key(mention, reading, who))]
        times = {(t.start, t.end): t for t in reading.times} if told else {}
        found += [_visit(mention, key, reading, times) for mention, key in told]
    return tuple(found)


def visit_key(mention: EventMention, reading: Reading, who: Who) -> tuple[str, str] | None:
    """Visitor and visited country, where both are known."""
    document = reading.article.document.id
    guests = [a for arg in mention.arguments if arg.role in GUESTS for a in who.at(document, arg.span)]
    hosts = [a for arg in mention.arguments if arg.role in HOSTS for a in who.at(document, arg.span)]
    hosts += who.at(document, mention.place)
    people = [a for a in guests if who.kind(a) == "person"] or guests
    home = {who.country(p) for p in people}
    countries = [c for c in map(who.country, hosts) if c and c not in home]
    return (people[0], countries[0]) if people and countries else None


def _visit(mention: EventMention, key: tuple[str, str], reading: Reading, times: Mapping[tuple[int, int], TimeMention]) -> Visit:
    document = reading.article.document.id
    time = times.get((mention.time.start, mention.time.end)) if mention.time else None
    return Visit(document, mention, key, time, _every(mention, reading), cite(reading.article, mention.span))


def _every(mention: EventMention, reading: Reading) -> TimeMention | None:
    if mention.ordinal is None or mention.ordinal < 2:
        return None
    sentence = next((s for s in reading.article.sentences if s.index == mention.sentence), None)
    if sentence is None:
        return None
    tokens = sentence.tokens
    for time in reading.times:
        if sentence.start <= time.start < sentence.end and time.start > mention.trigger.start and time.timex3.type == "DURATION":
            before = [t.lower for t in tokens if t.end <= time.start]
            if before and before[-1] in ("in", "within"):
                return time
    return None
