"""Measures taken and measures undone: an event that lifts a ban is not the one by which it was imposed."""

from tieline.model.event import Event
from tieline.query.loaded import function
from tieline.query.reading.query import Query
from tieline.query.reading.words import stems
from tieline.query.view import View


def undoes(view: View, query: Query, event: Event) -> bool:
    """Whether an event tells that a measure was lifted, where a question asks for its beginning, or the other way round."""
    if event.type != "dispute":
        return False
    rows: dict[str, tuple[str, ...]] = function("events.verdict.contraries.contrary_verbs")(view.lexicon, "undoes")
    asked = {term.stem for term in query.words} | {word for act in query.acts for word in stems(query.text[act.span.start : act.span.end])}
    against = {way for word in asked for way in rows.get(word, ()) if word != "ban" or _as_verb(query)}
    return bool(against & set(stems(event.title))) and not against & asked


def _as_verb(query: Query) -> bool:
    """Whether a question has "ban" for what somebody does, and not for the thing: "when was the ban lifted"."""
    words = query.text.lower().split()
    at = next((n for n, word in enumerate(words) if word.strip("?.,").startswith("ban")), 0)
    return words[at].startswith("banned") or words[at - 1] not in ("the", "a", "its", "their", "his", "that", "this")
