"""Counts that a sentence gives for what one event brought: "signed 17 agreements", "exchanged four notes"."""

import re
from collections.abc import Sequence

from tieline.late import regex
from tieline.model.event import Event
from tieline.query.amounts.numbers import Number, numbers
from tieline.query.draft import Draft, capital, event_reasons, quoted
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.cover import covers_text
from tieline.query.view import Passage, View

_ASKED = regex(r"\bhow many (?:(?:new|different|separate|joint|bilateral|cooperation) )*([\w-]+)", re.I)
BEHIND = 3  # words behind a number among which its noun stands


def told_count(view: View, query: Query, events: Sequence[Event]) -> Draft | None:
    """The number that stands before the noun asked for, where one event is meant and its words give more than one; None otherwise."""
    noun = _noun(query)
    if len(events) != 1 or noun is None:
        return None
    for passage in view.passages_of(events[0].evidence):
        found = [number for number in numbers(passage) if _counts(view, passage, number, noun)]
        if len(found) == 1 and isinstance(found[0].value, int) and found[0].value > 1:
            return Draft(
                "answered",
                f"{capital(found[0].words)}. {quoted(passage)}",
                "count",
                found[0].value,
                "count",
                citations=(passage.citation,),
                reasons=event_reasons(events[0]),
                facts=(events[0].id,),
            )
    return None


def _noun(query: Query) -> str | None:
    """The noun behind "how many"."""
    asked = _ASKED.search(query.text)
    return stem(asked[1].lower()) if asked else None


def _counts(view: View, passage: Passage, number: Number, noun: str) -> bool:
    behind = stems(passage.document.text[number.end : number.end + 60])[:BEHIND]
    return bool(covers_text(view, noun, f" {' '.join(behind)} "))
