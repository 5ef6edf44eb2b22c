"""Refusals name what is missing and what is nearest, and slips of the pen are put right without turning one name into another."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tieline.kb import KnowledgeBase
from tieline.query.spelling import mended

TABLE = tomllib.loads((Path(__file__).parent / "trust.toml").read_text(encoding="utf-8"))
SLIPS = [(q, case["value"]) for case in TABLE["slip"] for q in case["questions"]]


@pytest.mark.parametrize("case", TABLE["refusal"], ids=lambda case: case["q"])
def test_a_refusal_says_what_is_missing_and_what_is_nearest(kb: KnowledgeBase, case: dict[str, Any]) -> None:
    answer = kb.ask(case["q"])
    assert answer.status == "unanswered"
    assert answer.value is None
    assert all(re.search(pattern, answer.answer) for pattern in case["says"]), answer.answer
    assert not re.search(r'\.[")]*\s+\w', answer.answer.split("; nearest:")[0])


@pytest.mark.parametrize(("question", "value"), SLIPS)
def test_a_slip_of_the_pen_changes_nothing(kb: KnowledgeBase, question: str, value: object) -> None:
    assert kb.ask(question).value == value


@pytest.mark.parametrize("text", ["when did it open", "who went to opec", "signing of the deal", "the wto complaint", "war and peace"])
def test_right_words_stay_as_they_are(kb: KnowledgeBase, text: str) -> None:
    assert mended(kb._view, text, frozenset()) == text
