"""The country of a host whom a text calls by no more than his office, or by it and his name: "She met the president on Tuesday"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tieline.model.mention import ActorMention, Reading
from tieline.model.span import Span
from tieline.resolve.actors.who import Who
from tieline.resolve.events.reports.report import Told

TWO = 2
DONE = ("occurred", "ongoing", "planned", "expected")


def with_hosts(told: Sequence[Told], reading: Reading, who: Who) -> list[Told]:
    """The reports of a text; where a traveller met an office holder of no known country, the country that he visits takes part."""
    hosts: dict[str, set[str]] = {}
    for one in told:
        if one.type == "visit" and one.visit is not None and one.mention.status in DONE:
            hosts.setdefault(one.visit[0], set()).add(one.visit[1])
    seat = _seat(reading, who)
    titles = {
        mention.span: mention for mention in reading.actors if mention.form in ("title", "group") and mention.kind in ("person", "group")
    }
    return [_completed(one, hosts, seat, titles, who) for one in told]


def _completed(one: Told, hosts: Mapping[str, set[str]], seat: str | None, titles: Mapping[Span, ActorMention], who: Who) -> Told:
    people = [actor for actor, _ in one.people if who.kind(actor) == "person"]
    homes = {home for actor, _ in one.people if (home := who.country(actor))}
    open_ = [actor for actor in people if who.country(actor) is None]
    if one.type != "meeting" or len(homes) > 1 or not people:
        return one
    if len(people) == 1 and _meets_office(one, titles, who):
        lands = hosts.get(people[0], set()) or ({seat} if seat and homes else set())
    elif len(people) == TWO and len(open_) == 1 and who.holds_office(open_[0]):
        lands = hosts.get(next(actor for actor in people if actor != open_[0]), set())
    else:
        return one
    land = next(iter(lands)) if len(lands) == 1 else None
    if land is None or land in homes:
        return one
    return replace(one, people=(*one.people, (land, "state")), countries=tuple(sorted({*one.countries, land})))


def _meets_office(one: Told, titles: Mapping[Span, ActorMention], who: Who) -> bool:
    """Whether a report is about somebody told by an office that names nobody: "the president", "the Prime Minister"."""
    spans = [argument.span for argument in one.mention.arguments]
    return any(span in titles and not who.at(one.document, span) for span in spans)


def _seat(reading: Reading, who: Who) -> str | None:
    """The country of the dateline."""
    document = reading.article.document.id
    for mention in reading.actors:
        if reading.article.sentences[mention.sentence].zone == "dateline" and mention.country:
            found = who.at(document, mention.span)
            return next((home for actor in found if (home := who.country(actor))), None)
    return None
