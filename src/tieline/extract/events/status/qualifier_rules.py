"""The qualifier rules of a rulebook: which words make an event planned, denied or only imagined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tieline.rules.load import Rulebook
from tieline.rules.pattern import Pattern, compile_pattern

if TYPE_CHECKING:
    pass


FOLDER = "en/qualifiers"


@dataclass(frozen=True, eq=False)
class Cue:
    """One qualifier rule."""

    id: str
    status: str
    fields: Mapping[str, Any]
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, eq=False)
class Qualifiers:
    """All qualifier rules."""

    cues: tuple[Cue, ...]


@lru_cache(maxsize=4)
def qualifiers_of(rulebook: Rulebook) -> Qualifiers:
    """The qualifier rules of a rulebook."""
    return Qualifiers(
        tuple(
            Cue(r.id, r.fields["status"], r.fields, tuple(compile_pattern(c) for c in r.fields.get("cue", ())))
            for r in rulebook.rules(FOLDER)
        )
    )
