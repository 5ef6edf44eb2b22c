"""Typed slots of question patterns: actors, times, titles, places."""

from collections.abc import Iterable, Sequence

from tieline.light import dataclass
from tieline.model.span import Span
from tieline.model.token import Token


@dataclass(frozen=True)
class Marks:
    """What was found in a question, by kind, for the slots of patterns."""

    spans: dict[str, tuple[Span, ...]]

    def slots(self, kind: str, tokens: Sequence[Token], i: int) -> Iterable[tuple[int, object]]:
        """The end tokens of what of that kind begins at token `i`."""
        for span in self.spans.get(kind, ()):
            if tokens[i].start == span.start if i < len(tokens) else False:
                end = i
                while end < len(tokens) and tokens[end].end <= span.end:
                    end += 1
                yield end, span


def no_slots(kind: str, tokens: Sequence[Token], i: int) -> tuple[()]:
    """The fillers of a pattern without slots."""
    return ()
