"""Questions in other languages are told from English ones, and declined by name."""

import tomllib
from pathlib import Path

import pytest

import tieline
from tieline.query.reading.lexicon import lexicon_of
from tieline.query.reading.tongue import foreign
from tieline.rules.load import shipped

CASES = tomllib.loads(Path(__file__).with_name("tongues.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("tongue", "question"), [(name, one) for name, asked in CASES["foreign"].items() for one in asked])
def test_another_language_is_named(tongue, question):
    said = foreign(lexicon_of(shipped()), question)
    assert said is not None
    assert said.startswith("The question is not in English" if tongue == "other" else f"The question seems to be in {tongue},")


@pytest.mark.parametrize("question", CASES["english"]["questions"])
def test_names_in_other_languages_are_english_enough(question):
    assert foreign(lexicon_of(shipped()), question) is None


def test_a_foreign_question_is_declined():
    answer = tieline.load().ask("¿quién visitó Perú en 2016?")
    assert (answer.status, answer.value, answer.nearest) == ("unanswered", None, ())
    assert "English only" in answer.answer
