"""Steps whose modules are still to come."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from tieline.model.figure import Figure
from tieline.model.issue import Issue
from tieline.model.mention import Reading
from tieline.resolve.times import TimeTable
from tieline.resolve.who import Who
from tieline.rules.load import Rulebook


def figures_of(readings: Sequence[Reading], who: Who, times: TimeTable, rulebook: Rulebook) -> tuple[tuple[Figure, ...], tuple[Issue, ...]]:
    """The figures of all articles and what stays open about them."""
    try:
        step: Any = import_module("tieline.resolve.figures").resolve_figures
    except ModuleNotFoundError:
        return (), ()
    figures, issues = step(readings, who, times, rulebook)
    return tuple(figures), tuple(issues)


class NoActors:
    """An actor table without actors."""

    actors = ()
    issues = ()

    def who(self, document_id: str, span: object) -> tuple[str, ...]:
        return ()
