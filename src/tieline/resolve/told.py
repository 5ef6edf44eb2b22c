"""An event as one sentence tells it, with its people, time and agreement known: what merging compares."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tieline.model.edtf import surely_before
from tieline.model.mention import ActorMention, EventMention, Reading
from tieline.model.span import Citation, Span
from tieline.model.time import TimeValue
from tieline.model.token import Sentence
from tieline.resolve.agreements import AgreementTable, by_sentence, merging_words
from tieline.resolve.cite import cite
from tieline.resolve.corrections import corrected, real_events
from tieline.resolve.dating import Dates
from tieline.resolve.event_time import UNDER_WAY, event_time, occasion_time
from tieline.resolve.meant import agreement_meant
from tieline.resolve.pairs import Countries, countries_of
from tieline.resolve.participants import Scene, participants
from tieline.resolve.stays import stay
from tieline.resolve.times import TimeTable
from tieline.resolve.trim import cores, trimmed
from tieline.resolve.visits import guest_of, keyed_visits
from tieline.resolve.who import Who
from tieline.rules.load import Rulebook

CLASSES = {
    "occurred": "done", "ongoing": "done", "planned": "ahead", "expected": "ahead",
    "hypothetical": "maybe", "cancelled": "off", "denied": "no",
}  # fmt: skip
# What is known by a proper name of its own, and the words of names that tell nothing apart.
LEAD = 4
HEADS = frozenset({"headline", "heading"})
BACK = 6
NAMED = frozenset({"project", "summit", "investment"})
DULL = frozenset({"port", "railway", "bank", "bay", "project", "the", "of", "new", "international", "line", "work", "construction", "it"})
_NAME = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Told:
    """One report of one event. `named` holds the proper names, in lower case, by which a project or summit is known."""

    id: str
    document: str
    mention: EventMention
    people: tuple[tuple[str, str], ...]  # (actor id, role), in order of telling
    time: TimeValue | None
    published: TimeValue | None
    place: str | None
    place_actor: str | None
    agreement: str | None
    asserted_by: str | None
    content: str | None
    verb: str
    topic: str | None
    citation: Citation
    countries: tuple[str, ...] = ()
    persons: frozenset[str] = frozenset()
    visit: tuple[str, str] | None = None
    guest: str | None = None
    vague: bool = False  # the agreement is not told by a name of its own
    named: frozenset[str] = frozenset()
    soft: bool = False  # the time is not told: it is that of the report
    zone: str = "prose"
    corrects: bool = False  # said by a notice of correction
    again: bool = False  # told as one more of its kind ("suspended again")

    @cached_property
    def status_class(self) -> str:
        """done, ahead, maybe, off or no."""
        return CLASSES[self.mention.status]

    @property
    def type(self) -> str:
        return self.mention.type

    @property
    def stage(self) -> str | None:
        return self.mention.stage

    def reported(self) -> tuple[dt.date | None, dt.date | None]:
        """First and last possible day of publication."""
        return (self.published.earliest, self.published.latest) if self.published else (None, None)


def tell(
    readings: Sequence[Reading], who: Who, times: TimeTable, deals: AgreementTable, dates: Dates, rulebook: Rulebook
) -> tuple[Told, ...]:
    """Every event mention of all articles, with its people, time and agreement."""
    found: list[Told] = []
    for reading in readings:
        zones = {sentence.index: sentence.zone for sentence in reading.article.sentences}
        context = Context(
            reading,
            who,
            times,
            deals,
            dates,
            countries_of(reading, who),
            keyed_visits(reading, who),
            cores(reading),
            by_sentence(reading),
            merging_words(rulebook),
        )
        correcting = corrected(reading, context.words)
        told = [_told(mention, context) for mention in real_events(reading, correcting, context.words)]
        told = [replace(one, zone=zones.get(one.mention.sentence, "prose"), corrects=one.mention.sentence in correcting) for one in told]
        told = _as_below([one for one in told if not _stays_home(one, who)])
        found += _with_names([_built_before(one, context) for one in told], _lead_names(context))
    return tuple(found)


def _stays_home(told: Told, who: Who) -> bool:
    """Whether a visit leads its visitor to no other country than his own: talks that he holds in his capital are none."""
    home = who.country(told.guest) if told.type == "visit" and told.guest else None
    hosts = {who.country(actor) for actor, role in told.people if role in ("host", "patient")}
    return home is not None and hosts == {home}


def _as_below(told: Sequence[Told]) -> list[Told]:
    """The reports of a text with those of its headlines completed by the first report of the same step below them."""
    first: dict[tuple[str, str | None], Told] = {}
    for one in told:
        if one.zone not in HEADS:
            first.setdefault((one.type, one.stage), one)
    return [_completed(one, first.get((one.type, one.stage))) if one.zone in HEADS else one for one in told]


def _completed(head: Told, below: Told | None) -> Told:
    """A headline's report with people, time and agreement of the one below it, where neither names countries of its own."""
    if below is None or head.type == "statement" or (head.countries and not set(head.countries) <= set(below.countries)):
        return head
    return replace(below, id=head.id, citation=head.citation, verb=head.verb, zone=head.zone)


