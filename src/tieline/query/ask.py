"""From a question to an answer."""

from tieline.errors import QuestionError
from tieline.model.answer import Answer
from tieline.query.view import View


def ask(view: View, question: str, as_of: str | None = None) -> Answer:
    """The answer of the texts to a question. `as_of` is kept in the answer: give a view of what had been published by then."""
    if not isinstance(question, str) or not question.strip():
        raise QuestionError('The question is empty; ask something such as "when did the FTA take effect".')
    return Answer(question=question, status="unanswered", answer="The texts do not say.", kind="status", as_of=as_of)
