import tomllib
from pathlib import Path

import pytest

from tieline.extract.amounts.figures import find_figures
from tieline.extract.amounts.quantities import find_quantities
from tieline.extract.reading import read_mentions
from tieline.model.document import Document
from tieline.model.mention import Article
from tieline.model.token import Sentence
from tieline.rules.load import shipped
from tieline.text.article import read_article

CASES = tomllib.loads((Path(__file__).parent / "figures.toml").read_text(encoding="utf-8"))["case"]
SPANS = ("subject", "object", "period")


def read(text: str):
    return read_mentions(read_article(Document.from_text(text, id="a", published="2016-11-20")), shipped())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_figures_of_a_sentence(case):
    reading = read(case["text"])
    assert len(reading.figures) == len(case["means"]), [(one.measure, one.text) for one in reading.figures]
    for one, expected in zip(reading.figures, case["means"], strict=True):
        given = {
            "about": one.subject_text,
            "detail": one.object_text,
            **{name: getattr(one, name) for name in ("measure", "value", "unit", "qualifier", "rank", "status")},
            **{name: reading.article.words(span) if (span := getattr(one, name)) else None for name in SPANS},
        }
        assert {key: given[key] for key in expected} == expected


@pytest.mark.parametrize("name", ["Norland", "Drenara", "Wend"])
def test_an_invented_country_reads_like_a_known_one(name):
    text = f"China has been {name}'s largest trading partner. Last year, trade between China and {name} hit 15 billion dollars."
    found = read(text)
    assert [(one.measure, one.value) for one in found.figures] == [("rank", 1), ("bilateral_trade", 15_000_000_000)]
    for one in found.figures:
        assert (found.article.words(one.subject), found.article.words(one.object)) == ("China", name)


def test_a_sentence_without_end_takes_no_longer_than_its_length():
    text = "trade 5 million dollars " * 4000
    article = Article(Document(id="a", text=text), (Sentence(0, 0, len(text), text),))
    found = find_figures(article, find_quantities(article, (), shipped()), (), (), shipped())
    assert {one.measure for one in found} == {"bilateral_trade"}
    assert len(found) == 4000
