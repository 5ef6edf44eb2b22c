"""All that was signed, suspended or opened, where a question names nothing but that."""

import re

from tieline.late import regex
from tieline.model.event import Event
from tieline.query.draft import Draft, nothing
from tieline.query.events.pick.select import REAL, entities
from tieline.query.reading.frame import frame_of
from tieline.query.reading.query import Name, Query
from tieline.query.reading.titles import is_land
from tieline.query.reading.windows import in_window
from tieline.query.view import View

_WHAT = regex(r"^\W*(?:what|which|list|name|show|give)\b", re.I)


def of_stage(view: View, query: Query) -> Draft | None:
    """All that was signed, suspended, inaugurated, where a question names nothing but that; None where it names more."""
    from tieline.query.events.lists.chronicle import told

    placed = bool(query.windows) and all(is_land(view, name) for name in query.names)
    if not query.stages or query.types or query.terms or (query.names and not placed) or query.ordinal or not _WHAT.match(query.text):
        return None
    frame = frame_of(view, query)
    if query.form == "what" and (frame is None or not frame.passive):
        return None
    own = [
        e for e in view.facts.events if e.stage in query.stages and e.status in REAL and all(in_window(e.time, w) for w in query.windows)
    ]
    own = [e for e in own if all(set(name.ids) & entities(view, e) or _told_there(view, e, name) for name in query.names)]
    if own and query.names:
        return None  # the sentence says in its own words what it was
    return told(own) if own else nothing(view, query, "list")


def _told_there(view: View, event: Event, name: Name) -> bool:
    """Whether a sentence that tells an event names a place."""
    return any(set(name.ids) & set(passage.fact.actors) for passage in view.passages_of(event.evidence))
