"""Statements: speaker, words said, report of a report, quotations that go on."""

from tieline.extract.reading import read_mentions
from tieline.model.document import Document
from tieline.model.mention import EventMention, Reading
from tieline.rules.load import shipped
from tieline.text.article import read_article


def read(text: str) -> tuple[Reading, list[EventMention]]:
    reading = read_mentions(read_article(Document.from_text(text, published="2015-07-17")), shipped())
    return reading, [event for event in reading.events if event.type == "statement"]


def said(text: str) -> list[tuple[str, str]]:
    reading, found = read(text)
    return [(reading.article.words(e.arguments[0].span), reading.article.words(e.content)) for e in found if e.content]


def test_words_before_and_behind_the_verb() -> None:
    text = "President Nana Akufo said that trade would grow. Fish would grow too, he added."
    assert said(text) == [("President Nana Akufo", "trade would grow."), ("he", "Fish would grow too")]


def test_a_run_of_sentences_belongs_to_the_speaker_named_behind_it() -> None:
    text = "First, both sides should cut tariffs. Tariffs are important to trade, President Nana Akufo said."
    assert said(text) == [("President Nana Akufo", "First, both sides should cut tariffs. Tariffs are important to trade")]


def test_a_report_of_a_report_keeps_both() -> None:
    reading, (event,) = read("Ghana stands for peace, President Nana Akufo was quoted by Kofi Mensah as saying.")
    assert reading.article.words(event.arguments[0].span) == "President Nana Akufo"
    assert event.asserted_by is not None
    assert "Mensah" in reading.article.words(event.asserted_by)


def test_an_event_in_the_words_of_somebody_names_its_source() -> None:
    reading, _ = read("President Nana Akufo said that the treaty was signed in May 2011.")
    signed = next(event for event in reading.events if event.stage == "signed")
    assert signed.asserted_by is not None
    assert reading.article.words(signed.asserted_by) == "President Nana Akufo"
