"""What is built, known as one thing over all texts: by a name that they share, or as the only one of its kind between the same two."""

from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace

from tieline.resolve.actors.who import Who
from tieline.resolve.deals.orders import differ
from tieline.resolve.events.reports.report import Told

PAIR = 2
MOST = 3  # countries beyond which nothing says whose a thing is
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
    guessed: set[str] = field(default_factory=set)  # countries, those of the text included

    def take(self, other: "Thing") -> None:
        """Take in all that another text tells of it."""
        self.noun = self.noun or other.noun
        self.order = self.order or other.order
        self.names |= other.names
        self.countries |= other.countries
        self.documents |= other.documents
        self.reports += other.reports
        self.guessed |= other.guessed


def with_things(told: Sequence[Told], who: Who) -> tuple[Told, ...]:
    """The reports, those of projects with a mark of the thing that they mean."""
    here: dict[str, list[Thing]] = defaultdict(list)
    for index, one in enumerate(told):
        if one.type == "project":
            _in_text(index, one, here[one.document])
    things = _nameless(_by_name([thing for document in sorted(here) for thing in here[document]]))
    found = list(told)
    for thing in things:
        if len(thing.documents) > 1:
            mark, called = min(told[index].id for index in thing.reports), _called(thing, told)
            for index in thing.reports:
                found[index] = _at_home(replace(told[index], thing=mark, called=called), thing.countries, who)
    return tuple(found)


def _called(thing: Thing, told: Sequence[Told]) -> str:
    """What the texts call a thing by its proper name: the longest that they have."""
    topics = {one for index in thing.reports if (one := told[index].topic) and one[0].isupper() and " " in one and not one.isupper()}
    return max(sorted(topics), key=len, default="")


def _at_home(one: Told, lands: Set[str], who: Who) -> Told:
    """A report whose words name no country, with those that other texts name for the thing in the place of the two guessed."""
    guessed = set(one.countries) - lands
    if one.own or not lands or not guessed or len(lands) > MOST:
        return one
    people = tuple((actor, role) for actor, role in one.people if actor not in guessed)
    missing = [land for land in sorted(lands, key=who.name) if land not in {actor for actor, _ in people}]
    return replace(one, people=(*people, *((land, "party") for land in missing)), countries=tuple(sorted(lands)))


def _in_text(index: int, one: Told, known: list[Thing]) -> None:
    """Put a report to the thing of its text that it means, else to a new one."""
    own = Thing(one.noun, one.order, _proper(one), set(one.own), {one.document}, [index], set(one.countries))
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
    return set(one.named | one.sole) - {one.noun, one.topic or ""}


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
        if thing.noun and len(thing.guessed) == PAIR:
            kinds[thing.noun, thing.order, *sorted(thing.guessed)].append(thing)
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
