"""What an article has last spoken of, so that "it" and "the talks" can be followed back."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tieline.extract.syntax.unit import Unit
from tieline.model.span import Span

REACH = 12
NUMBER = {"it": False, "them": True, "they": True, "those": True, "these": True}
ANY_NUMBER = frozenset(("talks",))  # "negotiation" and "talks" are one thing
LIVING = frozenset(("person", "group", "country", "state", "actor", "organization", "company", "destination"))


@dataclass
class Focus:
    """The last thing of each class, with the sentence that named it."""

    seen: dict[tuple[str, bool], tuple[int, Span]] = field(default_factory=dict)

    def pass_over(self, sentence: int, units: Sequence[Unit], kinds: Sequence[frozenset[str]]) -> None:
        """Take in the things that a sentence names."""
        for unit, found in zip(units, kinds, strict=True):
            for kind in found:
                self.seen[kind, is_plural(unit)] = (sentence, unit.span)

    def kinds_at(self, span: Span) -> frozenset[str]:
        """The classes under which a thing was spoken of."""
        return frozenset(kind for (kind, _), (_, place) in self.seen.items() if place == span)

    def last(
        self, wanted: frozenset[str], sentence: int, units: Sequence[Unit], kinds: Sequence[frozenset[str]], before: int, reach: int = REACH
    ) -> Span | None:
        """The place of the nearest thing of a wanted class before a unit: in this sentence, or in one not far before it.

        "It" goes back to one thing and "them" to several.
        """
        number = NUMBER.get(units[before].lower) if before < len(units) and not wanted & LIVING else None
        number = None if wanted & ANY_NUMBER else number
        for k in range(before - 1, -1, -1):
            if kinds[k] & wanted and number in (None, is_plural(units[k])):
                return units[k].span
        seen = [self.seen.get((kind, plural)) for kind in sorted(wanted) for plural in (False, True) if number in (None, plural)]
        near = [one for one in seen if one is not None and sentence - one[0] <= reach]
        return max(near)[1] if near else None


def is_plural(unit: Unit) -> bool:
    """Whether a unit names several things: "talks", "the two treaties"; by its last word."""
    last = unit.text.split()[-1] if unit.text.split() else ""
    return last.endswith("s") and not last.endswith("ss") and not last.isupper()
