import re

import pytest

from tieline.errors import NotFound, TielineError, TimeError
from tieline.graph import timeline
from tieline.model.facts import Facts

CASES = [
    ({}, "visit force signed"),  # undated events stand last
    ({"start": "2015"}, "visit force"),
    ({"end": "2015"}, "visit"),
    ({"start": "2016-05", "end": "2016-06"}, "force"),  # an imprecise date is given where it may lie
    ({"start": "2017"}, ""),
    ({"actor": "halidor"}, "visit force signed"),  # its president acts for it
    ({"actor": "Orsendan"}, "visit force signed"),
    ({"actor": "Sol"}, "visit"),
    ({"type": "agreement"}, "force signed"),
    ({"type": "visit,agreement", "status": "occurred"}, "visit signed"),
    ({"status": "hypothetical"}, "force"),
    ({"agreement": "pelmara accord"}, "force signed"),
]


@pytest.mark.parametrize(("chosen", "expected"), CASES)
def test_events_are_chosen_and_in_order(facts: Facts, chosen: dict[str, str], expected: str) -> None:
    assert [event.id.removeprefix("event:") for event in timeline(facts, **chosen)] == expected.split()


WRONG = [
    ({"actor": "Orsenta"}, NotFound, 'No actor called "Orsenta". Close: Orsenda.'),
    ({"actor": ""}, NotFound, 'No actor called ""'),
    ({"agreement": "Treaty of Nowhere"}, NotFound, "See: tieline agreements."),
    ({"type": "vist"}, TielineError, "Did you mean visit?"),
    ({"status": "zzz"}, TielineError, "Known: occurred"),
    ({"start": "yesterday-ish"}, TimeError, "no date"),
    ({"start": "2016", "end": "2015"}, TimeError, "before it starts"),
]


@pytest.mark.parametrize(("chosen", "kind", "words"), WRONG)
def test_wrong_filters_say_what_would_be_right(facts: Facts, chosen: dict[str, str], kind: type[Exception], words: str) -> None:
    with pytest.raises(kind, match=re.escape(words)):
        timeline(facts, **chosen)
