"""Amounts, shares, ranks and counts, each with what it measures and when."""

from tieline.model.base import Value
from tieline.model.span import Citation
from tieline.model.time import TimeValue
from tieline.model.vocabulary import Qualifier, Status


class Figure(Value):
    """One figure: `value` in `unit` (ISO 4217 code, percent, km, count, rank, ...); `rank` is 1 for "largest".

    `subject` and `object` are names: who exports, lends, holds a rank, or what is counted; to whom, with whom, where. `subjects` and
    `objects` are the ids of the actors among them. `about` is what is counted, ranked or measured ("Chinese tourists", "trading partner"),
    `detail` what is said of it ("established by local doctors", "in Latin America"), `text` the number as written, with its qualifier and
    noun. `value` is None where only a size is said ("tens of thousands"). `published` is the day of the earliest report.
    """

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
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    about: str | None = None
    detail: str | None = None
    text: str | None = None
    asserted_by: str | None = None
    published: TimeValue | None = None
    rule: str | None = None
    reasons: tuple[str, ...] = ()
    evidence: tuple[Citation, ...] = ()
