import tomllib
from pathlib import Path

import pytest
from growth import grows_with_length

from tieline.extract.amounts.quantities import find_quantities
from tieline.model.document import Document
from tieline.model.mention import Article
from tieline.model.token import Sentence
from tieline.rules.load import shipped

CASES = tomllib.loads((Path(__file__).parent / "quantities.toml").read_text(encoding="utf-8"))["case"]


def one_sentence(text: str) -> Article:
    return Article(Document(id="a", text=text), (Sentence(0, 0, len(text), text),))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_quantities_of_a_sentence(case):
    article = one_sentence(case["text"])
    found = find_quantities(article, (), shipped())
    assert [one.text for one in found] == [one["text"] for one in case["means"]]
    for one, expected in zip(found, case["means"], strict=True):
        assert article.words(one.span) == one.text
        for key, value in expected.items():
            assert getattr(one, key) == value, (one.text, key)


@pytest.mark.parametrize("text", ["?" * 30_000, "1 " * 8_000, "million " * 10_000, "twenty-" * 8_000, "1-" * 8_000, "2,000," * 12_000])
def test_hostile_sentences_take_no_more_work_than_their_length(text):
    assert grows_with_length(lambda part: find_quantities(one_sentence(part), (), shipped()), text)
