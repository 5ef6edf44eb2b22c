"""The year that stands behind a day is not the day of what is told."""

import pytest

import tieline

TEXT = (
    "China and Costa Rica agreed on it in 2009 and 2011; on 26 March of {year}, the National Stadium in Halidor park, "
    "a Chinese gift, was inaugurated."
)


@pytest.mark.parametrize("year", ["the latter year", "that year"])
def test_the_day_is_told_and_answered(year: str) -> None:
    kb = tieline.build([tieline.Document.from_text(TEXT.format(year=year), id="a", published="2015-07-17")])
    times = [event.time and event.time.edtf for event in kb.events if event.stage == "inaugurated"]
    assert times == ["2011-03-26"]
    assert kb.ask("When was the National Stadium inaugurated?").value == "2011-03-26"
