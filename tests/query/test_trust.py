"""Refusals name what is missing and what is nearest, and slips of the pen are put right without turning one name into another."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import tieline
from tieline.kb import KnowledgeBase
from tieline.query.reading.spelling import mended

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


ARTICLES = [(article["text"].strip(), case) for article in TABLE["article"] for case in article["questions"]]


EXPECTED = {"q", "refused", "unsure", "value", "not", "never", "says"}


@cache
def built(text: str) -> KnowledgeBase:
    """One base for all questions about an article, made when the first is asked."""
    return tieline.build([tieline.Document.from_text(text, id="a1")])


@pytest.mark.parametrize(("text", "case"), ARTICLES, ids=[case["q"] for _, case in ARTICLES])
def test_an_answer_bears_out_all_that_was_asked(text: str, case: dict[str, Any]) -> None:
    assert len(case) > 1
    assert set(case) <= EXPECTED
    answer = built(text).ask(case["q"])
    if case.get("refused"):
        assert answer.status == "unanswered", answer.answer
    if case.get("unsure"):
        assert answer.status != "answered", answer.answer
    if "value" in case:
        assert answer.value is case["value"], answer.answer
    if "not" in case:
        assert answer.value is not case["not"], answer.answer
    assert "never" not in case or not re.search(case["never"], answer.answer), answer.answer
    assert re.search(case.get("says", ""), answer.answer)
