"""What an article has last spoken of, so that "it" and "the talks" can be followed back."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tieline.extract.syntax.unit import Unit
from tieline.model.span import Span

REACH = 12


@dataclass
class Focus:
    """The last thing of each class, with the sentence that named it."""

    seen: dict[str, tuple[int, Span]] = field(default_factory=dict)

    def pass_over(self, sentence: int, units: Sequence[Unit], kinds: Sequence[frozenset[str]]) -> None:
        """Take in the things that a sentence names."""
        for unit, found in zip(units, kinds, strict=True):
            for kind in found:
                self.seen[kind] = (sentence, unit.span)

    def last(
        self, wanted: frozenset[str], sentence: int, units: Sequence[Unit], kinds: Sequence[frozenset[str]], before: int
    ) -> Span | None:
        """The place of the nearest thing of a wanted class before a unit: in this sentence, or in one not far before it."""
        for k in range(before - 1, -1, -1):
            if kinds[k] & wanted:
                return units[k].span
        near = [self.seen[kind] for kind in wanted if kind in self.seen and sentence - self.seen[kind][0] <= REACH]
        return max(near)[1] if near else None
