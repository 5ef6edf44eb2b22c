"""What the knowledge base says to a question."""

from typing import Literal

from tieline.model.base import Value
from tieline.model.span import Citation
from tieline.model.time import TimeValue

AnswerStatus = Literal["answered", "partly", "unanswered"]
AnswerKind = Literal[
    "date", "duration", "number", "count", "rank", "actor", "place", "agreement", "yesno", "order", "list", "series",
    "status", "statement", "document",
]  # fmt: skip


class Item(Value):
    """One line of a list, a series or the nearest facts."""

    text: str
    time: TimeValue | None = None
    citations: tuple[Citation, ...] = ()
    fact: str | None = None


class Answer(Value):
    """An answer with its evidence; `facts` are the ids of the events, figures, actors and agreements behind it."""

    question: str
    status: AnswerStatus
    answer: str
    kind: AnswerKind
    value: str | int | float | bool | None = None
    unit: str | None = None
    items: tuple[Item, ...] = ()
    reasons: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    nearest: tuple[Item, ...] = ()
    as_of: str | None = None
    facts: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The answer with the words that prove it."""
        from tieline.model.plain import answer_text

        return answer_text(self)
