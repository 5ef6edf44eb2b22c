"""Whether somebody was still in a place: a visit lasts longer than the day of the arrival, and the texts seldom say how long."""

from collections.abc import Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.event import Event
from tieline.model.words import in_words
from tieline.query.draft import Draft, cite, clip, event_item, event_reasons, line
from tieline.query.reading.frame import frame_of
from tieline.query.reading.query import Query
from tieline.query.view import View

STAY = 30  # days for which a guest may be thought to stay
_STILL = regex(r"\b(?:is|are) (?:currently |now |still )?(?:on|in|paying|making|touring|visiting)\b")


def present(view: View, query: Query, events: Sequence[Event]) -> Draft | None:
    """Whether a visit known by its first day went on at the time asked about: by a text of that time, else open; None for any other."""
    frame = frame_of(view, query)
    if frame is None or not frame.copular or query.ordinal or query.negated or len(query.windows) != 1:
        return None
    asked = query.windows[0]
    started = [one for one in events if one.type == "visit" and _began_before(one, query)]
    if asked.bound != "in" or not started or asked.time.latest is None:
        return None
    visit = started[-1]
    texts = [one for one in view.passages_of(visit.evidence) if _STILL.search(one.text) and one.document.published]
    last = max((one.document.published.latest for one in texts if one.document.published and one.document.published.latest), default=None)
    if last and asked.time.latest <= last:
        text = f"Yes. {line(visit)}; it was still under way on {in_words(last.isoformat())}."
        return Draft("answered", clip(text), "yesno", True, citations=cite([visit]), reasons=event_reasons(visit), facts=(visit.id,))
    text = f"Not certain. {line(visit)}; no text says how long."
    open_ = Draft("partly", clip(text), "yesno", None, citations=cite([visit]), nearest=(event_item(visit),))
    return replace(open_, reasons=event_reasons(visit))


def _began_before(event: Event, query: Query) -> bool:
    """Whether an event known by one day lies up to a stay before the time asked about."""
    time, asked = event.time, query.windows[0].time
    if time is None or time.grain != "day" or time.latest is None or asked.earliest is None:
        return False
    return 0 < (asked.earliest - time.latest).days <= STAY
