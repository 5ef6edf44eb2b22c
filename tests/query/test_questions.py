import tomllib
from pathlib import Path

import pytest

from tieline.errors import QuestionError
from tieline.kb import KnowledgeBase

HERE = Path(__file__).parent
SAME = [(q, case["value"]) for case in tomllib.loads((HERE / "same.toml").read_text(encoding="utf-8"))["case"] for q in case["questions"]]
DECLINED = tomllib.loads((HERE / "declined.toml").read_text(encoding="utf-8"))["questions"]


@pytest.mark.parametrize(("question", "value"), SAME)
def test_every_phrasing_gives_the_same_value(kb: KnowledgeBase, question: str, value: object) -> None:
    answer = kb.ask(question)
    assert answer.status != "unanswered"
    assert answer.value == value
    assert answer.citations


def test_there_are_enough_questions_to_decline() -> None:
    assert len(set(DECLINED)) == len(DECLINED) >= 150


@pytest.mark.parametrize("question", DECLINED)
def test_what_the_texts_do_not_say_is_not_answered(kb: KnowledgeBase, question: str) -> None:
    assert kb.ask(question).status != "answered"


@pytest.mark.parametrize("question", ["", "   ", "\n"])
def test_an_empty_question_is_refused(kb: KnowledgeBase, question: str) -> None:
    with pytest.raises(QuestionError):
        kb.ask(question)


@pytest.mark.parametrize("question", [q for q, _ in SAME[::3]] + DECLINED[::3])
def test_quotes_are_exact_and_answers_short(kb: KnowledgeBase, question: str) -> None:
    answer = kb.ask(question)
    texts = {document.id: document.text for document in kb.documents}
    items = [c for item in (*answer.items, *answer.nearest) for c in item.citations]
    assert all(texts[c.document][c.start : c.end] == c.quote for c in (*answer.citations, *items))
    assert len(answer.answer) <= 300


def test_hostile_questions_end(kb: KnowledgeBase) -> None:
    for text in ("?" * 1_000_000, "when " * 100_000, "(" * 10_000, "a" * 100_000, "when did \x00 happen", "🤷" * 1000):
        assert kb.ask(text).status in ("answered", "partly", "unanswered")


def test_the_reading_of_the_question_is_the_first_reason(kb: KnowledgeBase) -> None:
    assert (
        kb.ask("when did the FTA take effect").reasons[0]
        == "the question asks for a date, of an agreement (in force or provisionally applied)"
    )
