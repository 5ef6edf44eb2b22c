"""What a question asks for: one of a closed set of forms, with its constraints."""

from collections.abc import Iterable
from functools import cached_property
from typing import Literal

from tieline.light import dataclass
from tieline.model.span import Span
from tieline.model.time import TimeValue

Bound = Literal["in", "after", "before", "since", "until", "between", "as_of"]


NOWHERE = Span(0, 0)


@dataclass(frozen=True)
class Name:
    """Words of the question that name an actor: the ids it can mean. `form`: name or demonym."""

    span: Span
    text: str
    ids: tuple[str, ...]
    form: str
    sure: bool = True


@dataclass(frozen=True)
class Window:
    """A time in the question and how it bounds the time of events."""

    bound: Bound
    time: TimeValue
    span: Span


@dataclass(frozen=True)
class Act:
    """What kind of event is asked about; several narrow each other. `agreement` is a kind of it; `term` a word it must be told by."""

    rule: str
    span: Span
    types: frozenset[str] = frozenset()
    stages: frozenset[str] = frozenset()
    agreement: str | None = None
    soft: bool = False
    term: str | None = None


@dataclass(frozen=True)
class Term:
    """A word of the question that must be met in the texts."""

    stem: str
    text: str
    span: Span


@dataclass(frozen=True)
class Query:
    """A question, read. `terms` are the words that no other field stands for; `words` are all its content words."""

    question: str
    text: str
    form: str
    rule: str
    grain: str | None = None
    unit: str | None = None
    asked: Span = NOWHERE
    names: tuple[Name, ...] = ()
    windows: tuple[Window, ...] = ()
    deeds: tuple[Window, ...] = ()  # the years by which it names agreements, and which date nothing else
    acts: tuple[Act, ...] = ()
    terms: tuple[Term, ...] = ()
    words: tuple[Term, ...] = ()
    title: str | None = None
    title_span: Span | None = None
    owner: Name | None = None
    ordinal: str | None = None
    negated: bool = False
    level: str | None = None
    upgrade: bool = False

    @cached_property
    def ids(self) -> frozenset[str]:
        """Whom its names may mean."""
        return frozenset(i for name in self.names for i in name.ids)

    @cached_property
    def types(self) -> frozenset[str]:
        """The event types that all acts allow; empty: any."""
        return _narrowed(act.types for act in self.acts)

    @cached_property
    def stages(self) -> frozenset[str]:
        """The stages that all acts allow; empty: any."""
        return _narrowed(act.stages for act in self.acts)


def _narrowed(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for one in sets:
        if one:
            found = (found & one) or (found | one) if found else one
    return found
