import tomllib
from pathlib import Path

import pytest

import tieline

CASES = tomllib.loads((Path(__file__).parent / "denied.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"].split(",")[0].strip().title())
def test_what_a_text_denies_is_answered_with_no(case: dict[str, object]) -> None:
    kb = tieline.build([tieline.Document.from_text(str(case["text"]).strip(), id="a1")])
    for question in case["questions"]:  # type: ignore[attr-defined]
        answer = kb.ask(question)
        assert answer.value is False, (question, answer.answer)
        assert answer.citations