@dataclass(frozen=True)
class Context:
    """What is known of an article when its events are told."""

    reading: Reading
    who: Who
    times: TimeTable
    deals: AgreementTable
    dates: Dates
    countries: Countries
    visits: Mapping[EventMention, tuple[str, str]]
    cores: Mapping[int, list[tuple[Span, str]]]
    nearby: Mapping[int, Sequence[ActorMention]]
    words: Mapping[str, frozenset[str]]

    @property
    def nouns(self) -> frozenset[str]:
        return self.words["projects.nouns"]


def _told(m: EventMention, context: Context) -> Told:
    reading, who, deals = context.reading, context.who, context.deals
    article, document = reading.article, reading.article.document.id
    places = who.at(document, m.place)
    agreement = agreement_meant(m, reading, who, deals, context.countries, context.words)
    published = context.dates[document].published
    visit = context.visits.get(m)
    guest = guest_of(m, reading, who) if m.type == "visit" else None
    parties = deals.groups[agreement].parties if agreement else ()
    people, countries = participants(
        m, Scene(reading, who, context.countries, context.nearby, context.words["participants.links"]), parties, visit, guest
    )
    sentence = context.times.sentence(reading, m.sentence)
    when = stay(m, reading, context.times) or event_time(m, context.times.mention(document, m.time), published)
    occasion = occasion_time(m, context.times.mention(document, m.occasion), published) if when is None and m.occasion else None
    when = when or occasion
    if when and published and m.status == "occurred" and surely_before(published, when):
        m = replace(m, status="planned", reasons=(*m.reasons, f"{when.edtf} lies after publication, {published.edtf}"))
    return Told(
        id=f"{document}:{m.span.start}-{m.span.end}:{m.type}:{m.stage or '-'}:{m.trigger.start}",
        document=document,
        mention=m,
        people=people,
        time=when,
        published=published,
        place=(who.name(places[0]) if places else article.words(m.place)) if m.place else None,
        place_actor=places[0] if places else None,
        agreement=agreement,
        asserted_by=_asserted(m, reading, who),
        content=article.words(m.content) if m.content else None,
        verb=" ".join(article.words(m.trigger).split()),
        topic=article.words(m.topic) if m.topic and article.words(m.topic).lower() not in DULL else None,
        citation=cite(article, trimmed(m, context.cores.get(m.sentence, []), article)),
        countries=countries,
        persons=frozenset(actor for actor, _ in people if who.kind(actor) == "person"),
        visit=visit,
        vague=deals.vague(agreement),
        guest=guest,
        named=_names(m, context.nearby.get(m.sentence, ()), sentence.start if sentence else -1, reading, who),
        again=_again(m, reading),
        soft=when is not None and (occasion is not None or (when.derivation[-1:] != () and when.derivation[-1].startswith(UNDER_WAY))),
    )


def _again(m: EventMention, reading: Reading) -> bool:
    """Whether the words at the verb tell that it was not the first time."""
    text = reading.article.document.text
    words = [word.strip(".,;:") for word in text[m.trigger.start : m.trigger.end + 24].lower().split()]
    before = len(text[m.trigger.start : m.trigger.end].split())
    return "again" in words[: before + 1] or words[before : before + 2] in (["once", "more"], ["once", "again"])


