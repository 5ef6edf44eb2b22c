"""From the mentions of all articles to facts: a visible list of steps."""

from collections.abc import Sequence

from tieline.model.document import Document
from tieline.model.facts import Facts
from tieline.model.issue import Issue
from tieline.model.mention import Reading
from tieline.resolve.actors.open_references import open_references
from tieline.resolve.actors.shared_people import share_people
from tieline.resolve.actors.shared_states import share_states
from tieline.resolve.actors.who import Who, find_who
from tieline.resolve.amounts.figures import resolve_figures
from tieline.resolve.amounts.report_conflicts import report_conflicts
from tieline.resolve.days.clues_told import told_clues
from tieline.resolve.days.dating import Dates, date_documents
from tieline.resolve.days.times import TimeTable, read_again
from tieline.resolve.deals.agreements import agreements_with_stages, group_agreements, merging_words
from tieline.resolve.deals.deals import AgreementTable
from tieline.resolve.deals.several import one_by_one
from tieline.resolve.deals.signatures import by_signature
from tieline.resolve.events.events import Made, make_events
from tieline.resolve.events.merge.merge import Group, judged, merge
from tieline.resolve.events.met_on_visits import date_by_visits
from tieline.resolve.events.recalled.recall import Table, recall
from tieline.resolve.events.second.look import second_look
from tieline.resolve.events.told.settled import settled
from tieline.resolve.events.told.told import tell
from tieline.resolve.issues import disagreements, open_dates, unconfirmed
from tieline.resolve.reprints import reprint_issues
from tieline.resolve.sentences import sentence_facts
from tieline.rules.load import Rulebook


def resolve(readings: Sequence[Reading], rulebook: Rulebook, *, apart: Sequence[Sequence[str]] = ()) -> Facts:
    """The facts of a set of articles; the order in which they are given does not matter.

    `apart` holds sets of report ids (the `mentions` of a `Merge`) of which no two are brought together: see `resolve/split.py`.
    A document that comes with an interval of publication, inferred before from more texts, keeps it (as-of views do that).
    """
    readings = share_states(sorted(readings, key=lambda one: one.article.document.id), rulebook)
    readings = share_people(readings, rulebook)
    words = merging_words(rulebook)
    readings = tuple(one_by_one(settled(one, words)) for one in readings)
    who = find_who(readings, rulebook)
    dates = date_documents(readings, who, rulebook)
    times, deals, groups = _grouped(readings, who, dates, rulebook, apart)
    clues = told_clues(readings, groups, dates, rulebook)
    again = date_documents(readings, who, rulebook, clues) if clues else dates
    if again != dates:
        dates = again
        times, deals, groups = _grouped(readings, who, dates, rulebook, apart)
    made = date_by_visits(make_events(groups, who, deals, rulebook))
    events = tuple(one.event for one in made)
    figures, figure_issues = resolve_figures(readings, who, times, rulebook, dates)
    return Facts(
        documents=tuple(_document(one, dates, times) for one in readings),
        sentences=sentence_facts(readings, who, events, figures, deals),
        actors=tuple(who.table.actors),
        agreements=agreements_with_stages(deals, events, who),
        events=events,
        figures=figures,
        issues=(*_issues(readings, who, dates, times, made), *figure_issues, *report_conflicts(made, figures, figure_issues)),
        merges=tuple(one.merge for one in made if one.merge),
    )


def _grouped(
    readings: Sequence[Reading], who: Who, dates: Dates, rulebook: Rulebook, apart: Sequence[Sequence[str]]
) -> tuple[TimeTable, AgreementTable, tuple[Group, ...]]:
    """The times and agreements of the texts, and their reports brought together, as far as the days of the texts are known."""
    times = read_again(readings, dates, rulebook)
    deals = group_agreements(readings, who, rulebook)
    told, deals = by_signature(tell(readings, who, times, deals, dates, rulebook), deals, who)
    words, barred = merging_words(rulebook), judged(apart)
    groups = second_look(merge(told, apart), readings, who, words, barred)
    return times, deals, recall(groups, readings, Table(who, times, deals, dates, words), barred)


def _issues(readings: Sequence[Reading], who: Who, dates: Dates, times: TimeTable, made: Sequence[Made]) -> tuple[Issue, ...]:
    return (
        *reprint_issues(dates.reprints),
        *open_dates(readings, dates, times),
        *(issue for one in made for issue in one.issues),
        *disagreements(made),
        *unconfirmed(made, dates),
        *open_references(readings, who),
        *who.table.issues,
    )


def _document(reading: Reading, dates: Dates, times: TimeTable) -> Document:
    document = reading.article.document
    dated = dates[document.id]
    return document.model_copy(
        update={
            "published": dated.published,
            "published_basis": dated.basis,
            "published_evidence": dated.evidence,
            "times": tuple(times.mentions[document.id]),
        }
    )
