"""The level of relations: what an upgrade led to, else what the texts call it."""

import re
from collections.abc import Callable
from dataclasses import replace

from tieline.late import regex
from tieline.model.span import Span
from tieline.query.draft import Draft, cite, clip, event_item, from_passage, line, nothing, quoted
from tieline.query.events.open import what
from tieline.query.events.pick.choice import choose
from tieline.query.events.pick.select import REAL
from tieline.query.events.standing_level import LEVEL, standing_level
from tieline.query.reading.query import Query, Term
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import stem
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.search import Found, search
from tieline.query.view import View


def _with_noun(query: Query) -> Query:
    """The question with the noun of "at what level", "what kind of partnerships" among its words, where it has others to go by."""
    head = query.text[query.asked.start : query.asked.end]
    noun = next((m for m in re.finditer(r"\b(levels?|partnerships?)\b", head, re.I)), None)
    if noun is None or (not query.terms and not query.types):
        return query
    span = Span(query.asked.start + noun.start(), query.asked.start + noun.end())
    return replace(query, words=(*query.words, Term(stem(noun[0].lower()), noun[0], span)))


_RELATIONS = frozenset(
    (
        "level",
        "relations",
        "relationship",
        "ties",
        "partnership",
        "bilateral",
        "countries",
        "cooperation",
        "highest",
        "two",
        "both",
        "sides",
    )
)


_SORT = regex(r"\((?P<sort>[^()]*\b(?:visit|trip|tour|stay))\)$", re.I)


def _sort_of_visit(view: View, query: Query) -> Draft:
    """What the one visit asked about is called: a state visit, a working visit."""
    events = [hit.event for hit in choose(view, query) if not hit.missing and hit.event.status in REAL]
    sorts = {found["sort"]: event for event in events if (found := _SORT.search(event.title))}
    if len(sorts) != 1:
        return nothing(view, query, "statement")
    ((sort, event),) = sorts.items()
    text = clip(f"{sort[:1].upper()}{sort[1:]}. {line(event)}.")
    return Draft("answered", text, "statement", sort, items=(event_item(event),), citations=cite([event]), facts=(event.id,))


_OF_SORT = regex(
    r"^\W*(?:was|is|were|will) (?P<visit>[^?]*?\b(?:visit|trip|tour|stay)\b[^?]*?) (?:be )?(?:an? )(?P<sort>\w+)"
    r" (?:visit|trip|tour|stay|one)\W*$",
    re.I,
)


def of_that_sort(view: View, query: Query, read: Callable[[View, str], Query]) -> Draft | None:
    """Whether a visit was of the sort that a question names: "was his trip a state visit"; None where it asks for something else."""
    asked = _OF_SORT.match(query.text)
    told = _sort_of_visit(view, read(view, f"what kind of visit was {asked['visit']}?")) if asked else None
    if asked is None or told is None or told.status != "answered":
        return None
    same = str(told.value).split()[0].lower() == asked["sort"].lower()
    return replace(told, text=f"Yes. {told.text}", kind="yesno", value=True, items=()) if same else None


def level(view: View, query: Query) -> Draft:
    """The level of relations: what an upgrade led to, else what the texts of the time asked about call it."""
    if query.types == {"visit"}:
        return _sort_of_visit(view, query)
    query = _with_noun(query)
    if query.types and "partnership" not in query.types and query.types <= {"meeting", "summit", "visit", "project"}:
        return what(view, query)
    if any(t.text.lower() not in _RELATIONS and not covers_text(view, t.stem, " partnership strateg comprehens ") for t in query.terms):
        found = search(view, query)
        if found:
            return from_passage(found[0], "statement")
    events = [hit.event for hit in choose(view, query) if hit.event.type == "partnership" and not hit.missing]
    if events and (query.stages or query.windows):
        named = events[0].level or events[0].title
        from tieline.query.events.lists.chronicle import told

        return replace(told(events[:1]), text=f"{named[:1].upper()}{named[1:]}. {line(events[0])}.", kind="agreement", value=named)
    people = [n for n in query.names if view.any_is(n.ids, "person")]
    spoken = [p for p in view.passages if LEVEL.search(p.text) and all(in_window(p.document.published, w) for w in query.windows)]
    spoken = [p for p in spoken if all(set(name.ids) & set(p.fact.actors) for name in people)]
    if not spoken:
        return (standing_level(view, query) if query.windows and not people else None) or what(view, query)
    spoken.sort(key=lambda p: (-max(len(m[0]) for m in LEVEL.finditer(p.text)), p.number))
    words = max((m[0] for m in LEVEL.finditer(spoken[0].text)), key=len)
    return from_passage(Found(spoken[0], 1.0, ()), "agreement", text=f"{words[:1].upper()}{words[1:]}. {quoted(spoken[0])}", value=words)
