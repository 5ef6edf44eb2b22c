import textwrap
from pathlib import Path

import pytest

from tieline.model.document import Document
from tieline.text.article import read_article

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def _read(text):
    article = read_article(Document.from_text(text, id="a"))
    return [(one.zone, " ".join(one.text.split())) for one in article.sentences], article.document.title, article.document.published


@pytest.mark.parametrize("width", [40, 60, 72, 90, 120])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_rewrapped_lines_read_the_same(path, width):
    text = path.read_text(encoding="utf-8")
    paragraphs = [line for line in text.split("\n") if line.strip()]
    wrapped = "\n\n".join(textwrap.fill(one, width, break_long_words=False, break_on_hyphens=False) for one in paragraphs)
    assert _read(wrapped)[:2] == _read(text)[:2]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_line_ends_do_not_matter(path):
    text = path.read_text(encoding="utf-8")
    assert _read(text.replace("\n", "\r\n"))[:2] == _read(text)[:2]


def test_a_line_a_little_short_goes_on_with_a_name():
    text = """ACCORD ON TIN ADOPTED

    KARSK, March 20 - A new International Tin Producers
Agreement, ITPA, was adopted by a conference in Karsk
today.
    There is a good chance that the envoys of Upper
Orsenda will sign it in May, and that those of Halva
will follow in June, the chairman of the meeting said.
"""
    told = [sentence for zone, sentence in _read(text)[0] if zone == "prose"]
    assert told[0] == "A new International Tin Producers Agreement, ITPA, was adopted by a conference in Karsk today."
    assert told[1].startswith("There is a good chance that the envoys of Upper Orsenda will sign it in May")
