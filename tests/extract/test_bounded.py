"""The work on an endless text grows with its length: counted in mentions and calls, not in seconds."""

import sys
from types import FrameType

import pytest

import tieline
from tieline.extract.reading import read_mentions
from tieline.resolve.facts import resolve
from tieline.rules.load import shipped
from tieline.text.article import read_article

OPENING = "Tavonia and Corvia signed the accord in Ostrela on 3 May 2011, and the minister said that it was good for the region. "
REPEATED = ("in 2006 and ", "Ada Moor and ", "he ", "which said that ", "Norway and Chile ", "President Ada Moor of Tavonia, ")


def calls(text: str) -> int:
    """How many functions of the package are entered while a text is read and resolved."""
    count = 0

    def tick(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call"

    article = read_article(tieline.Document.from_text(text))
    sys.setprofile(tick)
    try:
        resolve((read_mentions(article, shipped()),), shipped())
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("words", REPEATED, ids=ascii)
def test_twice_the_text_takes_twice_the_steps(words: str) -> None:
    opening = OPENING * 4
    first = calls(opening + words * (4_000 // len(words)))
    assert calls(opening + words * (8_000 // len(words))) < 2.5 * first
