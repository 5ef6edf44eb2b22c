"""Ways of asking that the table puts plainly, and statements that a tag turns into questions."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import tieline
from tieline.kb import KnowledgeBase
from tieline.query.reading.wordings import plainly

HERE = Path(__file__).parent
TABLE = tomllib.loads((Path(tieline.__file__).parent / "data/en/questions/wordings.toml").read_text(encoding="utf-8"))
EXAMPLES = [(one["text"], one["means"]) for wording in TABLE["wording"] for one in wording["examples"]]
REJECTS = [text for kind in ("wording", "tag") for one in TABLE[kind] for text in one.get("rejects", ())]
TAGGED = [text for one in TABLE["tag"] for text in one["examples"]]
CASES: list[dict[str, Any]] = tomllib.loads((HERE / "phrasings.toml").read_text(encoding="utf-8"))["case"]
PHRASINGS = [(question, case["value"]) for case in CASES for question in case["questions"]]


@pytest.mark.parametrize(("text", "means"), EXAMPLES)
def test_a_wording_is_put_plainly(kb: KnowledgeBase, text: str, means: str) -> None:
    assert plainly(kb._view.lexicon, text) == means


@pytest.mark.parametrize("text", REJECTS)
def test_another_question_is_left_as_it_is(kb: KnowledgeBase, text: str) -> None:
    assert plainly(kb._view.lexicon, text) == text


@pytest.mark.parametrize("text", TAGGED)
def test_a_tag_makes_a_question_of_a_statement(kb: KnowledgeBase, text: str) -> None:
    assert plainly(kb._view.lexicon, text) == f"Is it true that {text.rsplit(',', 1)[0]}?"


def test_a_question_with_a_tag_stays_a_question(kb: KnowledgeBase) -> None:
    assert plainly(kb._view.lexicon, "When did it start, right?") == "When did it start?"


def test_there_are_enough_phrasings() -> None:
    assert len(CASES) >= 25
    assert all(len(set(case["questions"])) >= 12 for case in CASES)


@pytest.mark.parametrize(("question", "value"), PHRASINGS)
def test_every_phrasing_has_the_value(kb: KnowledgeBase, question: str, value: object) -> None:
    answer = kb.ask(question)
    assert answer.status != "unanswered"
    assert answer.value == value
    assert type(answer.value) is type(value)
    assert answer.citations
