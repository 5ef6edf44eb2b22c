"""Amounts, shares, ranks and counts, each with what it measures and when."""

from tieline.model.base import Value
from tieline.model.span import Citation
from tieline.model.time import TimeValue
from tieline.model.vocabulary import Qualifier, Status


class Figure(Value):
    """One figure: `value` in `unit` (ISO 4217 code, percent, km, count, rank, ...); `rank` is 1 for "largest"."""

    id: str
    measure: str
    value: float | int | None = None
    unit: str | None = None
    qualifier: Qualifier | None = None
    rank: int | None = None
    period: TimeValue | None = None
    status: Status = "occurred"
    subject: str | None = None
    object: str | None = None
    asserted_by: str | None = None
    rule: str | None = None
    evidence: tuple[Citation, ...] = ()
