"""Whether an answer is of what is still to come, for questions that look ahead."""

from tieline.query.draft import Draft
from tieline.query.events.pick.select import REAL
from tieline.query.reading.query import Query
from tieline.query.times.ahead import asks_ahead, foretold
from tieline.query.times.moment import AHEAD
from tieline.query.view import View


def still_ahead(view: View, query: Query, draft: Draft) -> bool:
    """Whether an answer can be of what is still to come, where the question asks for that: not what its sentences tell as done."""
    if not asks_ahead(query):
        return True
    passages = view.passages_of(draft.citations)
    events = [view.events[i] for i in draft.facts if i in view.events]
    if any(AHEAD.search(one.text) for one in passages) or any(foretold(event) for event in events):
        return True
    return bool(events or passages) and not all(event.status in REAL for event in events)
