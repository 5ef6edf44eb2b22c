"""One actor under several spellings, across documents; different actors of one name kept apart."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tieline.extract.names.gazetteer import Lexicon
from tieline.extract.names.states import adjective_of
from tieline.resolve.actors.local import Local, is_other_house, same_title
from tieline.resolve.actors.naming import fold, full_names, is_by_given_name, keys, may_be_one, parts, sounds_alike, spelled_otherwise

PAIR = 2  # countries that two texts about one matter share


@dataclass(eq=False)
class Person:
    """One person of all documents: the persons of single documents that are one."""

    members: list[Local] = field(default_factory=list)
    country: str | None = None
    told: bool = False  # a text says of which country he is, and it is no guess

    @property
    def name(self) -> str:
        """The fullest name in the texts."""
        counts = Counter(name for one in self.members for name in (*one.names.elements(), one.name))
        return min(counts, key=lambda name: (-len(parts(name)), not is_by_given_name(name), -counts[name], name))

    @property
    def names(self) -> set[str]:
        """All spellings."""
        return {name for one in self.members for name in one.names}


def join_states(countries: Sequence[Local], lex: Lexicon) -> dict[str, list[Local]]:
    """Countries by name. An adjective whose name stands only in another document ("Malonian") joins it there."""
    by_name: dict[str, list[Local]] = {}
    for one in countries:
        by_name.setdefault(one.name, []).append(one)
    strange = sorted(name for name in by_name if name not in lex.regions)
    by_stem: dict[str, list[str]] = {}
    for name in strange:
        by_stem.setdefault(name[:3], []).append(name)
    for name in strange:
        home = next((other for other in by_stem[name[:3]] if other in by_name and adjective_of(other, name, lex)), None)
        if home and name in by_name:
            by_name[home].extend(by_name.pop(name))
    return {name: by_name[name] for name in sorted(by_name)}


def join_persons(people: Sequence[Local], renamed: Mapping[str, str], lands: Mapping[str, set[str]] | None = None) -> list[Person]:
    """The persons of all documents. Full names meet first, surnames alone join the one person they can mean.

    `lands` holds the countries that each document names.
    """
    about = _About(_company(people), lands or {})
    ordered = sorted(people, key=lambda one: (-len(parts(one.name)), fold(one.name), one.document, one.mentions[0].span))
    blocks: dict[str, list[Person]] = {}
    found: list[Person] = []
    for local in ordered:
        person = _fitting(local, blocks, renamed, about)
        if person is None:
            person = Person()
            found.append(person)
        person.members.append(local)
        home = renamed.get(local.country or "", local.country)
        told = _is_told(local)
        if home and (person.country is None or (told and not person.told)):
            person.country, person.told = home, told
        for name in local.names:
            for key in keys(name):
                block = blocks.setdefault(key, [])
                if person not in block:
                    block.append(person)
    return found


def _company(people: Sequence[Local]) -> dict[str, set[str]]:
    """The persons that each document names in full."""
    found: dict[str, set[str]] = {}
    for one in people:
        if len(parts(one.name)) > 1:
            found.setdefault(one.document, set()).add(fold(one.name))
    return found


@dataclass(frozen=True)
class _About:
    """What tells that two texts are about the same matter: the persons whom each names in full, and the countries."""

    company: Mapping[str, set[str]]
    lands: Mapping[str, set[str]]

    def met(self, local: Local, person: Person) -> bool:
        """Whether a surname stands in the company in which another text names the person in full: beside the same minister."""
        own = self.company.get(local.document, set())
        return bool(own) and any(own & self.company.get(one.document, set()) - {fold(one.name)} for one in person.members)

    def at_home(self, local: Local, person: Person) -> bool:
        """Whether a surname stands in a text about the same two countries as one that names the person in full, his own among them."""
        own = self.lands.get(local.document, set())
        shared = any(len(own & self.lands.get(one.document, set())) >= PAIR for one in person.members)
        return shared and (person.country is None or person.country in own)


def _fitting(local: Local, blocks: Mapping[str, Sequence[Person]], renamed: Mapping[str, str], about: _About) -> Person | None:
    options = list(dict.fromkeys(person for key in keys(local.name) for person in blocks.get(key, ())))
    home = renamed.get(local.country or "", local.country)
    fitting = [person for person in options if _same(local, home, person) or _is_he(local, home, person, about)]
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    exact = [person for person in fitting if any(parts(local.name) == parts(name) for name in person.names)]
    held = [person for person in exact or fitting if _share_office(local, person)]
    given = [person for person in fitting if is_by_given_name(local.name) and parts(person.name)[0] == parts(local.name)[0]]
    for pool in (given, held, exact):
        if len(pool) == 1:
            return pool[0]
    return None


def _same(local: Local, home: str | None, person: Person) -> bool:
    if is_other_house(local.name, local.titles, [title for one in person.members for title in one.titles]):
        return False
    if home and person.country and home != person.country:
        namesake = len(parts(local.name)) > 1 and parts(local.name) == parts(person.name)
        return namesake and not (_is_told(local) and person.told)
    if not any(may_be_one(local.name, name) for name in full_names(person.names)):
        same_house = bool(home and home == person.country) and _share_office(local, person)
        alone = len(parts(local.name)) == 1
        return same_house and any(
            sounds_alike(parts(local.name)[0], parts(name)[-1]) if alone else spelled_otherwise(local.name, name)
            for name in full_names(person.names)
        )
    one, other = parts(local.name), parts(person.name)
    if one == other and len(one) > 1:
        return True
    if min(len(one), len(other)) > 1:
        return bool(home and home == person.country) or _share_office(local, person) or (not home or not person.country)
    return bool(home and home == person.country) or _share_office(local, person)


def _is_told(local: Local) -> bool:
    """Whether the words for a person name his country: it is not only taken from the text around."""
    return any(mention.country for mention in local.mentions)


def _is_he(local: Local, home: str | None, person: Person, about: _About) -> bool:
    """Whether a surname without country or other office is the person who goes by it in a text about the same people or countries."""
    free = home is None or (person.told and not _is_told(local))
    alone = len(parts(local.name)) == 1 and free and (not local.roles or _share_office(local, person))
    called = 0 if is_by_given_name(local.name) else -1
    return alone and parts(local.name)[0] == parts(person.name)[called] and (about.met(local, person) or about.at_home(local, person))


def _share_office(local: Local, person: Person) -> bool:
    return any(same_title(title, own) for title, _, _ in local.roles for one in person.members for own, _, _ in one.roles)
