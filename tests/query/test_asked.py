import re
import tomllib
from pathlib import Path

import pytest

from tieline.kb import KnowledgeBase

TABLE = tomllib.loads((Path(__file__).parent / "asked.toml").read_text(encoding="utf-8"))
SAYS = [(q, tuple(case["says"])) for case in TABLE["case"] for q in case["questions"]]
VERDICTS = [(q, case["value"]) for case in TABLE["verdict"] for q in case["questions"]]


@pytest.mark.parametrize(("question", "says"), SAYS)
def test_the_answer_says_what_the_texts_do(kb: KnowledgeBase, question: str, says: tuple[str, ...]) -> None:
    answer = kb.ask(question)
    told = " ; ".join([answer.answer, *(f"{item.text} {item.time.edtf if item.time else ''}" for item in answer.items)])
    assert answer.status != "unanswered"
    assert answer.citations
    assert all(re.search(pattern, told, re.I) for pattern in says), told


@pytest.mark.parametrize(("question", "value"), VERDICTS)
def test_yes_and_no_are_those_of_the_texts(kb: KnowledgeBase, question: str, value: bool) -> None:
    assert kb.ask(question).value is value


@pytest.mark.parametrize("question", TABLE["unknown"]["questions"])
def test_what_is_only_planned_or_expected_is_not_affirmed(kb: KnowledgeBase, question: str) -> None:
    assert kb.ask(question).value is not True


@pytest.mark.parametrize("question", TABLE["declined"]["questions"])
def test_near_misses_are_not_answered(kb: KnowledgeBase, question: str) -> None:
    assert kb.ask(question).status != "answered"
