"""The days on which a document can have been published, narrowed clue by clue."""

import datetime as dt
from dataclasses import dataclass

from tieline.model.edtf import span_value
from tieline.model.span import Citation
from tieline.model.time import TimeValue

YEAR = dt.timedelta(days=366)


@dataclass(frozen=True)
class Clue:
    """One reason why a document was published not before `first` and not after `last` (None: no bound).

    `near`: what it rests on is dated finely enough to lie close to the publication; a bare year ("in 1974") may be history.
    """

    first: dt.date | None
    last: dt.date | None
    reason: str
    citations: tuple[Citation, ...] = ()
    near: bool = True


@dataclass(frozen=True)
class Window:
    """First and last possible day of publication, with the clues that made it so."""

    first: dt.date | None = None
    last: dt.date | None = None
    clues: tuple[Clue, ...] = ()

    def narrowed(self, clue: Clue) -> "Window":
        """The window cut down by a clue; itself where the clue adds nothing or contradicts what is known."""
        first = max(filter(None, (self.first, clue.first)), default=None)
        last = min(filter(None, (self.last, clue.last)), default=None)
        if (first, last) == (self.first, self.last) or (first and last and first > last):
            return self
        kept = tuple(c for c in self.clues if (c.first and c.first == first) or (c.last and c.last == last))
        return Window(first, last, (*kept, clue))

    def admits(self, first: dt.date | None, last: dt.date | None) -> bool:
        """Whether some day of the window lies between the two."""
        return not (self.last and first and self.last < first) and not (self.first and last and self.first > last)

    def anchor(self) -> dt.date | None:
        """The bound that lies close to the publication, so that a day without a year can be counted from it; None where none does."""
        if self.first and any(clue.near and clue.first == self.first for clue in self.clues):
            return self.first
        if self.last and any(clue.near and clue.last == self.last for clue in self.clues):
            return self.last
        return self.first if self.first and self.last and self.last - self.first <= YEAR else None

    def value(self) -> TimeValue | None:
        """The window as a time; None where nothing bounds it."""
        if self.first is None and self.last is None:
            return None
        return span_value(self.first, self.last, basis="inferred", derivation=tuple(clue.reason for clue in self.clues))

    def citations(self) -> tuple[Citation, ...]:
        """The words behind the clues."""
        return tuple(dict.fromkeys(one for clue in self.clues for one in clue.citations))
