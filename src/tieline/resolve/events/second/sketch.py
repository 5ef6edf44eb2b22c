"""All that the reports of one event tell together, as the second look compares it."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from tieline.model.time import TimeValue
from tieline.resolve.events.known_by.disputes import telling
from tieline.resolve.events.merge.merge import Group
from tieline.resolve.events.reports.report import Told
from tieline.resolve.events.reports.traits import is_short, names_of, step


@dataclass(frozen=True)
class Sketch:
    """One event: where it is told, who takes part, when, and the words by which its reports may be known."""

    group: Group
    type: str
    step: str | None
    documents: frozenset[str]
    named: frozenset[str]  # the countries that its reports name
    lands: frozenset[str]  # the same with those that only their texts fix
    guests: frozenset[str]
    persons: frozenset[str]
    bodies: frozenset[str]  # whoever takes part and is no country
    agreements: frozenset[str]
    rules: frozenset[str]
    words: frozenset[str]  # the longer words of what tells it, in the singular
    names: frozenset[str]  # names of those sentences that are no countries of it
    places: frozenset[str]
    sums: frozenset[tuple[float, str]]
    time: TimeValue | None  # the finest time that a report tells for certain
    around: frozenset[str]  # for what is built: the words with a capital in its texts, in small letters
    first: dt.date | None  # when it was first reported
    last: dt.date | None

    @property
    def reports(self) -> Sequence[Told]:
        """The reports, the leading one first."""
        return self.group.reports

    @property
    def status(self) -> str:
        """done, ahead, maybe, off or no, as the leading report has it."""
        return self.reports[0].status_class

    @property
    def dated(self) -> bool:
        """Whether it is known to a month or so when it was."""
        return is_short(self.time)


def sketch(group: Group, plain: Collection[str], around: Mapping[str, frozenset[str]]) -> Sketch:
    """What a group of reports tells together; `plain` holds words that tell nothing, `around` the names of each text."""
    reports = group.reports
    lead = reports[0]
    days = [day for one in reports for day in one.reported() if day]
    lands = frozenset(land for one in reports for land in one.countries)
    return Sketch(
        group=group,
        type=lead.type,
        step=step(lead),
        documents=frozenset(one.document for one in reports),
        named=frozenset(land for one in reports for land in one.own),
        lands=lands or frozenset(lead.pair),
        guests=frozenset(one.guest for one in reports if one.guest),
        persons=frozenset(actor for one in reports for actor in one.persons),
        bodies=frozenset(actor for one in reports for actor, _ in one.people if actor not in one.countries),
        agreements=frozenset(one.agreement for one in reports if one.agreement),
        rules=frozenset(one.mention.rule for one in reports),
        words=frozenset(word for one in reports for word in telling(one.sentence, plain)),
        names=frozenset(name for one in reports for name in names_of(one.sentence)),
        places=frozenset(one.place_actor for one in reports if one.place_actor),
        sums=frozenset(each for one in reports for each in one.sums),
        time=_finest([one.time for one in reports if one.time and not one.soft and one.status_class == lead.status_class]),
        around=frozenset(name for one in reports for name in around[one.document]) if lead.type == "project" else frozenset(),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def _finest(times: Sequence[TimeValue]) -> TimeValue | None:
    """The time that spans the fewest days."""
    return min(times, key=_days, default=None)


def _days(time: TimeValue) -> tuple[int, str]:
    return ((time.latest - time.earliest).days if time.earliest and time.latest else 10**6, time.edtf)
