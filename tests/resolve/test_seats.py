"""Seats of government: those of a state that is no more belong to it in texts that name only it."""

import tieline

OLD = """MOSCOW, March 3 (Gulf Wire) - The Soviet Union and Sweden signed a fisheries agreement on Tuesday.
Moscow said the pact would take effect in May.

3 March 1987
"""
NEW = """MOSCOW, May 5, 2011 (Gulf Wire) - Russia and Sweden signed a customs agreement on Thursday.
Moscow said the pact would take effect in June.
"""


def test_a_capital_means_the_state_that_its_text_names() -> None:
    kb = tieline.build([tieline.Document.from_text(OLD, id="old"), tieline.Document.from_text(NEW, id="new")])
    said = {event.evidence[0].document: event.participants[0].name for event in kb.events if event.type == "statement"}
    assert said == {"old": "Soviet Union", "new": "Russia"}
