"""The number, the sum or the length of time in the clause that tells what a question asks."""

import re
from collections.abc import Sequence

from tieline.late import regex
from tieline.query.amounts.numbers import numbers
from tieline.query.draft import Draft, capital, from_passage, quoted
from tieline.query.evidence.sides import owned_by_others
from tieline.query.reading.frame import Frame
from tieline.query.reading.query import Query
from tieline.query.reading.words import stems
from tieline.query.sentences import clause_slots as slots
from tieline.query.sentences.clausal import Told
from tieline.query.sentences.cover import covers_text
from tieline.query.view import View


def how_long_told(view: View, query: Query, frame: Frame, told: Sequence[Told]) -> Draft | None:
    """How long it lasted."""
    for one in told:
        length = slots.length_of(one) if one.mode != "open" and not one.denied else None
        if length:
            text = f"{capital(length.text)}. {quoted(one.passage)}"
            return from_passage(one.found, "duration", text=text, value=length.timex3.value)
    return None


def how_many_told(view: View, query: Query, frame: Frame, told: Sequence[Told]) -> Draft | None:
    """The number of what is counted."""
    head = frame.wanted.head
    for one in told:
        if one.mode != "told" or one.denied or not head or owned_by_others(view, query, one.passage):
            continue
        spans = [(unit.start, unit.end) for unit in one.gap.units]
        for number in numbers(one.passage):
            inside = any(start <= number.start < end for start, end in spans)
            after = stems(one.passage.document.text[number.end : number.end + 60])[:4]
            if inside and head in after and all(covers_text(view, word, one.passage.joined) for word in frame.wanted.words):
                value = number.value if number.value is not None else number.words
                return from_passage(one.found, "number", text=f"{capital(number.words)}. {quoted(one.passage)}", value=value)
    return None


_TRADE = regex(r"\b(?:trade|exports?|imports?|sales|shipments|exported|imported)\b", re.I)


def how_much_told(view: View, query: Query, frame: Frame, told: Sequence[Told]) -> Draft | None:
    """The one amount behind the verb."""
    head = frame.wanted.head
    if query.unit == "percent" or _TRADE.search(query.text):
        return None  # the figures tell which way it goes
    asks_ahead = re.search(r"\b(?:will|would|is to|are to|expected)\b", query.text, re.I)
    for one in told:
        if one.denied or (one.mode != "told" and not asks_ahead):
            continue
        spans = [(unit.start, unit.end) for unit in one.gap.units]
        found = [n for n in numbers(one.passage) if any(start <= n.start < end for start, end in spans)]
        if len(found) != 1 or (query.unit == "percent") != (found[0].unit == "percent"):
            continue
        if head and head not in one.gap.text.split() and found[0].unit in ("money", "percent"):
            continue
        number = found[0]
        unit = _unit_behind(one, number.end)
        text = f"{capital(number.words)}{unit}. {quoted(one.passage)}"
        return from_passage(one.found, "number", text=text, value=number.value if number.value is not None else number.words)
    return None


def _unit_behind(told: Told, end: int) -> str:
    """The noun right behind a number."""
    behind = next((u for u in told.row.units if u.start >= end), None)
    return f" {behind.text}" if behind is not None and behind.tag == "noun" else ""
