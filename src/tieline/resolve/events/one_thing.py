"""What is built, known as one thing over all texts: by a name that they share, or as the only one of its kind between the same two."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tieline.resolve.deals.orders import differ
from tieline.resolve.events.report import Told

PAIR = 2
LAST = 24  # things of one name or kind with which one is compared


@dataclass(eq=False)
class Thing:
    """What one text builds, or several: its kind, names and countries, and which of several it is."""

    noun: str
    order: str
    names: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    reports: list[int] = field(default_factory=list)

    def take(self, other: "Thing") -> None:
        """Take in all that another text tells of it."""
        self.noun = self.noun or other.noun
        self.order = self.order or other.order
        self.names |= other.names
        self.countries |= other.countries
        self.documents |= other.documents
        self.reports += other.reports


def with_things(told: Sequence[Told]) -> tuple[Told, ...]:
    """The reports, those of projects with a mark of the thing that they mean."""
    here: dict[str, list[Thing]] = defaultdict(list)
    for index, one in enumerate(told):
        if one.type == "project":
            _in_text(index, one, here[one.document])
    things = _nameless(_by_name([thing for document in sorted(here) for thing in here[document]]))
    marks = {index: _mark(thing, told) for thing in things if len(thing.documents) > 1 for index in thing.reports}
    return tuple(replace(one, thing=marks[index]) if index in marks else one for index, one in enumerate(told))


def _mark(thing: Thing, told: Sequence[Told]) -> str:
    return min(told[index].id for index in thing.reports)


def _in_text(index: int, one: Told, known: list[Thing]) -> None:
    """Put a report to the thing of its text that it means, else to a new one."""
    own = Thing(one.noun, one.order, _proper(one), set(one.countries), {one.document}, [index])
    fitting = [thing for thing in known[-LAST:] if _may_be(own, thing)]
    named = [thing for thing in fitting if thing.names & own.names]
    free = [thing for thing in fitting if not thing.names or not own.names or (one.loose and thing.noun == own.noun)]
    found = next(reversed(named or free), None)
    if found is None:
        known.append(own)
    else:
        found.take(own)


def _proper(one: Told) -> set[str]:
    """The names of a thing without the words for its kind."""
    return set(one.named) - {one.noun, one.topic or "", *one.modifiers}


def _may_be(one: Thing, other: Thing) -> bool:
    """Whether two things are of one kind and none is told as another of it."""
    return (one.noun == other.noun or not (one.noun and other.noun)) and not differ(one.order, other.order)


def _by_name(things: Sequence[Thing]) -> list[Thing]:
    """The things, those of several texts that share a name and a country put together."""
    blocks: dict[str, list[Thing]] = defaultdict(list)
    found: list[Thing] = []
    for thing in things:
        near = [other for name in sorted(thing.names) for other in blocks[name][-LAST:]]
        same = next((other for other in near if _may_be(thing, other) and _share_land(thing, other)), None)
        if same is None:
            found.append(thing)
            same = thing
        else:
            same.take(thing)
        for name in sorted(thing.names):
            if same not in blocks[name][-LAST:]:
                blocks[name].append(same)
    return found


def _share_land(one: Thing, other: Thing) -> bool:
    """Whether all countries of the one have to do with the other too, as far as the texts tell any."""
    few, many = sorted((one.countries, other.countries), key=len)
    return few <= many


def _nameless(things: Sequence[Thing]) -> list[Thing]:
    """The things, one that no text names put to the only one of its kind that is known of the same two countries."""
    kinds: dict[tuple[object, ...], list[Thing]] = defaultdict(list)
    for thing in things:
        if thing.noun and len(thing.countries) == PAIR:
            kinds[thing.noun, thing.order, *sorted(thing.countries)].append(thing)
    gone: set[int] = set()
    for block in kinds.values():
        named, bare = [one for one in block if one.names], [one for one in block if not one.names]
        documents = [name for one in block for name in sorted(one.documents)]
        if not bare or len(named) > 1 or len(documents) != len(set(documents)):
            continue  # one text tells of two: nothing says which the other means
        home = (named or bare)[0]
        for other in bare:
            if other is not home:
                home.take(other)
                gone.add(id(other))
    return [one for one in things if id(one) not in gone]
