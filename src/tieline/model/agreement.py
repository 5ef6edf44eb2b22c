"""Agreements and the stages of their life."""

from tieline.model.base import Value
from tieline.model.span import Citation
from tieline.model.time import TimeValue
from tieline.model.vocabulary import Stage, Status


class AgreementStage(Value):
    """One step in the life of an agreement, with the event that tells it."""

    stage: Stage
    time: TimeValue | None = None
    status: Status = "occurred"
    event: str | None = None
    evidence: tuple[Citation, ...] = ()


class Agreement(Value):
    """One agreement after all its names have been brought together; `stages` in order of time."""

    id: str
    name: str
    kind: str
    parties: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    stages: tuple[AgreementStage, ...] = ()
    evidence: tuple[Citation, ...] = ()
