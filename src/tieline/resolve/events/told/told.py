"""From event mentions to reports: each with its people, time and agreement."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tieline.model.mention import Reading
from tieline.resolve.actors.nearby import by_sentence
from tieline.resolve.actors.pairs import countries_of
from tieline.resolve.actors.who import Who
from tieline.resolve.days.dating import Dates
from tieline.resolve.days.times import TimeTable
from tieline.resolve.deals.agreements import merging_words
from tieline.resolve.deals.deals import AgreementTable
from tieline.resolve.events.known_by.corrections import corrected, real_events
from tieline.resolve.events.known_by.counted import with_numbers
from tieline.resolve.events.known_by.disputes import with_act
from tieline.resolve.events.known_by.many import with_counts
from tieline.resolve.events.known_by.one_thing import with_things
from tieline.resolve.events.known_by.papers import with_papers
from tieline.resolve.events.known_by.sums import with_sums
from tieline.resolve.events.known_by.things import (
    built_before,
    lead_names,
    part_of,
    sole_names,
    with_names,
    with_noun,
)
from tieline.resolve.events.reports.offices import with_office
from tieline.resolve.events.reports.report import Context, Told
from tieline.resolve.events.told.at_home import as_planned, is_at_home, sent_abroad
from tieline.resolve.events.told.bare_visits import with_visitor
from tieline.resolve.events.told.called_off import called_off
from tieline.resolve.events.told.hosts import with_hosts
from tieline.resolve.events.told.leaning import leaning
from tieline.resolve.events.told.named_again import named_again
from tieline.resolve.events.told.one import told_of
from tieline.resolve.events.told.same_sides import with_sides
from tieline.resolve.events.told.trim import cores
from tieline.resolve.events.told.visits import keyed_visits
from tieline.resolve.events.told.when import is_visiting
from tieline.rules.load import Rulebook

HEADS = frozenset({"headline", "heading"})
LEAD = 3  # sentences in which a text tells what its headline does


def tell(
    readings: Sequence[Reading], who: Who, times: TimeTable, deals: AgreementTable, dates: Dates, rulebook: Rulebook
) -> tuple[Told, ...]:
    """Every event mention of all articles, with its people, time and agreement."""
    found: list[Told] = []
    for reading in readings:
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
        found += _named(_of_text(reading, context), context)
    return with_things(found, who)


def _of_text(reading: Reading, context: Context) -> list[Told]:
    """The reports of one text, each completed by what the text tells around it, without those told twice and those at home."""
    zones = {sentence.index: sentence.zone for sentence in reading.article.sentences}
    correcting = corrected(reading, context.words)
    told = [told_of(mention, context) for mention in real_events(reading, correcting, context.words)]
    told = [replace(one, zone=zones.get(one.mention.sentence, "prose"), corrects=one.mention.sentence in correcting) for one in told]
    told = with_sides(leaning(told), context)
    told = [with_act(one, context.words) for one in told]
    told = with_sums(told, reading)
    told = with_papers(with_counts(with_numbers(told, reading, context.words), reading), reading, context.words)
    told = _without_echoes(told, reading)
    told = as_planned(told, context.words["participants.stays"])
    told = called_off(with_visitor(told), context.words)
    told = with_hosts(named_again(told, reading.article.text, context.words), reading, context.who)
    told = sent_abroad(told, reading, context.who, context.words["stays.home"])
    told = [replace(one, part=part_of(one, context.words)) if one.type == "project" else one for one in told]
    return _as_below([with_office(one, context.who, context.words) for one in told if not is_at_home(one, context.who)])


def _named(told: Sequence[Told], context: Context) -> list[Told]:
    """The reports of one text with the names that it gives to what is built."""
    sole = sole_names(context)
    built = [with_noun(built_before(one, context), context) for one in told]
    return with_names([replace(one, sole=sole.get(one.noun, frozenset())) if one.noun else one for one in built], lead_names(context))


def _as_below(told: Sequence[Told]) -> list[Told]:
    """The reports of a text with those of its headlines completed by the first report of the same step below them."""
    first: dict[tuple[str, str | None, str, str], Told] = {}
    for one in told:
        if one.zone not in HEADS:
            first.setdefault((one.type, one.stage, one.part, one.act), one)
    return [_completed(one, _told_below(one, first)) if one.zone in HEADS else one for one in told]


def _told_below(head: Told, first: Mapping[tuple[str, str | None, str, str], Told]) -> Told | None:
    """The first report below a headline of the same step, or of one that headlines tell by its words: "begins talks" for a meeting."""
    same = first.get((head.type, head.stage, head.part, head.act))
    if same is None and head.type == "negotiation" and head.stage in (None, "launched") and head.mention.agreement is None:
        same = first.get(("meeting", None, "", "")) or first.get(("summit", None, "", ""))
    if same is None and head.type == "agreement" and head.stage == "concluded" and head.time is None:
        same = first.get(("agreement", "signed", "", ""))  # "Strike deal on water"
        same = same if same is not None and same.status_class == head.status_class and same.mention.sentence <= LEAD else None
    return same


def _completed(head: Told, below: Told | None) -> Told:
    """A headline's report with people, time and agreement of the one below it, where neither names countries of its own."""
    if below is None or head.type == "statement" or (head.countries and not set(head.countries) <= set(below.countries)):
        return head
    return replace(below, id=head.id, citation=head.citation, verb=head.verb, zone=head.zone, root=below.root or below.id)


def _without_echoes(told: Sequence[Told], reading: Reading) -> list[Told]:
    """The reports of a text without "the visiting premier" where it tells of his visit."""
    guests = {one.guest for one in told if one.type == "visit" and one.guest and not is_visiting(one.mention, reading)}
    return [one for one in told if one.guest not in guests or not is_visiting(one.mention, reading)]
