"""Whether an answer is of what is still to come, for questions that look ahead."""

from tieline.query.draft import Draft
from tieline.query.events.select import REAL
from tieline.query.reading.query import Query
from tieline.query.sentences.clausal import mode_told
from tieline.query.times.ahead import asks_ahead, foretold
from tieline.query.times.moment import AHEAD
from tieline.query.view import View


def still_ahead(view: View, query: Query, draft: Draft) -> bool:
    """Whether an answer can be of what is still to come, where the question asks for that: not what its sentences tell as done."""
    if not asks_ahead(query):
        return True
    events = [view.events[i] for i in draft.facts if i in view.events]
    if events:
        return any(event.status not in REAL or foretold(event) for event in events)
    passages = view.passages_of(draft.citations)
    return not passages or not all(mode_told(view, query, one) == "told" and not AHEAD.search(one.text) for one in passages)
