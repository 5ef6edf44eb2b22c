"""One thing told by several texts in different words is one event; what only resembles it is another."""

import tomllib
from pathlib import Path

import pytest

from tieline.extract.reading import read_mentions
from tieline.model.document import Document
from tieline.resolve.facts import resolve
from tieline.rules.load import shipped
from tieline.text.article import read_article

CASES = tomllib.loads(Path(__file__).with_name("reports.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_reports(case):
    readings = [read_mentions(read_article(Document.from_text(text, id=name)), shipped()) for name, text in case["texts"].items()]
    found: dict[str, list[str]] = {}
    facts = resolve(readings, shipped())
    for event in facts.events:
        key = "/".join((event.type, event.stage or "-", event.status, event.time.edtf if event.time else "-"))
        found.setdefault(key, []).append(" ".join(sorted({one.document for one in event.evidence})))
    for key, documents in case["events"].items():
        assert found.get(key) == documents.split(" | "), (key, found)
    said = [issue.message for issue in facts.issues if issue.kind == "conflict"]
    wanted = case.get("conflicts", [])
    assert len(said) == len(wanted), said
    assert all(words in message for words, message in zip(wanted, said, strict=True)), said
