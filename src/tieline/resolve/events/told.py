"""From event mentions to reports: each with its people, time and agreement."""

from collections.abc import Sequence
from dataclasses import replace

from tieline.model.edtf import surely_before
from tieline.model.mention import ActorMention, EventMention, Reading
from tieline.model.time import TimeMention, TimeValue
from tieline.model.token import Sentence
from tieline.resolve.actors.nearby import by_sentence
from tieline.resolve.actors.pairs import countries_of
from tieline.resolve.actors.who import Who
from tieline.resolve.cite import cite
from tieline.resolve.days.dating import Dates
from tieline.resolve.days.times import TimeTable
from tieline.resolve.deals.agreements import merging_words
from tieline.resolve.deals.deals import AgreementTable
from tieline.resolve.deals.meant import agreement_meant
from tieline.resolve.deals.orders import order_of
from tieline.resolve.deals.outsiders import is_of_several, is_with_outsiders
from tieline.resolve.deals.several import TOLD
from tieline.resolve.events.at_home import as_planned, is_at_home
from tieline.resolve.events.called_off import called_off
from tieline.resolve.events.corrections import corrected, real_events
from tieline.resolve.events.counted import with_numbers
from tieline.resolve.events.disputes import with_act
from tieline.resolve.events.event_time import UNDER_WAY, event_time, occasion_time
from tieline.resolve.events.hosts import with_hosts
from tieline.resolve.events.leaning import leaning
from tieline.resolve.events.many import with_counts
from tieline.resolve.events.named_again import named_again
from tieline.resolve.events.one_thing import with_things
from tieline.resolve.events.participants import Scene, participants
from tieline.resolve.events.report import Context, Told
from tieline.resolve.events.stays import CAME_HOME, stay
from tieline.resolve.events.sums import GIVEN, with_sums
from tieline.resolve.events.things import (
    DULL,
    built_before,
    lead_names,
    modifiers,
    part_of,
    proper_names,
    sole_names,
    with_names,
    with_noun,
)
from tieline.resolve.events.trim import cores, trimmed
from tieline.resolve.events.two_days import two_days
from tieline.resolve.events.visits import guest_of, keyed_visits
from tieline.resolve.events.worded import worded
from tieline.rules.load import Rulebook

TALKS = frozenset({"negotiation", "agreement"})
ACTING = frozenset({"agent", "donor", "lender", "investor"})
LASTING = frozenset({"visit", "summit"})
YEARLESS = "XXXX-"  # a month or day of an unknown year
UNFIXED = "XXXX-WXX-"  # a weekday of an unknown week
HEADS = frozenset({"headline", "heading"})


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
        told = leaning(told)
        told = [with_act(one, context.words) for one in told]
        told = with_sums(told, reading)
        told = with_counts(with_numbers(told, reading, context.words), reading)
        told = _without_echoes(told, reading)
        told = as_planned(told, context.words["participants.stays"])
        told = called_off(told)
        told = with_hosts(named_again(told, reading.article.text, context.words), reading, who)
        told = [replace(one, part=part_of(one, context.words)) if one.type == "project" else one for one in told]
        told = _as_below([one for one in told if not is_at_home(one, who)])
        sole = sole_names(context)
        built = [with_noun(built_before(one, context), context) for one in told]
        found += with_names([replace(one, sole=sole.get(one.noun, frozenset())) if one.noun else one for one in built], lead_names(context))
    return with_things(found, who)


def _as_below(told: Sequence[Told]) -> list[Told]:
    """The reports of a text with those of its headlines completed by the first report of the same step below them."""
    first: dict[tuple[str, str | None, str], Told] = {}
    for one in told:
        if one.zone not in HEADS:
            first.setdefault((one.type, one.stage, one.part), one)
    talks = first.get(("meeting", None, "")) or first.get(("summit", None, ""))
    return [
        _completed(one, first.get((one.type, one.stage, one.part)) or (talks if _unnamed_talks(one) else None))
        if one.zone in HEADS
        else one
        for one in told
    ]


def _unnamed_talks(one: Told) -> bool:
    """Whether a headline tells of talks without saying on what."""
    return one.type == "negotiation" and one.stage is None and one.agreement is None


