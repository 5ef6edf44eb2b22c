"""The day for which a thing that happened later had first been planned."""

from collections.abc import Sequence
from dataclasses import replace

from tieline.model.edtf import may_overlap
from tieline.model.words import in_words
from tieline.query.draft import Draft, cite, clip, event_reasons, line
from tieline.query.events.pick.choice import numbered
from tieline.query.events.pick.select import REAL, Hit, best, select
from tieline.query.reading.query import Query
from tieline.query.times.ahead import ORIGINAL, asks_plan
from tieline.query.view import View

_COUNTED = ("second", "third", "fourth", "fifth", "sixth")


def first_plan(view: View, query: Query) -> Draft | None:
    """When something was first planned for, from the reports of it that looked ahead; None where the question asks for no plan."""
    if not (asks_plan(query) and ORIGINAL.search(query.text)):
        return None
    from tieline.query.times.planned import plans_of

    meant = best(select(view, replace(query, ordinal=None)))
    meant = [hit for hit in meant if numbered(view, query.ordinal, hit.event)] if query.ordinal in _COUNTED else meant
    hits = [hit for hit in meant if hit.event.status in REAL and hit.event.time]
    found = [(hit.event, plan) for hit in hits for plan in plans_of(view, hit.event) if not may_overlap(plan.time, hit.event.time)]  # type: ignore[arg-type]
    if not found:
        return _never_held(meant)
    if len({plan.time.edtf for _, plan in found}) != 1:
        return None
    event, plan = found[0]
    text = clip(f"It was first planned for {in_words(plan.time)}. {line(event)}.")
    reasons = (f"planned: {plan.citation.quote!r} ({plan.citation.document})", *event_reasons(event))
    return Draft("answered", text, "date", plan.time.edtf, citations=(plan.citation, *cite([event])), reasons=reasons, facts=(event.id,))


def _never_held(hits: Sequence[Hit]) -> Draft | None:
    """The one day for which the texts tell a plan of which no text tells that it was kept."""
    plans = [hit.event for hit in hits if hit.event.status in ("planned", "expected", "cancelled") and hit.event.time]
    plans = [event for event in plans if event.status == "cancelled"] or plans  # the day given up is the one first planned
    times = {event.time.edtf: event for event in plans if event.time}
    if len(times) != 1:
        return None
    event = next(iter(times.values()))
    text = clip(f"It was planned for {in_words(event.time)}. {line(event)}.") if event.time else ""
    return Draft("answered", text, "date", next(iter(times)), citations=cite([event]), reasons=event_reasons(event), facts=(event.id,))
