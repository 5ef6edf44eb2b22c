"""All that a set of articles says, brought together: what resolution gives, the store keeps and questions are asked of."""

from tieline.model.actor import Actor
from tieline.model.agreement import Agreement
from tieline.model.base import Value
from tieline.model.document import Document
from tieline.model.event import Event
from tieline.model.figure import Figure
from tieline.model.issue import Issue


class Merge(Value):
    """One recorded judgement: these mentions are one fact, for these reasons. Taking it back splits the fact again."""

    fact: str
    mentions: tuple[str, ...]
    reasons: tuple[str, ...]


class SentenceFact(Value):
    """One sentence with what was found in it, so that questions can search the texts."""

    document: str
    index: int
    start: int
    end: int
    zone: str
    actors: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()


class Facts(Value):
    """Documents, actors, agreements, events, figures and issues, each in its canonical order."""

    documents: tuple[Document, ...] = ()
    sentences: tuple[SentenceFact, ...] = ()
    actors: tuple[Actor, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    issues: tuple[Issue, ...] = ()
    merges: tuple[Merge, ...] = ()
