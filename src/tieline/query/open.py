"""Open questions and bare words: the events, the number, the level of relations, or the sentence that covers what is asked."""

import re
from dataclasses import replace

from tieline.query.draft import Draft, from_passage, line, nothing, quoted
from tieline.query.query import Query
from tieline.query.search import Found, search
from tieline.query.select import evidence_stems, in_window
from tieline.query.view import View
from tieline.query.when import choose
from tieline.query.words import stem


def what(view: View, query: Query) -> Draft:
    """The events that a question of no other form names, else the sentence that covers it."""
    events = [hit.event for hit in choose(view, query) if not hit.missing] if query.types else []
    if query.ordinal and query.terms:
        events = [event for event in events if f" {stem(query.ordinal)} {query.terms[0].stem} " in evidence_stems(view, event)]
    if events and (query.ordinal or query.windows) and len(events) <= 3:
        from tieline.query.lists import told

        return told(events)
    found = search(view, query)
    if query.ordinal in ("first", "second", "third", "fourth"):
        after = f" {query.terms[0].stem} " if query.terms else " "
        found = [one for one in found if f" {stem(query.ordinal)}{after}" in one.passage.joined]
    return from_passage(found[0], "statement") if found and (query.words or query.names) else nothing(view, query, "statement")


def how_many(view: View, query: Query) -> Draft:
    """A number that a sentence states, or a count of office holders or events."""
    from tieline.query import figures, lists, several

    return several.how_many(view, query) or lists.count_people(view, query) or figures.how_many(view, query)


def fragment(view: View, query: Query) -> Draft:
    """Words without a question: the number, the office holder, the agreement, the name, else the sentence that covers them."""
    from tieline.query import lists, people
    from tieline.query.measured import asks_number, measured

    number = measured(view, query) if asks_number(view, query) else None
    if number and number.status == "answered":
        return number
    if query.title and (query.names or query.windows):
        return people.who(view, query)
    if any(act.agreement for act in query.acts) or (query.names and not query.terms) or query.windows or query.types:
        return lists.about(view, query)
    return what(view, query)


_LEVEL = re.compile(
    r"(?:comprehensive )?strategic (?:cooperative )?partner(?:ship)?|comprehensive partnership|cooperative partnership", re.I
)


def level(view: View, query: Query) -> Draft:
    """The level of relations: what an upgrade led to, else what the texts of the time asked about call it."""
    events = [hit.event for hit in choose(view, query) if hit.event.type == "partnership" and not hit.missing]
    if events and (query.stages or query.windows):
        named = events[0].level or events[0].title
        from tieline.query.lists import told

        return replace(told(events[:1]), text=f"{named[:1].upper()}{named[1:]}. {line(events[0])}.", kind="agreement", value=named)
    spoken = [p for p in view.passages if _LEVEL.search(p.text) and all(in_window(p.document.published, w) for w in query.windows)]
    if not spoken:
        return what(view, query)
    spoken.sort(key=lambda p: (-max(len(m[0]) for m in _LEVEL.finditer(p.text)), p.number))
    words = max((m[0] for m in _LEVEL.finditer(spoken[0].text)), key=len)
    return from_passage(Found(spoken[0], 1.0, ()), "agreement", text=f"{words[:1].upper()}{words[1:]}. {quoted(spoken[0])}", value=words)
