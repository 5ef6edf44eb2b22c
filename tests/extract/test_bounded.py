"""The work on an endless text grows with its length: counted in calls, not in seconds."""

import pytest
from growth import grows_with_length

import tieline
from tieline.extract.reading import read_mentions
from tieline.resolve.facts import resolve
from tieline.rules.load import shipped
from tieline.text.article import read_article

OPENING = "Tavonia and Corvia signed the accord in Ostrela on 3 May 2011, and the minister said that it was good for the region. "
REPEATED = ("in 2006 and ", "Ada Moor and ", "he ", "which said that ", "Norway and Chile ", "President Ada Moor of Tavonia, ")


def read_whole(text: str) -> object:
    article = read_article(tieline.Document.from_text(text))
    return resolve((read_mentions(article, shipped()),), shipped())


@pytest.mark.parametrize("words", REPEATED, ids=ascii)
def test_twice_the_text_takes_twice_the_steps(words: str) -> None:
    assert grows_with_length(read_whole, OPENING * 2 + words * (5_000 // len(words)))
