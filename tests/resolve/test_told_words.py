"""Titles in the words of the text, for events that no template tells."""

import pytest

import tieline
from tieline.resolve.events.told.words import LONGEST, told_words


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


TOLD = [
    ("Togo expelled two Ghanaian diplomats on 3 May 2011.", "Togo expelled two Ghanaian diplomats"),
    (
        "On 3 May 2011 the port workers, angry at last, blocked the bridge to Ghana.",
        "The port workers, angry at last, blocked the bridge to Ghana",
    ),
    ("Togo agreed in May 2011 to lift the sanctions on Ghana.", "Togo is to lift the sanctions on Ghana"),
    ("The sanctions, which Togo lifted on 3 May 2011, had hurt Ghana.", "Togo lifted the sanctions"),
    ("The sanctions imposed by Togo on 3 May 2011 have hurt Ghana.", "The sanctions imposed by Togo"),
    ("Togo gave Ghana a grant of 5 million dollars on 3 May 2011.", "Togo gave Ghana a grant of 5 million dollars"),
    ("The imposition of sanctions on Ghana by Togo came on 3 May 2011.", "Imposition of sanctions on Ghana by Togo"),
    ("Togo did not impose sanctions on Ghana on 3 May 2011.", "Togo did not impose sanctions on Ghana"),
]


@pytest.mark.parametrize(("sentence", "title"), TOLD)
def test_an_event_without_a_template_is_told_by_its_own_clause(sentence: str, title: str) -> None:
    kb = tieline.build([tieline.Document.from_text(f"LOME (AFP) - {sentence}", published="2011-05-04")])
    assert title in [event.title for event in kb.events]


def test_a_pronoun_gives_way_to_the_name_it_stands_for() -> None:
    text = "LOME (AFP) - President Kofi Mensah of Togo spoke on Monday. He imposed sanctions on Ghana on 3 May 2011."
    kb = tieline.build([tieline.Document.from_text(text, published="2011-05-04")])
    assert "Kofi Mensah imposed sanctions on Ghana" in [event.title for event in kb.events]


SAID = [
    ("The Togolese president, Kofi Mensah, told reporters in Lome on Monday that trade would grow.", "Kofi Mensah said: trade would grow"),
    ("Togo called on Friday for an end to the ban.", "Togo called for an end to the ban"),
    ("Togo said in a statement on Tuesday it would pay.", "Togo said: it would pay"),
    ("The United States said last week it would pay.", "The United States said: it would pay"),
]


@pytest.mark.parametrize(("sentence", "title"), SAID)
def test_what_is_said_does_not_open_with_when_and_to_whom(sentence: str, title: str) -> None:
    kb = tieline.build([tieline.Document.from_text(f"LOME (AFP) - {sentence}", published="2011-05-11")])
    assert title in [event.title for event in kb.events]


@pytest.mark.parametrize("sentence", ["Togo said in a statement on Tuesday.", "Togo said last week."])
def test_nothing_is_said_where_only_the_occasion_is_told(sentence: str) -> None:
    kb = tieline.build([tieline.Document.from_text(f"LOME (AFP) - {sentence}", published="2011-05-11")])
    assert not [event for event in kb.events if event.type == "statement"]
