"""Visits as the texts tell them: who goes to which country, which of his visits it is, and the words for its time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tieline.model.mention import EventMention, Reading
from tieline.model.span import Citation
from tieline.model.time import TimeMention
from tieline.resolve.actors.pairs import countries_of
from tieline.resolve.actors.who import Who
from tieline.resolve.cite import cite
from tieline.resolve.days.cues import Cues
from tieline.resolve.days.ordinals import counted_stays

GUESTS = ("guest", "visitor", "agent")
HOSTS = ("host", "patient")
AHEAD = ("planned", "expected")


@dataclass(frozen=True)
class Visit:
    """One visit as one article tells it, in one or several places. `status` is "ahead" or "done"."""

    document: str
    key: tuple[str, str]  # visitor, country visited
    status: str
    ongoing: bool
    ordinal: int | None
    times: tuple[TimeMention, ...]
    every: TimeMention | None  # the duration in "second visit in eight years"
    citation: Citation


def find_visits(readings: Sequence[Reading], who: Who, cues: Cues) -> tuple[Visit, ...]:
    """The visits of all articles whose visitor and country are known."""
    found = []
    for plain in readings:
        reading = replace(plain, events=(*plain.events, *counted_stays(plain, who, cues)))
        grouped: dict[tuple[tuple[str, str], str], list[EventMention]] = {}
        for mention, key in keyed_visits(reading, who).items():
            side = "ahead" if mention.status in ("planned", "expected") else "done"
            if mention.status in ("planned", "expected", "occurred", "ongoing"):
                grouped.setdefault((key, side), []).append(mention)
        times = {(t.start, t.end): t for t in reading.times} if grouped else {}
        found += [_visit(mentions, key, side, reading, times) for (key, side), mentions in grouped.items()]
    return tuple(found)


def keyed_visits(reading: Reading, who: Who) -> dict[EventMention, tuple[str, str]]:
    """Visitor and country of each visit; one told without its country is the visitor's only one of the article.

    Whoever "arrived on Tuesday" did not arrive where he is still to go: "He leaves for Lima today".
    """
    visits = [mention for mention in reading.events if mention.type == "visit"]
    main = countries_of(reading, who).main if visits else ()
    found = {mention: key for mention in visits if (key := visit_key(mention, reading, who, main))}
    hosts: dict[str, dict[str, bool]] = {}
    for mention, (guest, host) in found.items():
        been = hosts.setdefault(guest, {})
        been[host] = been.get(host, False) or mention.status not in AHEAD
    for mention in visits:
        visitor = guest_of(mention, reading, who) if mention not in found and not _host_told(mention, reading, who) else None
        told = hosts.get(visitor or "", {})
        if visitor and len(told) == 1 and (mention.status in AHEAD or any(told.values())):
            found[mention] = (visitor, next(iter(told)))
        elif visitor and (land := _met_abroad(mention, visitor, reading, who)):
            found[mention] = (visitor, land)
    return found


def _met_abroad(visit: EventMention, visitor: str, reading: Reading, who: Who) -> str | None:
    """The country of whoever the visitor met in the same sentence in a town of it: "met the Orsendan premier in Holm on her trip"."""
    home, document = who.country(visitor), reading.article.document.id
    for one in reading.events:
        if one.type != "meeting" or one.sentence != visit.sentence or one.place is None or home is None:
            continue
        met = {actor for arg in one.arguments for actor in who.at(document, arg.span)}
        lands = {land for actor in met - {visitor} if who.kind(actor) == "person" and (land := who.country(actor))}
        towns = {who.country(place) for place in who.at(document, one.place)} - {None}
        if visitor in met and len(lands) == 1 and home not in lands | towns and towns <= lands:
            return next(iter(lands))
    return None


def visit_key(mention: EventMention, reading: Reading, who: Who, main: tuple[str, ...] = ()) -> tuple[str, str] | None:
    """Visitor and visited country, where the mention itself tells both.

    A city whose country no text names lies in that one of the article's two countries from which the visitor does not come.
    """
    guest = guest_of(mention, reading, who)
    if guest is None:
        return None
    home = who.country(guest)
    hosts = _host_told(mention, reading, who)
    countries = [c for c in map(who.country, hosts) if c and c != home]
    if not countries and home in main and any(who.is_of_no_land(host) for host in hosts):
        countries = [country for country in main if country != home]
    return (guest, countries[0]) if countries else None


def guest_of(mention: EventMention, reading: Reading, who: Who) -> str | None:
    """The visitor: a person where one is named."""
    guests = [a for arg in mention.arguments if arg.role in GUESTS for a in who.at(reading.article.document.id, arg.span)]
    people = [a for a in guests if who.kind(a) == "person"] or guests
    return people[0] if people else None


def _host_told(mention: EventMention, reading: Reading, who: Who) -> list[str]:
    document = reading.article.document.id
    hosts = [a for arg in mention.arguments if arg.role in HOSTS for a in who.at(document, arg.span)]
    return hosts + list(who.at(document, mention.place))


def _visit(
    mentions: Sequence[EventMention], key: tuple[str, str], side: str, reading: Reading, times: Mapping[tuple[int, int], TimeMention]
) -> Visit:
    ordinals = {m.ordinal for m in mentions if m.ordinal}
    told = [times[m.time.start, m.time.end] for m in mentions if m.time and (m.time.start, m.time.end) in times]
    first = min(mentions, key=lambda m: (not m.ordinal, m.time is None, m.span))
    return Visit(
        document=reading.article.document.id,
        key=key,
        status=side,
        ongoing=any(m.status == "ongoing" for m in mentions),
        ordinal=next(iter(ordinals)) if len(ordinals) == 1 else None,
        times=tuple(told),
        every=next((found for m in mentions if (found := _every(m, reading))), None),
        citation=cite(reading.article, first.span),
    )


def _every(mention: EventMention, reading: Reading) -> TimeMention | None:
    if mention.ordinal is None or mention.ordinal < 2:
        return None
    sentence = next((s for s in reading.article.sentences if s.index == mention.sentence), None)
    if sentence is None:
        return None
    for time in reading.times:
        if sentence.start <= time.start < sentence.end and time.start > mention.trigger.start and time.timex3.type == "DURATION":
            before = [t.lower for t in sentence.tokens if t.end <= time.start]
            if before and before[-1] in ("in", "within"):
                return time
    return None
