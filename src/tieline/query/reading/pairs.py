"""The two people whom "the two presidents" means."""

import re
from collections.abc import Sequence

from tieline.late import regex
from tieline.model.event import Event
from tieline.query.reading.query import Query
from tieline.query.view import View

_PAIR = regex(r"\b(the two|both) (\w+ )?(presidents|leaders|heads of state|prime ministers|premiers|ministers)\b", re.I)


def of_one_pair(view: View, query: Query, events: Sequence[Event]) -> list[Event]:
    """The events of the pair of persons that met most often, where a question speaks of "the two presidents"; else all."""
    named = view.any_is(query.ids, "person")
    if named or not _PAIR.search(query.text):
        return list(events)
    found: dict[frozenset[str], list[Event]] = {}
    for event in events:
        people = frozenset(p.actor for p in event.participants if p.actor in view.actors and view.actors[p.actor].kind == "person")
        found.setdefault(people, []).append(event)
    return max(found.values(), key=len, default=list(events))
