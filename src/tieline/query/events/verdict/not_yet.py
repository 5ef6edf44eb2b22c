"""No, where a deal of which a question asks whether it is done has only been planned: what is yet to be drawn up is not signed."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Draft, cite, clip, event_item, event_reasons, line
from tieline.query.events.pick.select import best, select
from tieline.query.reading.query import Query
from tieline.query.view import View

_PERFECT = regex(r"^\W*(?:has|have)\b", re.I)
_STEPS = ("proposed", "launched", "round", "concluded", "initialled", "signed", "approved", "ratified", "provisionally_applied", "in_force")
_DEALS = ("agreement", "negotiation", "trade_deal", "partnership", "investment", "aid")
_AHEAD = ("planned", "expected", "hypothetical")


def not_yet(view: View, query: Query) -> Draft | None:
    """The No of events of the same or an earlier step that are all still ahead; None where one is done, or none is told."""
    asked = [_STEPS.index(stage) for stage in query.stages if stage in _STEPS]
    if not asked or query.negated or query.windows or not _PERFECT.match(query.text):
        return None
    before = frozenset((*_STEPS[: max(asked) + 1], "none"))
    acts = tuple(replace(act, stages=before) if act.stages else act for act in query.acts)
    hits = [hit for hit in best(select(view, replace(query, acts=acts), least=0.8)) if not hit.missing and hit.event.type in _DEALS]
    if not hits or any(hit.event.status not in _AHEAD for hit in hits):
        return None
    event = hits[0].event
    text = clip(f"No, only planned or under discussion. {line(event)}.")
    return Draft("answered", text, "yesno", False, citations=cite([event]), reasons=event_reasons(event), nearest=(event_item(event),))
