"""Short articles of many kinds, decades and pairs of countries, with the events that must come marked inside them.

`[[words||type/stage/status/time]]` marks an event told by these words; "&" joins several told by the same.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import tieline
from tieline.model.event import Event

MARK = re.compile(r"\[\[(.*?)\|\|(.*?)\]\](?!\])", re.DOTALL)
FLOOR = 0.97  # of all marks; the rest is room for readings that are as good


def articles() -> Iterator[tuple[str, str, str, list[tuple[int, int, str]]]]:
    """Id, day of publication, text and marked events of each article."""
    source = (Path(__file__).parent / "articles.txt").read_text(encoding="utf-8")
    for part in re.split(r"(?m)^=== ", source)[1:]:
        head, _, body = part.partition("\n")
        name, published = (one.strip() for one in head.split("|"))
        text, marks, at = "", [], 0
        for mark in MARK.finditer(body):
            text += body[at : mark.start()] + mark[1]
            marks += [(len(text) - len(mark[1]), len(text), one) for one in mark[2].split(" & ")]
            at = mark.end()
        yield name, published, text + body[at:], marks


def meaning(event: Event) -> str:
    return "/".join((event.type, event.stage or "-", event.status, event.time.edtf if event.time else "-"))


def test_marked_events_are_found() -> None:
    missed, count = [], 0
    for name, published, text, marks in articles():
        kb = tieline.build([tieline.Document.from_text(text, id=name, published=published)])
        told = [(c.start, c.end, meaning(event)) for event in kb.events for c in event.evidence]
        count += len(marks)
        missed += [(name, text[s:e], one) for s, e, one in marks if not any(a < e and s < b and one == m for a, b, m in told)]
    assert len(missed) <= (1 - FLOOR) * count, missed
