"""What happened, is planned, or is said not to have happened."""

from tieline.model.base import Value
from tieline.model.span import Citation
from tieline.model.time import TimeValue
from tieline.model.vocabulary import EventType, Stage, Status


class Participant(Value):
    """An actor in an event.

    `role`: agent, patient, host, guest, party, speaker, addressee, witness, mediator, partner, donor, recipient, state.

    "state" is the country for which a person or body in the event acts, where that country is not itself named as taking part.
    """

    actor: str
    name: str
    role: str


class Plover(Value):
    """The PLOVER event, mode and context, for exchange with event data sets."""

    event: str
    mode: str | None = None
    context: tuple[str, ...] = ()


class Event(Value):
    """One event after its reports have been brought together. `published` is the day of the earliest report.

    `level` is the level of a visit or partnership ("state", "comprehensive strategic partnership"), `content` the words of a
    statement, `topic` what a meeting, project or deal is about, `asserted_by` who says so (None: the article itself).
    """

    id: str
    type: EventType
    stage: Stage | None = None
    title: str
    time: TimeValue | None = None
    status: Status = "occurred"
    participants: tuple[Participant, ...] = ()
    place: str | None = None
    agreement: str | None = None
    asserted_by: str | None = None
    plover: Plover | None = None
    published: TimeValue | None = None
    level: str | None = None
    content: str | None = None
    topic: str | None = None
    rules: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    evidence: tuple[Citation, ...] = ()
