"""Answers, tables and profiles as lines; hostile words in a terminal."""

import io

import pytest

from tieline.graph import in_order
from tieline.model.amount import amount
from tieline.model.answer import Answer, Item
from tieline.model.clean import clip, one_line
from tieline.model.edtf import time_value
from tieline.model.facts import Facts
from tieline.model.figure import Figure
from tieline.present import screen
from tieline.present.answer import answer_lines
from tieline.present.profile import profile_lines
from tieline.present.sources import Sources
from tieline.present.tables import actor_table, agreement_table, event_table, figure_table, issue_table


def text(lines: screen.Lines) -> str:
    return screen.plain(lines)


@pytest.fixture
def sources(facts: Facts) -> Sources:
    return Sources(facts.documents, facts.sentences)


def test_an_answer_shows_reasons_and_the_marked_sentence(facts: Facts, sources: Sources) -> None:
    visit = next(one for one in facts.events if one.id == "event:visit")
    answer = Answer(
        question="q", status="answered", answer="On 9 March 2015.", kind="date", reasons=visit.reasons, citations=visit.evidence
    )
    assert text(answer_lines(answer, sources)) == (
        "On 9 March 2015.\n\nWhy\n"
        '  - "Monday" of 2015-03-09 is 2015-03-09\n\nSources\n'
        '  Halidor News, "Orsenda and Halidor sign accord", 9 March 2015\n'
        "    > President Ana Sol of Halidor *visited Orsenda on Monday*.\n"
    )
    assert text(answer_lines(answer, sources, quiet=True)) == "On 9 March 2015.\n"
    assert "[pelmara " in text(answer_lines(answer, sources, verbose=True))


def test_an_abstention_shows_the_nearest(facts: Facts, sources: Sources) -> None:
    nearest = (Item(text="Ana Sol visits Orsenda", time=time_value("2015-03-09"), citations=facts.events[2].evidence),)
    answer = Answer(question="q", status="unanswered", answer="The texts do not say.", kind="date", nearest=nearest)
    assert "The closest that the texts say\n  - 9 March 2015: Ana Sol visits Orsenda\n" in text(answer_lines(answer, sources))


def test_a_quote_over_two_sentences_shows_both(facts: Facts, sources: Sources) -> None:
    start, end = facts.documents[0].text.index("on Monday"), facts.documents[0].text.index("signed the")
    citation = facts.events[0].evidence[0].model_copy(update={"start": start, "end": end, "quote": facts.documents[0].text[start:end]})
    shown = "".join(piece.text for piece in sources.quote(citation))
    assert shown.startswith("President Ana Sol")
    assert shown.endswith("worth 2 billion dollars.")


def test_profiles_name_what_is_known(facts: Facts, sources: Sources) -> None:
    ordered = in_order(facts.events)
    shown = {one.id: text(profile_lines(one, facts, sources, ordered)) for one in (*facts.actors, *facts.agreements, *facts.events)}
    assert "office: president of Halidor (said on 9 March 2015)" in shown["actor:sol"]
    assert "- 9 March 2015: Ana Sol visits Orsenda" in shown["actor:orsenda"]
    assert "- in force 2016 (hypothetical)" in shown["agreement:pelmara"]
    assert "guest: Ana Sol" in shown["event:visit"]
    assert "when: the texts do not say" in shown["event:signed"]
    assert "from the dateline" in text(profile_lines(facts.documents[0], facts, sources, ordered))
    assert "1 event, 1 text\n" in shown["actor:sol"]
    assert "acts with: Halidor (2), Ana Sol (1)" in shown["actor:orsenda"]
    assert "- Pelmara Accord: in force 2016 (hypothetical); signed" in shown["actor:orsenda"]
    assert "- signed\n    > The two countries *signed the Pelmara Accord*" in shown["agreement:pelmara"]
    assert "Open\n  - No day is given for the signing" in shown["event:signed"]
    assert "3 events, 1 agreement, 1 figure, 3 actors" in text(profile_lines(facts.documents[0], facts, sources, ordered))
    assert "2 billion USD" in text(profile_lines(facts.figures[0], facts, sources, ordered))


@pytest.mark.parametrize("width", [20, 40, 80, 120, 1000])
def test_tables_fit_the_screen(facts: Facts, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for table in (event_table(facts.events), actor_table(facts.actors), agreement_table(facts.agreements), figure_table(facts.figures)):
        out = io.StringIO()
        screen.show(table, out)
        assert all(len(row) <= width for row in out.getvalue().splitlines())
    out = io.StringIO()
    screen.show(issue_table(facts.issues, verbose=True), out)
    assert "1 issue" in out.getvalue()


@pytest.mark.parametrize("width", [40, 100])
def test_markup_and_escapes_in_a_text_are_shown_not_obeyed(facts: Facts, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    event = facts.events[0].model_copy(
        update={"title": "[red]x[/red] :smile: \x1b[2J\x1b]0;owned\x07 \x9b1m \u202eabc\r\nnext [link=http://x]y"}
    )
    out = io.StringIO()
    screen.show(event_table([event]), out)
    shown = " ".join(out.getvalue().split())
    assert "[red]x[/red]" in shown
    assert ":smile:" in shown
    assert not set(out.getvalue()) & set("\x1b\x07\x9b\u202e\r")


def test_one_line_and_clip() -> None:
    assert one_line(" a\n\tb\x00 \ud800c ") == "a b c"
    assert clip("a short text", 40) == "a short text"
    assert clip("one two three four", 12) == "one two…"
    assert len(clip("x" * 100, 10)) == 10


AMOUNTS = [
    ({"value": 2_000_000_000, "unit": "USD"}, "2 billion USD"),
    ({"value": 14.5e9, "unit": "USD", "qualifier": "nearly"}, "nearly 14.5 billion USD"),
    ({"value": 9, "unit": "percent"}, "9%"),
    ({"value": -2.0, "unit": "percent", "qualifier": "at_least"}, "at least -2%"),
    ({"value": 170, "unit": "count", "qualifier": "over"}, "over 170"),
    ({"value": 25000, "unit": "people"}, "25,000 people"),
    ({"value": 31, "unit": "ordinal"}, "31st"),
    ({"rank": 1, "unit": "rank", "value": 1}, "largest"),
    ({"rank": 12}, "12th"),
    ({}, ""),
]


@pytest.mark.parametrize(("fields", "words"), AMOUNTS)
def test_amounts(fields: dict[str, object], words: str) -> None:
    assert amount(Figure(id="f", measure="m", **fields)) == words  # type: ignore[arg-type]