def _completed(head: Told, below: Told | None) -> Told:
    """A headline's report with people, time and agreement of the one below it, where neither names countries of its own."""
    if below is None or head.type == "statement" or (head.countries and not set(head.countries) <= set(below.countries)):
        return head
    return replace(below, id=head.id, citation=head.citation, verb=head.verb, zone=head.zone, root=below.root or below.id)


def _alone(m: EventMention, agreement: str | None, context: Context) -> bool:
    """Whether the other party of an agreement or of talks is no state."""
    if agreement and context.deals.groups[agreement].key.alone:
        return True
    if m.type not in TALKS:
        return False
    around, words = context.nearby.get(m.sentence, ()), context.words
    sentence = context.times.sentence(context.reading, m.sentence)
    doers = {words_of.lower().split()[-1] for words_of in _doers(m, context) if words_of.strip()}
    if doers & words["participants.outsiders"] or is_of_several(
        m.trigger, sentence, words["participants.numbers"], words["participants.members"]
    ):
        return True
    return is_with_outsiders(
        m.trigger, sentence, around, words["participants.outsiders"], words["participants.inner"] | words["participants.many"], frozenset()
    )


def _doers(m: EventMention, context: Context) -> list[str]:
    """The words for those who take a step: its actors, and what stands between the beginning of its quote and the verb."""
    article = context.reading.article
    before = article.text[m.span.start : m.trigger.start] if m.span.start < m.trigger.start else ""
    return [before, *(article.words(arg.span) for arg in m.arguments if arg.role in ("party", "agent"))]


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
        m,
        Scene(
            reading,
            who,
            context.countries,
            context.nearby,
            context.words["participants.links"],
            context.words["participants.sites"],
            context.words["participants.witnesses"],
            context.words["participants.delegates"],
            context.told,
        ),
        parties,
        visit,
        guest,
        alone=_alone(m, agreement, context),
    )
    sentence = context.times.sentence(reading, m.sentence)
    when, occasion = _when(m, published, context)
    own_time = context.times.mention(document, m.time) if m.shift is None else None
    if when and published and m.status in ("occurred", "ongoing") and surely_before(published, when):
        m = replace(m, status="planned", reasons=(*m.reasons, f"{when.edtf} lies after publication, {published.edtf}"))
    return Told(
        id=f"{document}:{m.span.start}-{m.span.end}:{m.type}:{m.stage or '-'}:{m.trigger.start}{_which(m)}",
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
        citation=cite(article, trimmed(m, context.cores.get(m.sentence, []), article, context.words["quotes.tails"])),
        countries=countries,
        pair=context.countries.pair(m.sentence),
        persons=frozenset(actor for actor, _ in people if who.kind(actor) == "person"),
        visit=visit or _stay_of(guest, people, who),
        vague=deals.vague(agreement),
        guest=guest,
        named=proper_names(
            m, context.nearby.get(m.sentence, ()), sentence.start if sentence else -1, reading, who, context.words["projects.others"]
        ),
        report=context.dates.report(document),
        modifiers=modifiers(m.topic, reading) if m.type == "project" else (),
        again=_again(m, reading),
        weekday=_weekday(own_time),
        month=_month(own_time),
        order=_order(m, agreement, sentence, context),
        sides=_sides(m, people, context),
        own=frozenset(
            home
            for arg in m.arguments
            for actor in who.at(document, arg.span)
            if who.kind(actor) in ("country", "person", "place") and (home := who.country(actor))
        ),
        worded=worded(m, reading, who),
        sentence=article.document.text[sentence.start : sentence.end] if sentence else "",
        soft=when is not None
        and (occasion is not None or (when.derivation[-1:] != () and when.derivation[-1].startswith((UNDER_WAY, CAME_HOME)))),
    )


def _when(m: EventMention, published: TimeValue | None, context: Context) -> tuple[TimeValue | None, TimeValue | None]:
    """When an event was, and the time of the occasion told before it, where that is all that dates it."""
    document = context.reading.article.document.id
    told = context.times.mention(document, m.time)
    when = stay(m, context.reading, context.times, context.words) or event_time(
        m, told, published, context.times.mention(document, m.promised)
    )
    when = two_days(m, when, context)
    occasion = occasion_time(m, context.times.mention(document, m.occasion), published) if when is None and m.occasion else None
    when = when or occasion
    if when and published and m.past and m.status == "occurred" and m.type not in LASTING and surely_before(published, when):
        when = None  # a verb in the past cannot tell of a day to come: the day is another one
    if when and published and m.rule.startswith("visit.invited") and _is_past(told, published):
        when = None  # the day on which somebody was invited is not that of his visit
    if when and published and _is_visiting(m, context.reading) and surely_before(published, when):
        when = event_time(replace(m, time=None), None, published)  # "the visiting premier will meet him on Monday": he is here already
    return when, occasion


