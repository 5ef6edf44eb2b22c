"""Titles that come out of whole texts: they name who acts, and read as one line."""

import pytest

import tieline

TEXTS = (
    'Orsenda\'s president, Ana Sol, told reporters the port of Norrick would open soon. "We are ready," she said.',
    "President Ana Sol of Orsenda announced the end of talks with Pelmara on 3 May 2011.",
    "More than 40 Orsendan firms have invested 3 billion dollars in Pelmara, the ministry of trade of Orsenda said.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_no_title_begins_in_the_middle_of_a_sentence(text: str) -> None:
    events = tieline.build([tieline.Document.from_text(text, id="a", published="2011-05-04")]).events
    assert events
    assert all(event.title[:1].isupper() or event.title[:1] in "\"'" for event in events)
    assert not any(f" told{end}" in event.title for event in events for end in (":", " that"))
    assert not any("announced: the" in event.title for event in events)
    assert not any(event.title.endswith(".") for event in events)


def test_an_embassy_is_told_in_a_line_of_its_own() -> None:
    text = "Togo reopened its embassy in Ghana on Monday, which the two ministers had agreed on."
    events = tieline.build([tieline.Document.from_text(text, id="a", published="2011-05-04")]).events
    assert [event.title for event in events if event.type == "other"] == ["Togo opened a diplomatic mission in Ghana"]
