"""From grouped reports to events."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from tieline.ids import fact_id
from tieline.model.edtf import surely_before
from tieline.model.event import Event, Participant
from tieline.model.facts import Merge
from tieline.model.issue import Issue
from tieline.model.mention import EventMention
from tieline.model.span import Citation
from tieline.model.time import TimeValue
from tieline.model.words import in_words
from tieline.resolve.actors.who import Who
from tieline.resolve.cite import in_order
from tieline.resolve.deals.deal_names import article, partnership_name
from tieline.resolve.deals.deals import AgreementTable
from tieline.resolve.events.merge.merge import Group
from tieline.resolve.events.merge.time import merged_time
from tieline.resolve.events.plover import plover
from tieline.resolve.events.reports.report import Told
from tieline.resolve.events.titles.titles import Plot, statement_title, summit_name, title
from tieline.resolve.events.told.words import told_words
from tieline.rules.load import Rulebook

LASTING = frozenset({"visit", "summit", "meeting"})


@dataclass(frozen=True)
class Made:
    """An event with the judgement that brought its reports together and what stays open about it."""

    event: Event
    merge: Merge | None
    issues: tuple[Issue, ...]
    reports: tuple[Told, ...]


def make_events(groups: Iterable[Group], who: Who, deals: AgreementTable, rulebook: Rulebook) -> tuple[Made, ...]:
    """The events of all groups, in order of time."""
    taken: dict[str, int] = {}
    made = []
    for group in groups:
        one = _make(group, who, deals, rulebook, taken)
        made.append(one)
    return tuple(sorted(made, key=lambda one: in_time(one.event)))


def _make(group: Group, who: Who, deals: AgreementTable, rulebook: Rulebook, taken: dict[str, int]) -> Made:
    when, differ = merged_time(group.reports)
    event = _event(group, when, who, deals, rulebook, taken)
    mentions = tuple(sorted(one.id for one in group.reports))
    merged = Merge(fact=event.id, mentions=mentions, reasons=tuple(group.reasons)) if len(mentions) > 1 else None
    message = f"{event.title}: {_versions(group.reports)}."
    issues = (Issue(kind="conflict", message=message, evidence=event.evidence),) if differ and when else ()
    return Made(event, merged, issues, tuple(group.reports))


def _event(group: Group, when: TimeValue | None, who: Who, deals: AgreementTable, rulebook: Rulebook, taken: dict[str, int]) -> Event:
    """The event that some reports tell together: the first of them leads."""
    reports, lead = group.reports, group.reports[0]
    people = _people(reports)
    agreement = _first(one.agreement for one in reports)
    slots = {
        "object": _object(lead.type, agreement, reports, who, deals, rulebook),
        "place": _first(one.place for one in reports) or "",
        "level": _first(one.mention.level for one in reports) or "",
        "content": _first(one.content for one in reports) or "",
    }
    m = replace(lead.mention, status=_status(reports, when))
    shown = _cast(m.type, people, who, _country_acts(lead, who))
    acting = lead.worded if m.wording and m.wording.subject else ""
    plot = Plot(m.type, m.stage, m.status, shown, slots, _words(lead), m.rule, acting)
    line = statement_title(plot, lead.verb, rulebook) if m.type == "statement" else title(plot, rulebook)
    return Event(
        id=_id(line, m, when, lead.citation.quote, taken),
        type=cast("Any", m.type),
        stage=cast("Any", m.stage),
        title=line,
        time=when,
        status=cast("Any", m.status),
        participants=tuple(Participant(actor=actor, name=who.name(actor), role=role) for actor, role in people),
        place=slots["place"] or None,
        agreement=agreement,
        asserted_by=lead.asserted_by,
        plover=plover(m, lead.verb, rulebook),
        published=earliest(one.published for one in reports),
        level=slots["level"] or None,
        content=slots["content"] or None,
        topic=_first(one.called for one in reports) or _first(one.topic for one in reports),
        rules=tuple(sorted({one.mention.rule for one in reports})),
        reasons=_reasons(group, when),
        evidence=_evidence(reports),
    )


def _id(line: str, m: EventMention, when: TimeValue | None, quote: str, taken: dict[str, int]) -> str:
    """The id of an event; a second one of the same words, step and time is counted."""
    key = fact_id("event", line, m.type, m.stage, m.status, when.edtf if when else None, quote)
    taken[key] = taken.get(key, 0) + 1
    return key if taken[key] == 1 else fact_id("event", line, key, taken[key])


def _evidence(reports: Sequence[Told]) -> tuple[Citation, ...]:
    """The quotes of all reports: first of those as sure as the leading one, a denial made before it came about last."""
    sure = in_order(one.citation for one in reports if one.status_class != "no" or reports[0].status_class == "no")
    kept = frozenset(sure)
    return (*sure, *(one for one in in_order(one.citation for one in reports) if one not in kept))


def _words(lead: Told) -> str:
    """The words that stand in for a title: its own clause, else the part of its sentence that tells the event."""
    return lead.worded or told_words(lead.sentence, lead.citation.quote)


def _versions(reports: Sequence[Told]) -> str:
    """What each text says about when: "a says 2 April 2019, b says 3 April 2019"."""
    said = {(one.document, in_words(one.time)): None for one in reports if one.time and one.status_class == reports[0].status_class}
    return ", ".join(f"{document} says {when}" for document, when in sorted(said))


def _status(reports: Sequence[Told], when: TimeValue | None) -> str:
    """The status of the leading report; a stay that outlasts every report of it is under way, one told as over later is over."""
    status = reports[0].mention.status
    if reports[0].status_class == "ahead" and any(one.status_class == "off" for one in reports):
        return "cancelled"
    if status == "ongoing" and any(one.mention.status == "occurred" and _is_later(one, reports[0]) for one in reports[1:]):
        return "occurred"
    if status != "occurred" or reports[0].type not in LASTING or not when or not when.latest or when.earliest == when.latest:
        return status
    newest = max((one.published.latest for one in reports if one.published and one.published.latest), default=None)
    return "ongoing" if newest and when.latest > newest and any(one.mention.status == "ongoing" for one in reports) else status


def _is_later(one: Told, other: Told) -> bool:
    """Whether a report surely appeared after another."""
    return bool(one.published and other.published and surely_before(other.published, one.published))


def _cast(kind: str, people: Sequence[tuple[str, str]], who: Who, acting: bool) -> tuple[tuple[str, str], ...]:
    """Who is named in the title: countries rather than who signs for them; for projects persons, and countries only if told to act."""
    kinds = {actor: who.kind(actor) for actor, _ in people}
    drop = {"place"} if kind != "visit" else set()
    if kind in ("agreement", "negotiation", "diplomatic_ties", "partnership", "trade_deal") and list(kinds.values()).count("country") >= 2:
        drop |= {"person", "group"}
    if kind == "project" and ("person" in kinds.values() or not acting):
        drop |= {"country"}
    return tuple((who.name(actor), role) for actor, role in people if kinds[actor] not in drop)


def _country_acts(lead: Told, who: Who) -> bool:
    """Whether the words of an event name a country as one of those who do it."""
    return any(who.kind(actor) == "country" for arg in lead.mention.arguments for actor in who.at(lead.document, arg.span))


def _object(kind: str, agreement: str | None, reports: Sequence[Told], who: Who, deals: AgreementTable, rulebook: Rulebook) -> str:
    """What an event is about, with its article: the agreement by its name, the level of a partnership, else the thing."""
    if agreement and kind == "partnership":
        return article(partnership_name((), deals.level(agreement)), indefinite=True)
    if agreement:
        return article(deals.name(agreement, who))
    thing = _thing(reports, who)
    if kind == "summit":
        return summit_name(thing, rulebook)
    return article(thing) if kind == "project" and thing.rsplit(" ", 1)[-1].islower() else thing


def _thing(reports: Sequence[Told], who: Who) -> str:
    """What a project or summit is called: its topic with the proper name, else the names of what takes part."""
    topic = _first(one.called for one in reports) or _first(one.topic for one in reports) or ""
    described = next((one.modifiers for one in reports if one.topic == topic), ())
    if len(described) == 2 and described[1] == topic:
        topic = " ".join(described)  # "ferry service"
    if reports[0].type in ("dispute", "agreement", "negotiation"):
        return ""
    kinds = ("organization",) if reports[0].type == "summit" else ("place", "organization", "company")
    names = [who.name(actor) for one in reports for actor, _ in one.people if who.kind(actor) in kinds]
    names = [] if reports[0].type == "aid" else names
    proper = [name for name in dict.fromkeys(names) if not set(name.lower().split()) & set(topic.lower().split())]
    if reports[0].type == "summit" and not topic:
        return " and ".join(proper[:2])
    apart = {word for one in reports for word in one.named} - set(topic.lower().split())
    named = " and ".join(proper[:2]) or "-".join(sorted(word.capitalize() for word in apart))
    if not topic:
        return "" if reports[0].type == "project" else named
    return topic if any(char.isupper() for char in topic) or reports[0].type != "project" else f"{named} {topic}".strip()


def _reasons(group: Group, when: TimeValue | None) -> tuple[str, ...]:
    told = [reason for one in group.reports for reason in one.mention.reasons]
    told += [f"{one.document} corrects what was reported before: {one.citation.quote!r}" for one in group.reports[1:] if one.corrects]
    return tuple(dict.fromkeys([*(when.derivation if when else ()), *told, *group.reasons]))


def _people(reports: Sequence[Told]) -> tuple[tuple[str, str], ...]:
    """Who takes part: those of the leading report first; an actor keeps its first role, countries stand behind persons only once.

    Where a notice of correction names persons, only they are the persons; countries that one text leaves open are those that others name.
    """
    found: dict[str, str] = {}
    right = next((one.persons for one in reports if one.corrects and len(one.persons) > 1 and one.status_class == "done"), None)
    named = frozenset[str]().union(*(one.own for one in reports))
    travelled = {one.guest for one in reports if one.guest in one.persons}
    for one in reports:
        guessed = set(one.countries) - named if len(named) > 1 and not one.own else set()
        for actor, role in one.people:
            if actor not in guessed and (right is None or actor not in one.persons or actor in right):
                found.setdefault(actor, "state" if travelled and actor == one.guest and actor not in one.persons else role)
    return tuple(found.items())


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def earliest(values: Iterable[TimeValue | None]) -> TimeValue | None:
    """The value that ends first."""
    known = [value for value in values if value]
    return min(known, key=lambda one: (str(one.latest or "9999"), one.edtf), default=None)


def in_time(event: Event) -> tuple[str, str, str]:
    """The key that puts events in order of time, those without one last."""
    day = str(event.time.earliest or event.time.latest or "9998") if event.time else "9999"
    return (day, str(event.time.latest or "9999") if event.time else "", event.id)
