"""The qualifier rules of a rulebook: which words make an event planned, denied or only imagined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from tieline.rules.load import Rulebook
from tieline.rules.pattern import Pattern, compile_pattern, firsts_of_all

FOLDER = "en/qualifiers"


@dataclass(frozen=True, eq=False)
class Cue:
    """One qualifier rule."""

    id: str
    status: str
    fields: Mapping[str, Any]
    patterns: tuple[Pattern, ...]

    @cached_property
    def governors(self) -> Mapping[str, list[list[str]]]:
        """The words that must stand behind each verb that governs, in each of its entries: "be ready" and "be willing"."""
        found: dict[str, list[list[str]]] = {}
        for entry in self.fields["governor"]:
            verb, *rest = entry.split()
            found.setdefault(verb, []).append(rest)
        return found

    @cached_property
    def firsts(self) -> frozenset[str] | None:
        """The words with which its patterns begin; None where any word can."""
        return firsts_of_all(self.patterns)


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
