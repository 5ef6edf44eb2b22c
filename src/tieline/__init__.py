"""Tieline turns news articles into a dated, sourced timeline of how countries deal with each other, and answers questions about it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tieline.errors import TielineError
    from tieline.extract.times import find_times
    from tieline.kb import KnowledgeBase, build, load
    from tieline.model.actor import Actor
    from tieline.model.agreement import Agreement
    from tieline.model.answer import Answer
    from tieline.model.document import Document
    from tieline.model.event import Event
    from tieline.model.figure import Figure
    from tieline.model.issue import Issue
    from tieline.model.span import Citation
    from tieline.model.time import TimeMention, TimeValue
    from tieline.present.network import draw

__version__ = "0.1.0"
__all__ = [
    "Actor",
    "Agreement",
    "Answer",
    "Citation",
    "Document",
    "Event",
    "Figure",
    "Issue",
    "KnowledgeBase",
    "TielineError",
    "TimeMention",
    "TimeValue",
    "__version__",
    "build",
    "draw",
    "find_times",
    "load",
]

_HOMES = {
    "Actor": "tieline.model.actor",
    "Agreement": "tieline.model.agreement",
    "Answer": "tieline.model.answer",
    "Citation": "tieline.model.span",
    "Document": "tieline.model.document",
    "Event": "tieline.model.event",
    "Figure": "tieline.model.figure",
    "Issue": "tieline.model.issue",
    "KnowledgeBase": "tieline.kb",
    "TielineError": "tieline.errors",
    "TimeMention": "tieline.model.time",
    "TimeValue": "tieline.model.time",
    "build": "tieline.kb",
    "draw": "tieline.present.network",
    "find_times": "tieline.extract.times",
    "load": "tieline.kb",
}


def __getattr__(name: str) -> object:
    """Public names load on first use, so that `import tieline` stays light."""
    if name not in _HOMES:
        raise AttributeError(f"module 'tieline' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