def _is_visiting(m: EventMention, reading: Reading) -> bool:
    """Whether a visit is told by no more than "the visiting premier"."""
    return m.type == "visit" and m.status == "ongoing" and "visiting" in reading.article.words(m.trigger).lower().split()[:2]


def _without_echoes(told: Sequence[Told], reading: Reading) -> list[Told]:
    """The reports of a text without "the visiting premier" where it tells of his visit."""
    guests = {one.guest for one in told if one.type == "visit" and one.guest and not _is_visiting(one.mention, reading)}
    return [one for one in told if one.guest not in guests or not _is_visiting(one.mention, reading)]


def _is_past(time: TimeMention | None, published: TimeValue) -> bool:
    """Whether a time, as it is told, lies before publication."""
    return time is not None and time.time is not None and surely_before(time.time, published)


def _stay_of(guest: str | None, people: Sequence[tuple[str, str]], who: Who) -> tuple[str, str] | None:
    """Visitor and country of a visit, where the country follows from the text: "the minister's visit was called off"."""
    hosts = {home for actor, role in people if role == "host" and (home := who.country(actor))}
    return (guest, min(hosts)) if guest and len(hosts) == 1 and who.kind(guest) == "person" else None


def _weekday(time: TimeMention | None) -> int | None:
    """The day of the week (Monday 0) that a time names and nothing fixes."""
    value = (time.timex3.value or "") if time and time.time is None else ""
    return int(value[-1]) - 1 if value.startswith(UNFIXED) and value[-1].isdigit() else None


def _month(time: TimeMention | None) -> int | None:
    """The month that a time names, of a year that nothing fixes."""
    value = (time.timex3.value or "") if time else ""
    return int(value[5:7]) if value.startswith(YEARLESS) and value[5:7].isdigit() else None


def _order(m: EventMention, agreement: str | None, sentence: Sentence | None, context: Context) -> str:
    """Which of several of its kind a deal or thing is, by the words for it."""
    if agreement:
        return context.deals.groups[agreement].key.order
    words = m.topic if m.type == "project" else m.trigger if m.type in GIVEN else None
    return order_of(words, sentence, context.words) if words else ""


def _sides(m: EventMention, people: Sequence[tuple[str, str]], context: Context) -> frozenset[str]:
    """The countries of those who take a step; in a dispute told without them, the one that its words name right at their start."""
    who, document = context.who, context.reading.article.document.id
    told = frozenset(home for actor, role in people if role in ACTING and (home := who.country(actor)))
    if told or m.type != "dispute":
        return told
    near = [one for one in context.nearby.get(m.sentence, ()) if one.form in ("name", "metonym")]
    first = _doing(m, near, context.reading.article.text)
    text, led = context.reading.article.text, context.words["participants.sites"] | {"on", "with", "against", "by"}
    beside = [
        one
        for one in near
        if one.span.end + 1 == m.trigger.start
        and not led & set(text[max(one.span.start - 12, 0) : one.span.start].lower().split()[-1:])
        and "between" not in text[m.span.start : one.span.start].lower().split()
    ]
    first = first or beside  # "in May, when Tavonia expelled ..."
    return frozenset(home for one in first for actor in who.at(document, one.span) if (home := who.country(actor)))


def _doing(m: EventMention, near: Sequence[ActorMention], text: str) -> list[ActorMention]:
    """Those whose names open the words for an event, one joined to the other: "Tavonia and Orsenda reopened their border"."""
    found: list[ActorMention] = []
    for one in sorted(near, key=lambda each: each.span):
        joined = found and text[found[-1].span.end : one.span.start].strip(" ,").lower() in ("", "and")
        if one.span.end <= m.trigger.start and (one.span.start == m.span.start or joined):
            found.append(one)
    return found


def _which(m: EventMention) -> str:
    """What tells a step of one of several agreements from that of the others."""
    return f":{m.agreement.start}" if m.agreement and TOLD in m.reasons else ""


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
