"""Texts with the actors that they name, marked; whatever is not marked names nobody."""

import re
import tomllib
from pathlib import Path

import pytest
from growth import grows_with_length

from tieline.extract.names.actors import find_actors
from tieline.extract.times import find_times
from tieline.model.document import Document
from tieline.model.span import Span
from tieline.rules.load import shipped
from tieline.text.article import read_article

CASES = tomllib.loads((Path(__file__).parent / "actors.toml").read_text(encoding="utf-8"))["case"]
MARK = re.compile(r"<(\w+)((?: \w+='[^']*')*)>(.*?)</\1>", re.DOTALL)
SHOWN = ("name", "demonym", "metonym")


def parse(marked):
    """The text without its marks, and (words, kind, attributes) for each mark."""
    means = [(m[3], m[1], dict(re.findall(r"(\w+)='([^']*)'", m[2]))) for m in MARK.finditer(marked)]
    return MARK.sub(lambda m: m[3], marked), means


def actors(text):
    article = read_article(Document(id="a", text=text))
    times = [Span(time.start, time.end) for time in find_times(text)]
    return find_actors(article, shipped(), times=times)


def is_word(mention, text):
    """Whether a mention's head is a plain word: "the Norlandic government"."""
    return mention.form == "metonym" and text[mention.head.start].islower()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_names_of_a_sentence(case):
    text, means = parse(case["text"])
    found = [one for one in actors(text) if one.form in SHOWN and one.kind != "unknown" and not is_word(one, text)]
    found.sort(key=lambda one: one.head)
    heads = {text[one.head.start : one.head.end]: one for one in found}
    assert [(text[one.head.start : one.head.end], one.kind) for one in found] == [(words, kind) for words, kind, _ in means]
    for words, _, wanted in means:
        assert {key: getattr(heads[words], key) for key in wanted} == wanted


@pytest.mark.parametrize("text", ["?" * 20_000, "The " * 7_000, "King of " * 2_500, "A-B-" * 5_000, "Bank of " * 2_500, "in 2008 " * 2_000])
def test_hostile_text_takes_no_more_work_than_its_length(text):
    assert grows_with_length(actors, text)


def test_same_text_gives_same_mentions():
    text = "The Norlandic foreign minister, Ada Rey, met Sudland's Bo Lund in Tolvath, capital of Norland. Norland agreed."
    assert actors(text) == actors(text)
