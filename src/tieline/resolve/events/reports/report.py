"""One report of one event, as merging compares it, and what is known of its article when it is told."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tieline.model.mention import ActorMention, EventMention, Reading
from tieline.model.span import Citation, Span
from tieline.model.time import TimeValue
from tieline.resolve.actors.pairs import Countries
from tieline.resolve.actors.who import Who
from tieline.resolve.days.dating import Dates
from tieline.resolve.days.times import TimeTable
from tieline.resolve.deals.deals import AgreementTable

CLASSES = {
    "occurred": "done", "ongoing": "done", "planned": "ahead", "expected": "ahead",
    "hypothetical": "maybe", "cancelled": "off", "denied": "no",
}  # fmt: skip


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
    pair: tuple[str, ...] = ()  # the two that its section or its article is about
    persons: frozenset[str] = frozenset()
    visit: tuple[str, str] | None = None
    guest: str | None = None
    vague: bool = False  # the agreement is not told by a name of its own
    named: frozenset[str] = frozenset()
    noun: str = ""  # the kind of what is built: "railway", "port"
    modifiers: tuple[str, ...] = ()  # the words in small letters before its noun
    firm: bool = False  # that kind stands in the words for it, not only near them
    part: str = ""  # which part of the thing it is about: "Tavonian section"
    own: frozenset[str] = frozenset()  # the countries that its own words name, or of those whom they name
    sole: frozenset[str] = frozenset()  # the name of the only thing of its kind that its text names
    called: str = ""  # what the texts call the thing by its proper name
    thing: str = ""  # what is built, told alike by all reports of all texts that mean it
    loose: bool = False  # the names are those of the text, not of the words that tell it
    soft: bool = False  # the time is not told: it is that of the report
    zone: str = "prose"
    corrects: bool = False  # said by a notice of correction
    worded: str = ""  # the line that its own clause makes
    sentence: str = ""  # the words of the sentence that tells it
    report: str = ""  # the document, or that which it repeats
    sides: frozenset[str] = frozenset()  # the countries of those who take the step
    number: int | None = None  # which of its series it is: the fifth round
    count: int | None = None  # how many agreements are told at once: "signed 17 documents"
    series: frozenset[str] = frozenset()  # the words that tell that series: "cabinet"
    act: str = ""  # what is done in a dispute: "lifting"
    step: str = ""  # of what kind it is: "captures"
    matter: frozenset[str] = frozenset()  # the words that tell what a dispute is about
    wares: frozenset[str] = frozenset()  # the goods among them
    root: str = ""  # the report whose event these words only name again
    sums: frozenset[tuple[float, str]] = frozenset()  # what is lent, given or paid
    lots: frozenset[str] = frozenset()  # what is bought or sold, with how many: "40 tractors"
    order: str = ""  # which of several of its kind it is: the second contract
    weekday: int | None = None  # told by a day of the week that nothing fixes
    month: int | None = None  # told by a month of a year that nothing fixes
    day: int | None = None  # the day of that month
    given_up: bool = False  # a plan that another text calls off
    offices: frozenset[str] = frozenset()  # by which the visitor is told, or that the texts give her
    paper: str = ""  # the kind of what is signed: "memorandum"
    fresh: str = ""  # that kind, or that it is one more, where its words open as those of a paper not told before
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

    @cached_property
    def told(self) -> Mapping[str, Sequence[EventMention]]:
        """The events of each type, by where their words end."""
        found: dict[str, list[EventMention]] = {}
        for one in sorted(self.reading.events, key=lambda one: one.trigger.end):
            found.setdefault(one.type, []).append(one)
        return found

    @cached_property
    def built(self) -> Mapping[str, str]:
        """The kind of each noun for what is built."""
        kinds = {name: words for name, words in self.words.items() if name.startswith("built.")}
        return {word: name.removeprefix("built.") for name, words in sorted(kinds.items()) for word in words}

    @property
    def nouns(self) -> frozenset[str]:
        return self.words["projects.nouns"]
