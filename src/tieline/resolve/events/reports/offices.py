"""By which office a visitor is told, where two texts may mean two: "the president's trip", "the trade minister was here"."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from tieline.resolve.actors.who import Who
from tieline.resolve.events.reports.report import Told

LEADERS = "offices.leaders"
LISTS = ("offices.seconds", "offices.ministers", "offices.heads", "offices.others", LEADERS)
ALIKE = ("offices.premiers", "offices.rulers", "offices.crowned", "offices.foreign", "offices.trade", "offices.defence")
REACH = 90  # characters before a visit in which its visitor is told
_ENDS = " ,.;:'’\"”"


def with_office(told: Told, who: Who, words: Mapping[str, Set[str]]) -> Told:
    """The report of a visit with the offices of its visitor: those that the texts give the person, else those that its own words tell."""
    if told.type != "visit" or told.guest is None:
        return told
    person = who.by_id.get(told.guest)
    if person and person.kind == "person":
        titles = " , ".join(role.title for role in person.roles)
    else:
        start = max(told.mention.trigger.start - told.mention.span.start, 0)
        titles = told.citation.quote[max(start - REACH, 0) : start + REACH]
    return replace(told, offices=frozenset(_offices(titles, words)))


def _offices(text: str, words: Mapping[str, Set[str]]) -> Iterator[str]:
    """The offices named in a text, each by all words for it."""
    rest = f" {text.lower()} "
    for name in LISTS:
        for office in sorted(words[name], key=lambda one: (-len(one), one)):
            at = rest.find(f" {office}")
            if at >= 0 and rest[at + len(office) + 1 :][:1] in _ENDS:
                rest = rest.replace(f" {office}", " ")
                yield office
                yield from sorted(set[str]().union(*(words[one] for one in ALIKE if office in words[one])))
                yield from sorted(words["offices.heads"]) if name == LEADERS else ()


def offices_differ(one: Told, other: Told) -> bool:
    """Whether two visitors are told by offices that nobody holds together."""
    return bool(one.offices and other.offices) and not one.offices & other.offices
