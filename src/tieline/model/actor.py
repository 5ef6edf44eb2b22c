"""Who acts: countries, persons, organizations, companies, places and groups."""

from typing import Literal

from tieline.model.base import Value
from tieline.model.span import Citation
from tieline.model.time import TimeValue

ActorKind = Literal["country", "person", "organization", "company", "place", "group"]


class Role(Value):
    """An office or function, of whom, and the time at which a text attests it."""

    title: str
    of: str | None = None
    time: TimeValue | None = None
    evidence: tuple[Citation, ...] = ()


class Actor(Value):
    """One actor after all its names have been brought together."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    country: str | None = None
    evidence: tuple[Citation, ...] = ()
