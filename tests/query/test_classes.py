import tomllib
from pathlib import Path
from typing import Any

import pytest

import tieline

TABLES = [Path(__file__).parent / name for name in ("classes.toml", "leaning.toml", "opened.toml", "retold.toml")]
ARTICLES = [article for path in TABLES for article in tomllib.loads(path.read_text(encoding="utf-8"))["article"]]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["text"].strip().splitlines()[0])
def test_questions_of_many_kinds(article: dict[str, Any]) -> None:
    kb = tieline.build([tieline.Document.from_text(article["text"].strip(), id="a1")])
    for case in article["questions"]:
        answer = kb.ask(case["q"])
        if "unknown" in case:
            assert answer.status == "unanswered", (case["q"], answer.answer)
            continue
        if "value" in case:
            assert answer.value == case["value"], (case["q"], answer.answer)
        assert case.get("says", "") in answer.answer, (case["q"], answer.answer)
        assert "never" not in case or case["never"] not in answer.answer, (case["q"], answer.answer)
        assert "status" not in case or answer.status == case["status"], (case["q"], answer.answer)
        assert any(case.get("reason", "") in reason for reason in ("", *answer.reasons)), (case["q"], answer.reasons)
        assert answer.status != "unanswered"
        assert answer.citations
