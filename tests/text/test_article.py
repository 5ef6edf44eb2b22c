import tomllib
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from growth import grows_with_length
from hypothesis import given
from hypothesis import strategies as st

from tieline.model.document import Document
from tieline.model.token import level
from tieline.text.article import read_article
from tieline.text.sentences import sentence_spans

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "articles.toml").read_text(encoding="utf-8"))["case"]
SENTENCES = tomllib.loads((HERE / "sentences.toml").read_text(encoding="utf-8"))["case"]
PIECES = st.sampled_from(
    [
        "LIMA, Nov. 5 (Wire) -- ",
        "The pact was signed. ",
        "READ MORE: x",
        "\n",
        "\r\n",
        "\n\n",
        "Q: When? ",
        "- a",
        "(Wire, 5 May 2010)",
        "“Yes.” ",
        "END",
        "A: b",
    ]
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_origin_and_zones(case):
    article = read_article(Document.from_text(case["text"], id="a"))
    document = article.document
    assert document.title == case.get("title", document.title)
    assert document.publisher == case.get("publisher", document.publisher)
    assert document.place == case.get("place")
    assert (document.published.edtf if document.published else None) == case.get("published")
    assert document.published_basis == case.get("basis", "none")
    assert ([article.partial.month, article.partial.day] if article.partial else None) == case.get("partial")
    assert [zone for zone, _ in groupby(sentence.zone for sentence in article.sentences)] == case["zones"]
    assert all(case["text"][c.start : c.end] == c.quote for c in document.published_evidence)
    assert bool(document.published_evidence) == bool(document.published)


def test_the_signs_of_a_quoted_paragraph_are_no_part_of_its_sentences():
    case = next(case for case in CASES if case["name"] == "quoted paragraphs of Markdown")
    sentences = read_article(Document.from_text(case["text"], id="a")).sentences
    assert any(sentence.text.startswith('"We have waited') for sentence in sentences)
    assert not any(sentence.text.startswith(">") for sentence in sentences)


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences(marked):
    text = marked.replace("|", "")
    assert [text[a:b] for a, b in sentence_spans(text, 0, len(text))] == [part.strip() for part in marked.split("|")]


def test_what_the_user_gives_stands():
    given_ = Document.from_text(CASES[1]["text"], id="a", published="2006", title="Mine", publisher="Me")
    document = read_article(given_).document
    assert (document.title, document.publisher, document.published.edtf, document.published_basis) == ("Mine", "Me", "2006", "given")


def test_a_short_report_full_of_names_is_english():
    text = (
        "LOME, Togo, Oct 4 2010 -- Togo's president, Faure Essozim, left Ghana on Monday after a five-day state visit. "
        "Prime Minister Yaw Mensa of Ghana promised Togo a credit line worth 500 million dollars."
    )
    assert read_article(Document.from_text(text, id="a")).sentences


def test_another_language_is_not_read():
    text = "La ministra de Asuntos Exteriores firmó ayer el tratado de libre comercio con su homólogo chileno en la sede del gobierno. " * 3
    assert read_article(Document.from_text(text, id="a")).sentences == ()


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=30).map("".join)))
def test_offsets_are_exact(text):
    sentences = read_article(Document.from_text(text, id="a")).sentences
    assert all(level(text[one.start : one.end]) == one.text and one.text for one in sentences)
    assert all(one.end <= other.start for one, other in pairwise(sentences))
    assert [one.index for one in sentences] == list(range(len(sentences)))


@pytest.mark.parametrize(
    "text", ["?" * 200_000, " " * 200_000, "a.b" * 70_000, '"' * 200_000, "(" * 200_000, "1. " * 70_000, "\n" * 200_000, "A" * 200_000]
)
def test_hostile_text_stays_linear(text):
    assert grows_with_length(lambda part: read_article(Document.from_text(part, id="a")), text)
