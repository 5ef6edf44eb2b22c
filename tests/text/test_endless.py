"""Texts without an end of sentence: cut into pieces of bounded length whose places are exact."""

from itertools import pairwise

import pytest

import tieline
from tieline.text.article import read_article
from tieline.text.sentences import LONGEST, sentence_spans

OPENING = "Orsenda and Pelmara signed the accord in Drenara on 3 May 2011, the minister said.\n\n"
REPEATED = (
    "in 2006 and ",
    "Ada Moor of Orsenda, ",
    "a",
    "7",
    "(",
    "the two leaders met; ",
    "😀",
    "e\u0301",
    "\u2014",
    "he said that ",
    "\t\u00a0",
)


@pytest.mark.parametrize("words", REPEATED, ids=ascii)
def test_pieces_are_short_and_say_what_the_text_says(words: str) -> None:
    text = OPENING + words * (20_000 // len(words)) + "end."
    sentences = read_article(tieline.Document.from_text(text)).sentences
    assert all(one.end - one.start <= LONGEST for one in sentences)
    assert all(one.text.split() == text[one.start : one.end].split() for one in sentences)
    assert "".join(one.text for one in sentences).split() == "".join(text[one.start : one.end] for one in sentences).split()


@pytest.mark.parametrize("words", REPEATED, ids=ascii)
def test_nothing_is_lost_or_told_twice(words: str) -> None:
    text = words * (20_000 // len(words)) + "end."
    spans = list(sentence_spans(text, 0, len(text)))
    assert all(one.end <= after.start for one, after in pairwise(spans))
    assert "".join("".join(text[one.start : one.end] for one in spans).split()) == "".join(text.split())


def test_the_cut_comes_after_a_clause_else_between_words() -> None:
    clauses = "ministers met, envoys talked; " * 100
    assert all(clauses[one.end - 1] in ",;" for one in list(sentence_spans(clauses, 0, len(clauses)))[:-1])
    words = "ministers met and " * 200
    spans = sentence_spans(words, 0, len(words))
    assert all(words[one.start :].startswith(("ministers ", "met ", "and ")) for one in spans)


def test_a_long_sentence_stays_whole() -> None:
    sentence = "The ministers of Orsenda met, " * 40 + "they said."
    assert len(list(sentence_spans(sentence, 0, len(sentence)))) == 1
