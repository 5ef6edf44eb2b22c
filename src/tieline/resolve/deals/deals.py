"""The agreements of all texts by id, and by the words that name them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tieline.model.span import Citation, Span
from tieline.resolve.actors.who import Who
from tieline.resolve.deals.deal_names import deal_name, partnership_name

GENERIC = ("agreement", "other", "treaty")


@dataclass(frozen=True)
class Key:
    """What makes an agreement this one: kind, parties, telling words of its name, whether it is an upgrade, and else its text."""

    kind: str
    parties: tuple[str, ...]
    words: frozenset[str] = frozenset()
    upgrade: bool = False
    document: str = ""
    alone: bool = False  # with somebody who is no state
    order: str = ""  # which of several it is: "second", "more"
    about: frozenset[str] = frozenset()  # what it is about, where its text tells of another of that name

    def parts(self) -> tuple[object, ...]:
        """The key in an order that does not depend on hashing."""
        return (
            self.kind,
            self.parties,
            tuple(sorted(self.words)),
            self.upgrade,
            self.document,
            *(["alone"] if self.alone else []),
            *filter(None, [self.order]),
            *sorted(self.about),
        )


@dataclass
class Group:
    """The mentions of one agreement."""

    key: Key
    names: list[str] = field(default_factory=list)
    evidence: list[Citation] = field(default_factory=list)
    proper: list[str] = field(default_factory=list)
    level: str | None = None
    id: str = ""
    subjects: list[frozenset[str]] = field(default_factory=list)  # what it is about, as each text that says so has it
    phrases: list[str] = field(default_factory=list)  # the same as the texts put it: "agreement on industrial research"
    sure: bool = False  # some words for it say who its two parties are

    def take(self, other: "Group") -> None:
        """Take in the mentions of a group that is the same agreement."""
        self.names += other.names
        self.proper += other.proper
        self.subjects += other.subjects
        self.phrases += other.phrases
        self.evidence += other.evidence

    @property
    def about(self) -> frozenset[str]:
        """What it is about; nothing where its mentions speak of different things."""
        shared = frozenset[str]().union(*self.subjects)
        return shared if all(one & other for one in self.subjects for other in self.subjects[:1]) else frozenset()

    @property
    def kind(self) -> str:
        return self.key.kind

    @property
    def parties(self) -> tuple[str, ...]:
        return self.key.parties


@dataclass(frozen=True)
class AgreementTable:
    """Agreements by id, and by the words that name them."""

    groups: Mapping[str, Group]
    spans: Mapping[tuple[str, Span], str]
    words: Mapping[str, frozenset[str]]
    wordless: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)  # document -> "the one with Tavonia"
    _names: dict[str, str] = field(default_factory=dict)

    def at(self, document: str, span: Span | None) -> str | None:
        """The id of the agreement that the words of a span name."""
        return self.spans.get((document, span)) if span else None

    def implied(self, document: str, span: Span, verb: int, *, named: bool) -> str | None:
        """The agreement told as "the one with Tavonia" in the words for an event: before the verb, else, if none is named, behind it."""
        inside = [one for one in self.wordless.get(document, ()) if span.touches(one)]
        before = [one for one in inside if one.end <= verb]
        chosen = before[-1:] or ([] if named else inside[:1])
        return self.at(document, chosen[0]) if chosen else None

    def vague(self, agreement: str | None) -> bool:
        """Whether an agreement is named only as "the agreement" or "a pact", or not at all."""
        key = self.groups[agreement].key if agreement else None
        return key is None or (key.kind in GENERIC and not key.words)

    def only(self, document: str, countries: set[str], apart: frozenset[str]) -> str | None:
        """The one agreement of a document that fits these countries; None where there are several or none."""
        found = {one for one in self.by_document.get(document, ()) if self.groups[one].kind not in apart}
        fitting = [one for one in sorted(found) if countries <= set(self.groups[one].parties)]
        fitting = [one for one in fitting if not self.vague(one)] or fitting
        return fitting[0] if len(fitting) == 1 else None

    def after(self, document: str, start: int, end: int) -> str | None:
        """The first partnership named between two places of a document."""
        places = self._places.get(document, ())
        found = (one for place, one in places[bisect_left(places, (start, "")) :] if place < end and self.groups[one].kind == "partnership")
        return next(found, None)

    def original(self, agreement: str) -> str | None:
        """The agreement of which another is the upgrade."""
        key = self.groups[agreement].key
        same = (one.id for one in self.groups.values() if one.key.parties == key.parties and one.kind == key.kind and not one.key.upgrade)
        return next(same, None) if key.upgrade else agreement

    def ending(self, document: str, end: int) -> str | None:
        """The agreement whose words end at a place of a document."""
        return self._ends.get((document, end))

    @cached_property
    def _ends(self) -> Mapping[tuple[str, int], str]:
        return {(document, span.end): one for (document, span), one in self.spans.items()}

    def last(self, document: str, start: int, end: int, countries: set[str], apart: frozenset[str]) -> str | None:
        """The agreement named last between two places of a document that fits these countries."""
        places = self._places.get(document, ())
        near = places[bisect_left(places, (start, "")) : bisect_left(places, (end, ""))]
        found = (one for _, one in reversed(near) if self.groups[one].kind not in apart and countries <= set(self.groups[one].parties))
        return next(found, None)

    def next(self, document: str, start: int, end: int, countries: set[str], apart: frozenset[str]) -> str | None:
        """The agreement named first between two places of a document that fits these countries."""
        places = self._places.get(document, ())
        near = places[bisect_left(places, (start, "")) : bisect_left(places, (end, ""))]
        found = (one for _, one in near if self.groups[one].kind not in apart and countries <= set(self.groups[one].parties))
        return next(found, None)

    @cached_property
    def _places(self) -> Mapping[str, list[tuple[int, str]]]:
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for (document, span), one in sorted(self.spans.items()):
            found[document].append((span.start, one))
        return found

    @cached_property
    def by_document(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the agreements that each document names."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for (document, _), one in self.spans.items():
            found[document][one] = None
        return {document: tuple(ids) for document, ids in found.items()}

    def level(self, agreement: str) -> str:
        """The level of a partnership in words: "comprehensive strategic"."""
        group = self.groups[agreement]
        return group.level or " ".join(sorted(group.key.words))

    def name(self, agreement: str, who: Who) -> str:
        """The plain name of an agreement."""
        if agreement not in self._names:
            self._names[agreement] = name_of(self.groups[agreement], who, self.words)
        return self._names[agreement]


def name_of(group: Group, who: Who, words: Mapping[str, frozenset[str]]) -> str:
    """The plain name of an agreement."""
    parties = [who.name(party) for party in group.parties]
    if group.kind == "partnership":
        return partnership_name(parties, group.level or " ".join(sorted(group.key.words)))
    aliases = [alias for party in group.parties if (actor := who.by_id.get(party)) for alias in actor.aliases]
    return deal_name(group.kind, parties, group.names, group.proper, words, upgrade=group.key.upgrade, aliases=aliases)
