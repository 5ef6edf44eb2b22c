"""Titles in the words of the text, for events that no template tells."""

import pytest

import tieline
from tieline.resolve.events.told_words import LONGEST, told_words


@pytest.mark.parametrize(
    ("sentence", "quote", "title"),
    [
        ("Togo expelled the Ghanaian envoy; Ghana answered in kind.", "Ghana answered in kind", "Ghana answered in kind"),
        ("But Togo closed the border.", "closed the border", "Togo closed the border"),
        ("\u201cWe will pay,\u201d he said; and Togo lifted the ban.", "lifted the ban", "Togo lifted the ban"),
        ("A quote that is not in it.", "Togo sued Ghana", "Togo sued Ghana"),
    ],
)
def test_the_part_of_the_sentence_that_tells_it(sentence: str, quote: str, title: str) -> None:
    assert told_words(sentence, quote) == title


def test_a_long_sentence_is_cut_at_a_comma_behind_the_quote() -> None:
    sentence = "Togo sued Ghana in May, " + "after years of quarrels about the river that both of them fish, " * 3 + "its minister said."
    title = told_words(sentence, "Togo sued Ghana")
    assert title.startswith("Togo sued Ghana in May")
    assert len(title) <= LONGEST
    assert not title.endswith(",")


def test_a_quote_at_the_end_of_a_long_sentence_keeps_the_words_from_the_last_joint() -> None:
    sentence = "Ghana's ministry, " + "which had warned of it for years in notes that nobody answered, " * 2 + "and in May Togo sued Ghana."
    assert told_words(sentence, "May Togo sued Ghana").endswith("and in May Togo sued Ghana")
    assert len(told_words(sentence, "May Togo sued Ghana")) <= LONGEST


def test_a_dispute_is_told_in_the_words_of_its_text() -> None:
    kb = tieline.build(
        [tieline.Document.from_text("LOME (AFP) - Togo expelled two Ghanaian diplomats on 3 May 2011.", published="2011-05-04")]
    )
    assert [event.title for event in kb.events] == ["Togo expelled two Ghanaian diplomats on 3 May 2011"]


def test_countries_behind_a_project_are_its_subject_only_where_the_text_says_so() -> None:
    text = "Togo and Ghana want the Keta bridge. Construction of the Keta bridge began in May 2011."
    kb = tieline.build([tieline.Document.from_text(text, published="2012-05-04")])
    assert "Work on the Keta bridge began" in [event.title for event in kb.events]
