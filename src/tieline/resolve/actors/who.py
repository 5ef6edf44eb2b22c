"""Who is meant by the words of a span: the face of the actor table that the other steps of resolution use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from tieline.model.actor import Actor
from tieline.model.issue import Issue
from tieline.model.mention import Reading
from tieline.model.span import Span
from tieline.rules.load import Rulebook


class ActorTable(Protocol):
    """The actors of all texts, and which of them the words of a span name."""

    @property
    def actors(self) -> Sequence[Actor]: ...

    @property
    def issues(self) -> Sequence[Issue]: ...

    def who(self, document_id: str, span: Span) -> tuple[str, ...]: ...


LONGEST_NAME = 3  # words of the second name in "Orsenda-South Halidor Joint Commission"


@dataclass(frozen=True)
class Who:
    """Actors by id, by name, and by the words of a document."""

    table: ActorTable
    _cache: dict[tuple[str, Span], tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[str, Actor]:
        """Actor by id."""
        return {actor.id: actor for actor in self.table.actors}

    @cached_property
    def by_name(self) -> Mapping[str, str]:
        """Actor id by any of its names in lower case; the full name of one wins over the alias of another."""
        names = {alias.lower(): actor.id for actor in reversed(self.table.actors) for alias in actor.aliases}
        return names | {actor.name.lower(): actor.id for actor in reversed(self.table.actors)}

    def at(self, document: str, span: Span | None) -> tuple[str, ...]:
        """The ids of the actors that the words of a span name; () where open."""
        if span is None:
            return ()
        key = (document, span)
        if key not in self._cache:
            self._cache[key] = tuple(self.table.who(document, span))
        return self._cache[key]

    def name(self, actor: str) -> str:
        """The name of an actor."""
        found = self.by_id.get(actor)
        return found.name if found else actor

    def kind(self, actor: str) -> str:
        """The kind of an actor; "" where it is not known."""
        found = self.by_id.get(actor)
        return found.kind if found else ""

    def is_city(self, actor: str) -> bool:
        """Whether an actor is a place that lies in one country, be that country named in the texts or not."""
        found = self.by_id.get(actor)
        return found is not None and found.kind == "place" and found.country is not None

    def is_of_no_land(self, actor: str) -> bool:
        """Whether an actor is a place of which nothing tells in what country it lies."""
        found = self.by_id.get(actor)
        return found is not None and found.kind == "place" and found.country is None and not found.roles

    def holds_office(self, actor: str) -> bool:
        """Whether the texts give an actor a title."""
        found = self.by_id.get(actor)
        return found is not None and bool(found.roles)

    def has_title(self, actor: str, title: str) -> bool:
        """Whether the texts give an actor that title."""
        found = self.by_id.get(actor)
        return found is not None and any(title.lower() in (role.title or "").lower() for role in found.roles)

    def joint(self, actor: str) -> tuple[str, ...]:
        """The two countries by which a body of both is called: "the Orsenda-Halidor Joint Commission"; () where it is none."""
        found = self.by_id.get(actor)
        if found is None or found.kind != "organization" or not ({"-", "\u2013"} & set(found.name)):
            return ()
        first, _, rest = found.name.replace("\u2013", "-").partition("-")
        words = rest.lower().split()
        names = [first.lower().removeprefix("the "), *(" ".join(words[:n]) for n in range(min(LONGEST_NAME, len(words) - 1), 0, -1))]
        ids = [self.by_name.get(name, "") for name in names]
        lands = [one for one in ids if self.kind(one) == "country"]
        return (lands[0], lands[1]) if ids[0] and lands[:1] == ids[:1] and len(lands) > 1 else ()

    def country(self, actor: str) -> str | None:
        """The id of the country behind an actor: itself, or the one it acts for, or where it lies."""
        found = self.by_id.get(actor)
        if found is None or self.joint(actor):
            return None
        if found.kind == "country":
            return found.id
        home = found.country or next((role.of for role in found.roles if role.of), None)
        if home is None:
            return None
        return home if home in self.by_id else self.by_name.get(home.lower())


def find_who(readings: Sequence[Reading], rulebook: Rulebook) -> Who:
    """The actors behind all mentions."""
    try:
        from tieline.resolve.actors.actors import resolve_actors
    except ModuleNotFoundError:
        from tieline.resolve.later import NoActors

        return Who(NoActors())
    return Who(resolve_actors(readings, rulebook))
