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

_ASKED = regex(r"\bhow many (?:(?:new|different|separate|joint|bilateral|cooperation) )*([\w-]*[^\Ws] (?=[\w-]+s\b))?([\w-]+)", re.I)
_LASTING = regex(r"[- ](?:minute|hour|day|week|month|year|nation|member|party|point|storey|km|mile|megawatt|man|woman)\b(?!s)", re.I)
BEHIND = 3  # words behind a number among which its noun stands


def told_count(view: View, query: Query, events: Sequence[Event]) -> Draft | None:
    """The number that stands before the noun asked for, where the words of just one of the events give more than one; None otherwise."""
    noun = _noun(query)
    counts = [(event, told) for event in events if (told := _told(view, event, noun))] if noun else []
    if len(counts) != 1:
        return None
    event, told = counts[0]
    rivals = [one for one in told[1:] if one[0].value != told[0][0].value and one[1].document.id != told[0][1].document.id]
    return _counted(event, told[0], rivals[:1])


def _told(view: View, event: Event, noun: str) -> list[tuple[Number, Passage]]:
    """The numbers before a noun that the sentences of an event give."""
    told: list[tuple[Number, Passage]] = []
    for passage in view.passages_of(event.evidence):
        found = [number for number in numbers(passage) if _counts(view, passage, number, noun)]
        if len(found) == 1 and isinstance(found[0].value, int) and found[0].value > 1:
            told.append((found[0], passage))
    return told


def _counted(event: Event, first: tuple[Number, Passage], rivals: Sequence[tuple[Number, Passage]]) -> Draft:
    number, passage = first
    words = " or ".join(one.words for one, _ in (first, *rivals))
    return Draft(
        "partly" if rivals else "answered",
        f"{'The texts differ: ' if rivals else ''}{words if rivals else capital(words)}. {quoted(passage)}",
        "count",
        number.value,
        "count",
        citations=tuple(one.citation for _, one in (first, *rivals)),
        reasons=event_reasons(event),
        facts=(event.id,),
        lacks="accord" if rivals else None,
    )


def _noun(query: Query) -> str | None:
    """The noun behind "how many": "visits" of "how many state visits"."""
    asked = _ASKED.search(query.text)
    return stem(asked[2].lower()) if asked else None


def _counts(view: View, passage: Passage, number: Number, noun: str) -> bool:
    after = passage.document.text[number.end : number.end + 60]
    if _LASTING.match(after):
        return False  # "a five-day visit" is one
    behind = stems(after)[:BEHIND]
    return bool(covers_text(view, noun, f" {' '.join(behind)} "))
