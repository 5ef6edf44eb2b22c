"""What was being negotiated or discussed, and not yet agreed."""

import re
from collections.abc import Set

from tieline.late import regex
from tieline.model.event import Event
from tieline.query.draft import Draft, cite, clip, event_item, line
from tieline.query.reading.query import Query
from tieline.query.reading.windows import in_window
from tieline.query.view import View

_ASKED = regex(
    r"^\W*(?:which|what)\b[^?]{0,60}?\b(?:is|was|are|were|remain(?:s|ed)?) (?:still |now |currently |also )?(?:(?:being |under )"
    r"(?:negotiat\w+|discuss\w+)|in the works|under (?:consideration|way to be agreed)|pending)\b",
    re.I,
)
_OF_TALKS = regex(r"\bnegotiat", re.I)


def open_matters(view: View, query: Query) -> Draft | None:
    """What the texts of the time asked about tell as under negotiation or discussion; None where a question asks for something else."""
    if not _ASKED.match(query.text) or query.ordinal:
        return None
    talks = bool(_OF_TALKS.search(query.text))
    known = query.ids
    found = [event for event in view.facts.events if _is_open(event, talks) and _then(view, query, event) and _of(event, known)]
    if not found:
        return None
    text = clip("; ".join(line(event) for event in found) + ".")
    items, facts = tuple(event_item(event) for event in found), tuple(event.id for event in found)
    agreement = view.agreements.get(found[0].agreement or "")
    value = agreement.name if agreement else found[0].title
    return Draft("answered", text, "agreement" if agreement else "list", value, items=items, citations=cite(found), facts=facts)


def _is_open(event: Event, talks: bool) -> bool:
    return talks and event.type == "negotiation" and event.status == "ongoing"


def _then(view: View, query: Query, event: Event) -> bool:
    """Whether a text of the time asked about tells it."""
    texts = [view.documents[citation.document].published for citation in event.evidence]
    return all(any(in_window(time, window) for time in texts) for window in query.windows)


def _of(event: Event, known: Set[str]) -> bool:
    return known <= {one.actor for one in event.participants}
