"""What a knowledge base file holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tieline.model.facts import Facts
    from tieline.model.issue import Issue
    from tieline.model.mention import Reading


class Held(Protocol):
    """What every form of a knowledge base gives: held in memory, or read from a file when asked for."""

    @property
    def facts(self) -> Facts: ...
    @property
    def readings(self) -> tuple[Reading, ...]: ...
    @property
    def paths(self) -> Mapping[str, str]: ...
    @property
    def troubles(self) -> tuple[Issue, ...]: ...
    @property
    def rules(self) -> str | None: ...


@dataclass(frozen=True)
class Contents:
    """Facts, the readings from which they can be resolved again, the files behind documents, and what could not be read."""

    facts: Facts
    readings: tuple[Reading, ...]
    paths: Mapping[str, str] = field(default_factory=dict)
    troubles: tuple[Issue, ...] = ()
    rules: str | None = None
