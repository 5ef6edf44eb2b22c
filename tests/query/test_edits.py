"""Answers follow the texts: a fact that is changed, taken away or put under other names."""

import re
from pathlib import Path

import pytest

import tieline
from tieline.kb import KnowledgeBase
from tieline.model.document import Document

SEEDS = Path(__file__).parents[2] / "seeds"


def built(change: dict[str, str], *, without: str | None = None) -> KnowledgeBase:
    documents = []
    for number, path in enumerate(sorted(SEEDS.glob("*.txt"))):
        text = path.read_text(encoding="utf-8")
        for old, new in change.items():
            text = re.sub(old, new, text)
        if without is None or without not in text:
            documents.append(Document.from_text(text, id=f"text-{number}"))
    return tieline.build(documents)


def test_another_year_gives_another_answer() -> None:
    assert built({"came into force in 2010": "entered into force in 2012"}).ask("when did the FTA take effect").value == "2012"


def test_a_text_taken_away_takes_its_answer_along() -> None:
    assert built({}, without="came into force in 2010").ask("when did the FTA take effect").status != "answered"


@pytest.fixture(scope="module")
def norland() -> KnowledgeBase:
    return built({"Peruvian": "Norlandic", "Peru": "Norland"})


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("when did the FTA take effect", "2010"),
        ("norland president 2008", "Alan Garcia"),
        ("When did China and Norland establish diplomatic ties?", "1971"),
        ("By how much did Norlandic exports to China rise?", 21.8),
        ("Who is the Norlandic ambassador to China?", "Marco V. Balarezo"),
        ("As of July 2024, how many times had Xi and Boluarte met?", 2),
    ],
)
def test_an_invented_country_is_asked_as_any_other(norland: KnowledgeBase, question: str, value: object) -> None:
    assert norland.ask(question).value == value
