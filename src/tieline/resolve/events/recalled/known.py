"""The events that texts tell, kept by what recalls them: their month, their people, their agreement, their money."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tieline.model.time import TimeValue
from tieline.resolve.actors.who import Who
from tieline.resolve.events.known_by.disputes import telling
from tieline.resolve.events.merge.merge import Group
from tieline.resolve.events.merge.time import merged_time
from tieline.resolve.events.reports.traits import is_short

Key = tuple[object, ...]
MOST = 50  # events under one key: the search of a text stays in proportion to its length
LONG = 4  # letters of a part of a name by which a person is called
SUMMED = frozenset({"aid", "investment", "trade_deal"})
_TOLD_PLAINLY = "visit meeting summit agreement negotiation diplomatic_ties partnership project investment aid trade_deal dispute"
TYPES = frozenset(_TOLD_PLAINLY.split())


@dataclass(frozen=True)
class Known:
    """One event of other texts: who takes part, when it was, and in which texts it stands."""

    group: Group
    time: TimeValue | None
    lands: frozenset[str]
    persons: frozenset[str]
    agreements: frozenset[str]
    names: frozenset[str]  # of what is built or of a summit
    called: frozenset[str]
    words: frozenset[str]  # what the words that tell a dispute tell
    sums: frozenset[tuple[float, str]]
    documents: frozenset[str]

    @property
    def type(self) -> str:
        """The type of its leading report."""
        return self.group.reports[0].type

    @property
    def stage(self) -> str | None:
        """The stage of its leading report."""
        return self.group.reports[0].stage


def known_events(groups: Sequence[Group], who: Who, plain: Collection[str]) -> list[Known]:
    """The events that a text can recall: those done or planned, of a type that is told by plain words."""
    return [
        _known(group, who, plain)
        for group in groups
        if group.reports[0].type in TYPES and group.reports[0].status_class in ("done", "ahead")
    ]


def _known(group: Group, who: Who, plain: Collection[str]) -> Known:
    reports = group.reports
    persons = frozenset(actor for one in reports for actor in one.persons)
    lands = frozenset(land for one in reports for land in one.countries)
    return Known(
        group,
        merged_time(reports)[0],
        lands or frozenset(reports[0].pair),
        persons,
        frozenset(one.agreement for one in reports if one.agreement and not one.vague),
        frozenset(name for one in reports for name in one.named if reports[0].type in ("project", "summit")),
        frozenset(word for actor in persons for word in _called(who.name(actor))),
        frozenset(word for one in reports for word in telling(one.citation.quote, plain) if reports[0].type == "dispute"),
        frozenset(each for one in reports for each in one.sums if reports[0].type in SUMMED),
        frozenset(one.document for one in reports),
    )


def index(events: Iterable[Known]) -> Mapping[Key, Sequence[Known]]:
    """The events by each key that may recall them; a key that very many share tells none of them from the others."""
    found: dict[Key, list[Known]] = defaultdict(list)
    for one in events:
        for key in dict.fromkeys(_keys(one)):
            found[key].append(one)
    return {key: held for key, held in found.items() if len(held) <= MOST}


def _keys(one: Known) -> Iterator[Key]:
    if one.time and is_short(one.time) and one.time.earliest and one.time.latest:
        for day in (one.time.earliest, one.time.latest):
            yield from ((one.type, day.year, day.month, land) for land in sorted(one.lands))
            yield from ((one.type, day.year, actor) for actor in sorted(one.called | one.agreements))
            yield from ((one.type, day.year, name) for name in sorted(one.names))
    elif one.time and one.time.earliest and one.time.earliest == _first(one.time.earliest) and one.time.grain == "year":
        yield from ((one.type, one.time.earliest.year, actor) for actor in sorted(one.called | one.agreements))
    yield from (("sum", one.type, *each, land) for each in sorted(one.sums) for land in sorted(one.lands))


def _called(name: str) -> tuple[str, ...]:
    """The words of a name by which a later text may call a person: the first and the last, in small letters."""
    words = name.lower().split()
    return tuple(word for word in {words[0]: None, words[-1]: None} if len(word) >= LONG)


def _first(day: dt.date) -> dt.date:
    """The first day of the year of a day."""
    return day.replace(month=1, day=1)
