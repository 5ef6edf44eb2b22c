"""Numbers with their units; apart from the other mentions, since questions are read for them too."""

from tieline.light import dataclass
from tieline.model.span import Span


@dataclass(frozen=True)
class QuantityMention:
    """A number with its unit: `value` in base units of `unit` (USD, percent, km, people, rank, ...).

    `kind`: count, money, share, measure, duration, rank, ordinal, factor, age, vague, bare. `number` is the place of the number and
    its unit, `noun` the words for what is counted or ranked, with their place in `noun_span`. `span` takes in all of them.
    """

    span: Span
    sentence: int
    text: str
    value: float | int | None
    unit: str | None
    qualifier: str | None = None
    noun: str | None = None
    number: Span | None = None
    kind: str = "count"
    noun_span: Span | None = None
