"""Short texts whose core events must come, and no others."""

import tomllib
from pathlib import Path

import pytest

import tieline

CASES = tomllib.loads((Path(__file__).parent / "exact.toml").read_text(encoding="utf-8"))["case"]


def told(case):
    kb = tieline.build([tieline.Document.from_text(case["text"], id="d", published=case["published"] or None)])
    countries = {one.id: one.name for one in kb.actors if one.kind == "country"}
    for event in kb.events:
        if event.type not in ("statement", "other"):
            who = ", ".join(sorted({countries[one.actor] for one in event.participants if one.actor in countries}))
            yield f"{event.type}/{event.stage or '-'}/{event.status}/{event.time.edtf if event.time else '-'}: {who}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_text_tells_these_events_and_no_others(case):
    assert sorted(told(case)) == sorted(case["events"])
