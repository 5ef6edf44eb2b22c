"""From an article to its mentions: a visible list of steps."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import Any

from tieline.model.mention import Article, Reading
from tieline.rules.load import Rulebook

Step = Callable[[Reading, Rulebook], tuple[Any, ...]]

# Each step reads the article and what the steps before it have found: (what it finds, module, function).
STEPS = (
    ("times", "tieline.extract.times", "read_times"),
    ("actors", "tieline.extract.names.actors", "read_actors"),
    ("agreements", "tieline.extract.deals.agreements", "read_agreements"),
    ("quantities", "tieline.extract.amounts.quantities", "read_quantities"),
    ("events", "tieline.extract.events", "read_events"),
    ("figures", "tieline.extract.amounts.figures", "read_figures"),
)


def read_mentions(article: Article, rulebook: Rulebook) -> Reading:
    """Everything that one article says, without identity. Pure: depends on the article and the rules alone."""
    reading = Reading(article)
    for what, module, name in STEPS:
        step = _step(module, name)
        if step is not None:
            found: dict[str, Any] = {what: tuple(step(reading, rulebook))}
            reading = replace(reading, **found)
    return reading


def _step(module: str, name: str) -> Step | None:
    """The function of a step; None where it has not been written yet."""
    try:
        found: Step | None = getattr(import_module(module), name, None)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        return None
    return found