def _asserted(m: EventMention, reading: Reading, who: Who) -> str | None:
    if m.asserted_by is None:
        return None
    found = who.at(reading.article.document.id, m.asserted_by)
    return who.name(found[0]) if found else None


def _names(m: EventMention, around: Sequence[ActorMention], first: int, reading: Reading, who: Who) -> frozenset[str]:
    """Proper names of the thing: places, companies and capitalised words of the topic, no countries and no persons."""
    if m.type not in NAMED:
        return frozenset()
    document = reading.article.document.id
    spans: list[Span] = [arg.span for arg in m.arguments] + [span for span in (m.topic,) if span]
    actors = [actor for span in spans for actor in who.at(document, span)]
    names = [who.name(a) for a in actors if who.kind(a) in ("place", "organization", "company")]
    if m.topic:
        countries = {part.lower() for a in actors if who.kind(a) in ("country", "person") for part in who.name(a).split()}
        words = [found for found in _NAME.finditer(reading.article.words(m.topic)) if m.topic.start + found.start() != first]
        names += [found[0] for found in words if found[0][0].isupper() and found[0].lower() not in countries]
    if not names and m.topic and _is_new(m.topic, reading):
        return frozenset(word.lower() for word in _NAME.findall(reading.article.words(m.topic)))
    if not names:
        inside = [a for near in around if m.span.contains(near.span) for a in who.at(document, near.span)]
        names = [who.name(a) for a in inside if who.kind(a) == "place"]
    return frozenset(word.lower() for name in names for word in _NAME.findall(name) if word[0].isupper()) - DULL


def _built_before(told: Told, context: Context) -> Told:
    """A project told as "the port" with the name that a built thing of the text had last: "Chancay Port"."""
    if told.type != "project" or told.named or (told.topic and _NAME.search(told.topic) and told.topic[0].isupper()):
        return told
    for index in range(told.mention.sentence, max(told.mention.sentence - BACK, -1), -1):
        sentence = context.times.sentence(context.reading, index)
        names = list(_built(sentence, context.nouns)) if sentence and sentence.zone != "link" else []
        if names:
            noun = next((word for word in (told.topic or "").lower().split() if word in context.nouns), "")
            return replace(told, named=frozenset({names[-1][0].lower()}) - DULL, topic=told.topic if noun else names[-1][1])
    return told


def _is_new(topic: Span, reading: Reading) -> bool:
    """Whether the thing is brought in as a new one ("an extension to the north")."""
    words = reading.article.text[max(topic.start - 4, 0) : topic.start + 3].lower().split()
    return any(word in ("a", "an") for word in words[-3:])


def _lead_names(context: Context) -> frozenset[str]:
    """The places and built things that the first lines of an article name: what it is about where no project is named."""
    lead = [s for s in context.reading.article.sentences if s.zone in ("headline", "prose")][:LEAD]
    document, who = context.reading.article.document.id, context.who
    actors = [a for one in lead for near in context.nearby.get(one.index, ()) for a in who.at(document, near.span)]
    names = [who.name(a) for a in actors if who.kind(a) == "place"]
    names += [name for one in lead for name, _ in _built(one, context.nouns)]
    return frozenset(word.lower() for name in names for word in _NAME.findall(name) if word[0].isupper()) - DULL


def _built(sentence: Sentence, nouns: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The capitalised word beside a noun for what is built, and the noun: "Almara port", "the port of Almara"."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.lower in nouns:
            if i > 1 and tokens[i - 1].text[:1].isupper():
                yield tokens[i - 1].text, token.lower
            if i + 2 < len(tokens) and tokens[i + 1].lower == "of" and tokens[i + 2].text[:1].isupper():
                yield tokens[i + 2].text, token.lower


def _with_names(told: Sequence[Told], lead: frozenset[str]) -> list[Told]:
    """Projects told without a name ("the port") get the name that the article gave last, else the one it gives next."""
    found, last = [], frozenset[str]()
    first = next((one.named for one in told if one.type in ("project", "investment") and one.named), lead)
    for one in told:
        if one.type in ("project", "investment"):
            last = (one.named if one.type == "project" else None) or last
            found.append(one if one.named else replace(one, named=last or first))
        else:
            found.append(one)
    return found
