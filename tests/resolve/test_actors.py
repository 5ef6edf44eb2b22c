"""Texts in which words are marked with whom they mean; "" where the text leaves it open."""

import re
import tomllib
from itertools import permutations
from pathlib import Path

import pytest

from tieline.extract.reading import read_mentions
from tieline.model.document import Document
from tieline.model.span import Span
from tieline.resolve.actors.actors import resolve_actors
from tieline.rules.load import shipped
from tieline.text.article import read_article

CASES = tomllib.loads((Path(__file__).parent / "actors.toml").read_text(encoding="utf-8"))["case"]
MARK = re.compile(r"<who is='([^']*)'>(.*?)</who>", re.DOTALL)


def parse(marked):
    """The text without marks, and (span, names) for each mark."""
    text, means, at = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        names = [name.strip() for name in mark[1].split(";") if name.strip()]
        means.append((Span(len(text), len(text) + len(mark[2])), names))
        text, at = text + mark[2], mark.end()
    return text + marked[at:], means


def resolve(*texts):
    articles = [read_article(Document(id=f"d{n}", text=text)) for n, text in enumerate(texts)]
    return resolve_actors([read_mentions(article, shipped()) for article in articles], shipped())


@pytest.mark.parametrize("case", CASES, ids=lambda case: MARK.sub(lambda m: m[2], case["text"])[:60])
def test_words_mean_whom_they_mean(case):
    parsed = [parse(text) for text in (case["text"], *case.get("others", ()))]
    table = resolve(*(text for text, _ in parsed))
    for n, (text, means) in enumerate(parsed):
        for span, names in means:
            found = sorted(table.name(one) for one in table.who(f"d{n}", span))
            assert found == sorted(names), text[span.start : span.end]


def test_order_of_texts_does_not_matter():
    texts = [parse(text)[0] for case in CASES for text in (case["text"], *case.get("others", ()))][:4]
    articles = [read_article(Document(id=f"d{n}", text=text)) for n, text in enumerate(texts)]
    readings = [read_mentions(article, shipped()) for article in articles]
    tables = [resolve_actors(order, shipped()) for order in permutations(readings)]
    assert all(table.actors == tables[0].actors for table in tables)


def test_one_person_under_several_spellings():
    table = resolve(
        "President Óscar Ruiz of Norland met President Bo Lund of Sudland. Norland and Sudland have ties.",
        "Norland's President Oscar Ruiz spoke. Oscar R. Ruiz left. Norland's government agreed with Sudland.",
    )
    people = [one for one in table.actors if one.kind == "person"]
    assert len(people) == 2


def test_two_persons_of_one_surname():
    table = resolve(
        "Kenya's President Ana Mwangi met Ugandan minister Peter Okello. Kenyan trade minister John Mwangi stayed in Nairobi. "
        "President Mwangi left on Monday.",
    )
    assert sorted(one.name for one in table.actors if one.kind == "person") == ["Ana Mwangi", "John Mwangi", "Peter Okello"]
