"""What short texts tell, from words that stand for others, second halves, asides, denials and counted distances."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import tieline

TABLES = sorted((Path(__file__).parent / "told").glob("*.toml"))
CASES = [case for path in TABLES for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]


def _told(case: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The events of a text in short, without and with those who take part."""
    document = tieline.Document.from_text(case["text"].strip(), id="text", published=str(case["published"]))
    events = tieline.build([document]).events
    told = ["/".join((e.type, e.stage or "-", e.status, e.time.edtf if e.time else "-")) for e in events]
    return told, [f"{one}: {', '.join(sorted(p.name for p in e.participants))}" for one, e in zip(told, events, strict=True)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_short_texts(case: dict[str, Any]) -> None:
    told, whole = _told(case)
    assert [one for one in case.get("events", ()) if one not in told] == [], told
    assert [one for one in case.get("none", ()) if one in told] == []
    assert [one for one in case.get("people", ()) if one not in whole] == [], whole
    if "count" in case:
        assert told.count(case["events"][0]) == case["count"]
