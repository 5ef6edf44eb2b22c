"""The day of the week of what a question asks about."""

import datetime as dt
import re
from dataclasses import replace

from tieline.model.edtf import day_value, time_value
from tieline.model.event import Event
from tieline.model.words import in_words
from tieline.query.draft import Draft, capital, cite, clip, event_item, event_reasons, from_passage, nothing
from tieline.query.events.pick.choice import choose
from tieline.query.reading.query import Query
from tieline.query.reading.words import fold
from tieline.query.sentences.search import search
from tieline.query.times.dating import edge
from tieline.query.times.told_when import SAID, from_sentence
from tieline.query.view import View

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday(view: View, query: Query) -> Draft:
    """The day of the week of what a question asks about; of each thing that it can mean, where there are several."""
    events = [hit.event for hit in choose(view, query)]
    days: dict[dt.date, Event] = {}
    for event in events:
        time = edge(query, event)
        first = (time_value(time.edtf.split("/")[0]) if "/" in time.edtf else time) if time else None
        if first and first.earliest and first.earliest == first.latest:
            days.setdefault(first.earliest, event)
    if days:
        return _told(sorted(days.items()))
    for event in events:
        named = [day for p in view.passages_of(event.evidence) for m in p.times for day in _WEEKDAYS if day.casefold() in fold(m.text)]
        if len(set(named)) == 1:
            text = f"On a {named[0]}. {clip(event.title, 200)}."
            reasons = event_reasons(event)
            return Draft("answered", text, "date", named[0], citations=cite([event]), reasons=reasons, facts=(event.id,))
    for found in search(view, query)[:2]:
        named = [day for day in _WEEKDAYS if any(day.casefold() in fold(m.text) for m in found.passage.times)]
        if len(named) == 1:
            return from_passage(found, "date", text=f"On a {named[0]}.", value=named[0])
    spoken = from_sentence(view, query) if SAID.search(query.text) else None
    if spoken and isinstance(spoken.value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", spoken.value):
        day = _WEEKDAYS[dt.date.fromisoformat(spoken.value).weekday()]
        return replace(spoken, text=f"On a {day}, {in_words(spoken.value)}.", value=day)
    return nothing(view, query, "date")


def _told(days: list[tuple[dt.date, Event]]) -> Draft:
    """One or more days of events, each with its day of the week; the value is that of the first."""
    names = [_WEEKDAYS[day.weekday()] for day, _ in days]
    events = [event for _, event in days]
    lines = [f"on a {name}, {in_words(day_value(day))} ({event.title})" for name, (day, event) in zip(names, days, strict=True)]
    reasons = tuple(reason for event in events[:3] for reason in event_reasons(event))
    facts = tuple(event.id for event in events[:6])
    if len(days) == 1:
        text = f"On a {names[0]}, {in_words(day_value(days[0][0]))}. {capital(clip(events[0].title, 200))}."
        return Draft("answered", clip(text), "date", names[0], citations=cite(events), reasons=reasons, facts=facts)
    told = f"{len(days)} readings: {'; '.join(lines)}"
    items = tuple(event_item(event) for event in events)
    return Draft(
        "partly", clip(f"{capital('; '.join(lines))}."), "date", names[0], items=items, citations=cite(events), reasons=(told, *reasons)
    )
