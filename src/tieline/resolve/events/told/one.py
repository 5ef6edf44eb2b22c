"""One event mention as a report: its people, time, place, agreement and words."""

from dataclasses import replace

from tieline.model.edtf import surely_before
from tieline.model.mention import EventMention, Reading
from tieline.model.time import TimeValue
from tieline.model.token import Sentence
from tieline.resolve.cite import cite
from tieline.resolve.deals.meant import agreement_meant
from tieline.resolve.deals.orders import order_of
from tieline.resolve.deals.several import TOLD
from tieline.resolve.events.known_by.sums import GIVEN
from tieline.resolve.events.known_by.things import DULL, modifiers, proper_names
from tieline.resolve.events.reports.report import Context, Told
from tieline.resolve.events.titles.worded import worded
from tieline.resolve.events.told.trim import trimmed
from tieline.resolve.events.told.visits import guest_of
from tieline.resolve.events.told.when import day_of, month_of, time_of, weekday_of
from tieline.resolve.events.told.who import asserted_by, own_countries, parties_of, sides_of, stay_of


def told_of(m: EventMention, context: Context) -> Told:
    """The report of one event mention."""
    reading, who, deals = context.reading, context.who, context.deals
    article, document, words = reading.article, reading.article.document.id, context.words
    places = who.at(document, m.place)
    agreement = agreement_meant(m, reading, who, deals, context.countries, words)
    guest = guest_of(m, reading, who) if m.type == "visit" else None
    people, countries = parties_of(m, agreement, guest, context)
    published = context.dates[document].published
    when, soft = time_of(m, published, context)
    own_time = context.times.mention(document, m.time) if m.shift is None else None
    m = _as_of(m, when, published)
    sentence = context.times.sentence(reading, m.sentence)
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
        asserted_by=asserted_by(m, reading, who),
        content=article.words(m.content) if m.content else None,
        verb=" ".join(article.words(m.trigger).split()),
        topic=article.words(m.topic) if m.topic and article.words(m.topic).lower() not in DULL else None,
        citation=cite(article, trimmed(m, context.cores.get(m.sentence, []), article, words["quotes.tails"])),
        countries=countries,
        pair=context.countries.pair(m.sentence),
        persons=frozenset(actor for actor, _ in people if who.kind(actor) == "person"),
        visit=context.visits.get(m) or stay_of(guest, people, who),
        vague=deals.vague(agreement),
        guest=guest,
        named=_named(m, sentence, context),
        report=context.dates.report(document),
        modifiers=modifiers(m.topic, reading) if m.type == "project" else (),
        again=_again(m, reading),
        weekday=weekday_of(own_time),
        month=month_of(own_time),
        day=day_of(own_time),
        order=_order(m, agreement, sentence, context),
        sides=sides_of(m, people, context),
        own=own_countries(m, context),
        worded=worded(m, reading, who),
        sentence=article.document.text[sentence.start : sentence.end] if sentence else "",
        soft=soft,
    )


def _as_of(m: EventMention, when: TimeValue | None, published: TimeValue | None) -> EventMention:
    """An event that is told as done and lies after publication, or is due by a day after it, as planned."""
    if not (when and published and m.status in ("occurred", "ongoing")):
        return m
    due = m.status == "occurred" and when.earliest is None and when.latest and published.latest and published.latest < when.latest
    if not (due or surely_before(published, when)):
        return m
    return replace(m, status="planned", reasons=(*m.reasons, f"{when.edtf} lies after publication, {published.edtf}"))


def _named(m: EventMention, sentence: Sentence | None, context: Context) -> frozenset[str]:
    """The proper names by which the thing of an event is known in its sentence."""
    near, start = context.nearby.get(m.sentence, ()), sentence.start if sentence else -1
    return proper_names(m, near, start, context.reading, context.who, context.words["projects.others"])


def _which(m: EventMention) -> str:
    """What tells a step of one of several agreements from that of the others."""
    return f":{m.agreement.start}" if m.agreement and TOLD in m.reasons else ""


def _again(m: EventMention, reading: Reading) -> bool:
    """Whether the words at the verb tell that it was not the first time; what is taken up "again" is only resumed."""
    if m.stage in ("resumed", "restored"):
        return False
    text = reading.article.document.text
    words = [word.strip(".,;:") for word in text[m.trigger.start : m.trigger.end + 24].lower().split()]
    before = len(text[m.trigger.start : m.trigger.end].split())
    return "again" in words[: before + 1] or words[before : before + 2] in (["once", "more"], ["once", "again"])


def _order(m: EventMention, agreement: str | None, sentence: Sentence | None, context: Context) -> str:
    """Which of several of its kind a deal or thing is, by the words for it."""
    if agreement:
        return context.deals.groups[agreement].key.order
    words = m.topic if m.type == "project" else m.trigger if m.type in GIVEN else None
    return order_of(words, sentence, context.words) if words else ""
