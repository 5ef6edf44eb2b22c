"""The time of a meeting that is told in one breath with the visit on which it took place."""

from collections.abc import Sequence
from dataclasses import replace

from tieline.model.edtf import span_value
from tieline.model.time import TimeValue
from tieline.resolve.events.events import Made, in_time

HOSTED = ("meeting", "summit")


def date_by_visits(made: Sequence[Made]) -> tuple[Made, ...]:
    """The events, with each undated meeting that a sentence ties to a dated visit bounded by that visit and the report."""
    visits = [one for one in made if one.event.type == "visit" and one.event.time and one.event.time.earliest]
    places: dict[tuple[str, int], list[Made]] = {}
    for visit in visits:
        for report in visit.reports:
            places.setdefault((report.document, report.mention.sentence), []).append(visit)
    dated = (_dated(one, places) if one.event.type in HOSTED and one.event.time is None else one for one in made)
    return tuple(sorted(dated, key=lambda one: in_time(one.event)))


def _dated(meeting: Made, places: dict[tuple[str, int], list[Made]]) -> Made:
    present = {one.actor for one in meeting.event.participants}
    for report in meeting.reports:
        for visit in places.get((report.document, report.mention.sentence), ()):
            guests = {one.actor for one in visit.event.participants if one.role == "guest"}
            when = _between(meeting, visit) if guests & present else None
            if when:
                reasons = (*meeting.event.reasons, *when.derivation)
                return replace(meeting, event=meeting.event.model_copy(update={"time": when, "reasons": reasons}))
    return meeting


def _between(meeting: Made, visit: Made) -> TimeValue | None:
    """From the first day of the visit to its last, or to the report that tells the meeting as held."""
    time = visit.event.time
    held = [one.published.latest for one in meeting.reports if one.status_class == "done" and one.published and one.published.latest]
    if time is None or time.earliest is None or not held:
        return None
    last = time.latest if time.grain == "interval" and time.latest else max(held)
    if last < time.earliest:
        return None
    reason = f"during the visit that began on {time.earliest}, and reported by {max(held)}"
    return span_value(time.earliest, last, basis="derived", derivation=(*time.derivation, reason))
