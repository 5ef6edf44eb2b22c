"""What the reading of one sentence works on, and what it finds."""

from dataclasses import dataclass, field
from functools import cached_property

from tieline.extract.events.frame.focus import Focus
from tieline.extract.events.frame.frames import Frame
from tieline.extract.events.frame.words import Words
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.unit import Unit
from tieline.model.span import Span
from tieline.model.token import Sentence


@dataclass
class Scene:
    """One sentence, taken apart, with what the article has spoken of so far."""

    sentence: Sentence
    units: tuple[Unit, ...]
    clauses: list[Clause]
    focus: Focus
    kinds: list[frozenset[str]]
    words: Words
    used: set[int] = field(default_factory=set)
    said_at: Span | None = None
    gap: int = -1
    retold: bool = False  # the sentence before tells in somebody's words what would be done
    entry: Span | None = None  # the date that heads the entry of a chronology in which the sentence stands

    @cached_property
    def lowers(self) -> frozenset[str]:
        """The words of the sentence in small letters."""
        return frozenset(unit.lower for unit in self.units)

    def reaching(self, clause: Clause, end: int) -> Clause | None:
        """The clause behind a clause into which the words of its verb phrase reach: "ordered the envoys to leave at once"."""
        if end <= clause.right:
            return None
        return next((c for c in self.clauses if c is not clause and c.left <= end - 1 < c.right), None)


@dataclass(frozen=True)
class Hit:
    """A frame that fits: its trigger, its theme, and who takes part, as places in the row of units."""

    frame: Frame
    trigger: tuple[int, int]
    clause: Clause | None
    theme: int | None = None
    theme_span: Span | None = None
    agents: tuple[tuple[str, int], ...] = ()
    level: str | None = None
    nominal: bool = False
    time: Span | None = None
    place: Span | None = None
    status: str | None = None
    years: int | None = None
    words: tuple[str, ...] = ()
    extra: tuple[tuple[str, Span], ...] = ()  # further people, by the place where another sentence names them
    shift: str | None = None  # how far it lies from its time, as in `EventMention.shift`
    together: bool = False  # done at once with the event that it is like
    like: "Hit | None" = None  # the event told before of which this one is told by less, and whose status it shares
