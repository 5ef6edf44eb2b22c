"""From the mentions of all articles to facts: a visible list of steps."""

from collections.abc import Mapping, Sequence

from tieline.model.document import Document
from tieline.model.facts import Facts
from tieline.model.mention import Reading
from tieline.resolve.agreements import agreements_with_stages, group_agreements
from tieline.resolve.dating import Dated, date_documents
from tieline.resolve.events import in_time, make_event
from tieline.resolve.issues import open_dates
from tieline.resolve.later import figures_of
from tieline.resolve.sentences import sentence_facts
from tieline.resolve.times import TimeTable, read_again
from tieline.resolve.told import tell
from tieline.resolve.who import find_who
from tieline.rules.load import Rulebook


def resolve(readings: Sequence[Reading], rulebook: Rulebook) -> Facts:
    """The facts of a set of articles; the order in which they are given does not matter.

    A document that comes with an interval of publication, inferred before from more texts, keeps it (as-of views do that).
    """
    readings = tuple(sorted(readings, key=lambda one: one.article.document.id))
    who = find_who(readings, rulebook)
    dates = date_documents(readings)
    times = read_again(readings, dates, rulebook)
    deals = group_agreements(readings, who)
    told = tell(readings, who, times, deals, dates)
    events = in_time(make_event([one], who) for one in told)
    figures, figure_issues = figures_of(readings, who, times, rulebook)
    return Facts(
        documents=tuple(_document(one, dates, times) for one in readings),
        sentences=sentence_facts(readings, who, events, figures, deals),
        actors=tuple(who.table.actors),
        agreements=agreements_with_stages(deals, events, who),
        events=events,
        figures=figures,
        issues=(*open_dates(readings, dates, times), *who.table.issues, *figure_issues),
    )


def _document(reading: Reading, dates: Mapping[str, Dated], times: TimeTable) -> Document:
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
