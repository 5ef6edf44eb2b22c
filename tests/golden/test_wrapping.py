"""Lines wrapped anew tell the same facts."""

import textwrap

import pytest

import tieline


def wrapped(text: str, width: int) -> str:
    paragraphs = (line for line in text.split("\n") if line.strip())
    return "\n\n".join(textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in paragraphs) + "\n"


def told(documents: list[tieline.Document]) -> set[tuple[object, ...]]:
    kb = tieline.build(documents)
    events = {(e.type, e.stage, e.status, e.time and e.time.edtf, e.title, tuple(p.name for p in e.participants)) for e in kb.events}
    figures = {(f.measure, f.value, f.unit, f.period and f.period.edtf, f.subject, f.object) for f in kb.figures}
    people = {(a.name, a.kind, tuple((r.title, r.of) for r in a.roles)) for a in kb.actors}
    return events | figures | people | {(d.id, d.published and d.published.edtf) for d in kb.documents}


@pytest.mark.parametrize("width", [60, 88])
def test_wrapped_lines_tell_the_same_facts(width):
    plain = [tieline.Document.from_text(d.text, id=d.id) for d in tieline.load().documents]
    again = [tieline.Document.from_text(wrapped(d.text, width), id=d.id) for d in plain]
    assert told(again) == told(plain)
