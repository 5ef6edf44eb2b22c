"""Texts that say nothing of who took part, or that are about other countries, never share an event."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

import tieline
from tieline.extract.reading import read_mentions
from tieline.model.document import Document
from tieline.resolve.facts import resolve
from tieline.rules.load import shipped
from tieline.text.article import read_article

NOBODY = """{day} (Northern Wire) -- Officials signed a fisheries agreement on {before}, the ministry said.

The Fisheries Agreement was initialled last year. Talks on the agreement had been launched in June 2001. The fisheries agreement will
enter into force in 2006, once both parliaments have ratified it. The two countries established diplomatic relations in 1961.
"""
PAIR = """{day} (Northern Wire) -- {one} and {two} signed a fisheries agreement on {before}, the foreign ministry of {one} said.

The fisheries agreement will enter into force in 2006. Work on the North Line between {one} and {two} began in 2001.
{one} and {two} established diplomatic relations in 1961.
"""
COUNTRIES = ("Orsenda", "Pelmara", "Halidor", "Drenara", "Tambaria", "Selvane", "Elberia", "Brunland", "Malonia")


@pytest.mark.parametrize("template", [NOBODY, PAIR], ids=["nobody named", "other countries"])
def test_no_event_has_reports_of_two_such_texts(template):
    readings = []
    for number, (one, two) in enumerate(pairwise(COUNTRIES)):
        day = date(2005, 3, 2) + timedelta(days=3 * number)
        text = template.format(day=f"{day:%B} {day.day}, {day.year}", before=f"{day - timedelta(days=1):%A}", one=one, two=two)
        readings.append(read_mentions(read_article(Document.from_text(text, id=f"t{number}")), shipped()))
    facts = resolve(readings, shipped())
    assert len(facts.events) >= 3 * len(readings)
    assert [event.title for event in facts.events if len({citation.document for citation in event.evidence}) > 1] == []
    assert [agreement.name for agreement in facts.agreements if len({citation.document for citation in agreement.evidence}) > 1] == []


def test_a_surname_that_another_text_gives_a_person_is_no_state():
    texts = {
        "a": "OSLO, Feb. 21, 2025 -- Harviev and Saadi initialled the agreement on the state border between Norway and Oman on Friday.",
        "b": "28 September 2022\n\nOn Monday Norwegian Transport Minister Olav Harviev and Omani Minister Ali Saadi met.",
    }
    kb = tieline.build([tieline.Document.from_text(text, id=name) for name, text in texts.items()])
    assert [one.name for one in kb.actors if one.kind == "country"] == ["Norway", "Oman"]
    signed = next(one for one in kb.events if one.stage == "initialled")
    assert {one.name for one in signed.participants} == {"Olav Harviev", "Ali Saadi", "Norway", "Oman"}
