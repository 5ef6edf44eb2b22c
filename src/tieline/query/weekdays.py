"""The day of the week of what a question asks about."""

import datetime as dt
import re
from dataclasses import replace

from tieline.model.edtf import day_value
from tieline.model.words import in_words
from tieline.query.choice import choose
from tieline.query.draft import Draft, cite, clip, event_reasons, from_passage, nothing
from tieline.query.query import Query
from tieline.query.search import search
from tieline.query.told_when import SAID, from_sentence
from tieline.query.view import View
from tieline.query.words import fold

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday(view: View, query: Query) -> Draft:
    """The day of the week of what a question asks about."""
    hits = choose(view, query)
    events = [hit.event for hit in hits]
    for event in events:
        for passage in view.passages_of(event.evidence):
            named = [day for day in _WEEKDAYS if any(day.casefold() in fold(m.text) for m in passage.times)]
            if named:
                return Draft(
                    "answered",
                    f"On a {named[0]}. {clip(event.title, 200)}.",
                    "date",
                    named[0],
                    citations=cite([event]),
                    reasons=event_reasons(event),
                    facts=(event.id,),
                )
        if event.time and event.time.earliest and event.time.earliest == event.time.latest:
            day = _WEEKDAYS[event.time.earliest.weekday()]
            return Draft(
                "answered",
                f"On a {day}, {in_words(day_value(event.time.earliest))}.",
                "date",
                day,
                citations=cite([event]),
                reasons=event_reasons(event),
                facts=(event.id,),
            )
    for found in search(view, query)[:2]:
        named = [day for day in _WEEKDAYS if any(day.casefold() in fold(m.text) for m in found.passage.times)]
        if named:
            return from_passage(found, "date", text=f"On a {named[0]}.", value=named[0])
    spoken = from_sentence(view, query) if SAID.search(query.text) else None
    if spoken and isinstance(spoken.value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", spoken.value):
        day = _WEEKDAYS[dt.date.fromisoformat(spoken.value).weekday()]
        return replace(spoken, text=f"On a {day}, {in_words(spoken.value)}.", value=day)
    return nothing(view, query, "date")
