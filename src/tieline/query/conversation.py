"""A talk with the texts: each question may lean on the one before."""

from collections.abc import Callable

from tieline.light import dataclass
from tieline.model.answer import Answer
from tieline.query.reading.antecedents import topic_of
from tieline.query.reading.followups import asks_for_source, completed
from tieline.query.view import View

DEPTH = 4  # questions back that a follow-up can lean on


@dataclass(frozen=True)
class Turn:
    """One question of a conversation as typed and as understood, with its answer."""

    question: str
    read_as: str
    answer: Answer


class Conversation:
    """Questions in a row. What one leaves out ("and the upgrade?", "who signed it?", "before that?") is taken from the last one.

    `turns` are the questions so far, oldest first. An answer's `question` is what was asked, its first reason how a follow-up was read.
    """

    def __init__(self, view: Callable[[], View], ask: Callable[[str], Answer]) -> None:
        self._view, self._ask = view, ask
        self.turns: tuple[Turn, ...] = ()

    def ask(self, question: str) -> Answer:
        """The answer to a question or follow-up; `QuestionError` where it is empty."""
        turn = self._follow(question) or Turn(question, question, self._ask(question))
        self.turns = (*self.turns, turn)
        return turn.answer

    def forget(self) -> None:
        """Start anew: the next question leans on nothing."""
        self.turns = ()

    def _follow(self, question: str) -> Turn | None:
        """The turn of a question that leans on the last one; None where it stands alone, or gets no answer that way."""
        last = self.turns[-1] if self.turns else None
        if last is None or not isinstance(question, str) or not question.strip():
            return None
        view = self._view()
        if asks_for_source(view, question):
            return Turn(question, last.read_as, _sourced(question, last, view))
        tried = []
        for whole in completed([topic_of(view, one.read_as, one.answer) for one in self.turns[: -DEPTH - 1 : -1]], question):
            answer = self._ask(whole)
            reasons = (f'"{question.strip()}" is read as "{whole}"', *answer.reasons)
            tried.append(Turn(question, whole, answer.model_copy(update={"question": question, "reasons": reasons})))
            if answer.status != "unanswered":
                return tried[-1]
        return tried[0] if tried else None


def _sourced(question: str, last: Turn, view: View) -> Answer:
    """The sentences behind the last answer."""
    cited = last.answer.citations
    if not cited:
        text = "No text says it: the last question had no answer."
        return Answer.made(
            question=question, status="unanswered", answer=text, kind="document", reasons=(f'the last question was "{last.read_as}"',)
        )
    documents = list(dict.fromkeys(one.document for one in cited))
    names = [view.documents[one].title or one for one in documents]
    text = f'{" and ".join(names[:2])}{f" and {len(names) - 2} more" if len(names) > 2 else ""}: "{cited[0].quote}"'
    return Answer.made(
        question=question,
        status="answered",
        answer=text if len(text) <= 300 else text[:296].rsplit(" ", 1)[0] + '…"',
        kind="document",
        value=documents[0],
        reasons=(f'the sentences behind the answer to "{last.read_as}"',),
        citations=cited,
        facts=last.answer.facts,
    )
