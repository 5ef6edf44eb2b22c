"""Questions over several articles: plans against what came of them, prices told twice, how things stood on a day."""

import tomllib
from pathlib import Path

import pytest

import tieline

STACKS = tomllib.loads(Path(__file__).with_name("across.toml").read_text(encoding="utf-8"))["stack"]
CASES = [(stack["name"], question, wanted) for stack in STACKS for question, wanted in stack["answers"].items()]


@pytest.fixture(scope="module")
def kbs():
    def build(texts):
        return tieline.build([tieline.Document.from_text(text, id=name) for name, text in texts.items()])

    return {stack["name"]: build(stack["texts"]) for stack in STACKS}


@pytest.mark.parametrize(("stack", "question", "wanted"), CASES)
def test_answers(kbs, stack, question, wanted):
    answer = kbs[stack].ask(question)
    assert answer.status in ("answered", "partly"), answer.answer
    assert answer.citations
    for words in wanted:
        assert words in answer.answer


def test_no_plan_is_made_up(kbs):
    answer = kbs[STACKS[0]["name"]].ask("Was the transit agreement signed on the date planned in March 2009?")
    assert "planned for" not in answer.answer


def test_a_round_is_not_the_beginning_of_talks(kbs):
    name = next(stack["name"] for stack in STACKS if "rounds of talks that began before" in stack["name"])
    answer = kbs[name].ask("When did the talks between Ghana and Peru begin?")
    assert answer.status == "unanswered"
