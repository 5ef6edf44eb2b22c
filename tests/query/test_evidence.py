"""Facts picked from the sentence that comes closest to a question."""

import tomllib
from pathlib import Path

import pytest

import tieline
from tieline.kb import KnowledgeBase
from tieline.model.document import Document

TABLE = tomllib.loads((Path(__file__).parent / "evidence.toml").read_text(encoding="utf-8"))
CASES = [(case["question"], case["says"]) for case in TABLE["case"]]
DECLINED = [question for one in TABLE["declined"] for question in one["questions"]]


@pytest.fixture(scope="module")
def told() -> KnowledgeBase:
    return tieline.build([Document.from_text(TABLE["text"], id="a", published=TABLE["published"])])


@pytest.mark.parametrize(("question", "says"), CASES)
def test_the_closest_sentence_gives_the_fact(told: KnowledgeBase, question: str, says: str) -> None:
    answer = told.ask(question)
    assert answer.status != "unanswered"
    assert says in answer.answer
    assert answer.citations


@pytest.mark.parametrize("question", DECLINED)
def test_a_near_miss_is_declined(told: KnowledgeBase, question: str) -> None:
    assert told.ask(question).status == "unanswered"
