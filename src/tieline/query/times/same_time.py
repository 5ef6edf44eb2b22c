"""Whether two events that a question names fall on the same day, or in the same week, month or year."""

import re

from tieline.late import regex
from tieline.model.edtf import may_overlap
from tieline.model.event import Event
from tieline.query.draft import Draft, cite, clip, event_item, event_reasons, in_order, line
from tieline.query.events.pick.select import REAL
from tieline.query.reading.relative import unit_of
from tieline.query.times.anchors import completed, readings
from tieline.query.view import View

_AUX = r"^\W*(?:is it true that )?(?:did|was|were|has|have|had|is|are|do|does)\s+"
_SAME = r"(?:on |in |during )?the (?:very )?same (?P<unit>day|date|week|month|year)"
_VERBS = r"(?:happen|take place|fall|occur|come|held|signed|announced|concluded|made)"
_FORMS = (
    regex(rf"{_AUX}(?P<a>.+?),? {_SAME} (?:as|that|when)\s+(?P<b>[^?]+?)\W*$", re.I),
    regex(rf"{_AUX}(?P<a>.+?)\s+and\s+(?P<b>.+?)\s+(?:both )?(?:{_VERBS} )?{_SAME}\W*$", re.I),
)


# what else happened on the same day as something
_WHAT = regex(
    r"^\W*what(?: else| other things?)? (?:also )?(?:happened|took place|occurred|was announced|was agreed|was done|came|was going on)"
    r"(?: also)?\s+"
    rf"{_SAME} (?:as|that|when)\s+(?P<b>[^?]+?)\W*$",
    re.I,
)


def _beside(view: View, asked: re.Match[str]) -> Draft | None:
    """What else falls into the day, week, month or year of an event that a question names."""
    unit = {"date": "day"}.get(asked["unit"].lower(), asked["unit"].lower())
    one = next(iter(_real(readings(view, completed(asked["b"], "")))), None)
    if one is None:
        return None
    rest = in_order(e for e in _real(list(view.facts.events)) if e.id != one.id and e.type != "statement" and _same(unit, one, e))
    if not rest:
        text = f"The texts date nothing else to that time; it is that of this: {line(one)}."
        return Draft("unanswered", clip(text), "series", nearest=(event_item(one),))
    told = "; ".join(line(event) for event in rest)
    items = tuple(event_item(event) for event in rest)
    ids, cited = (one.id, *(event.id for event in rest)), cite([*rest, one], 6)
    return Draft("answered", clip(f"{told}."), "series", len(rest), items=items, citations=cited, reasons=event_reasons(one), facts=ids)


MOST = 6  # readings of each side that are set beside each other


def same_time(view: View, text: str) -> Draft | None:
    """Yes or no, or what is not known; None where the question sets no two events side by side."""
    listed = _WHAT.match(text)
    if listed:
        return _beside(view, listed)
    found = next((m for form in _FORMS if (m := form.match(text))), None)
    if found is None:
        return None
    unit = {"date": "day"}.get(found["unit"].lower(), found["unit"].lower())
    ones = _real(readings(view, completed(found["a"], found["b"])))
    rest = [e for e in _real(readings(view, completed(found["b"], found["a"]))) if not ones or len(ones) > 1 or e.id != ones[0].id]
    pairs = [(one, other) for one in ones[:MOST] for other in rest[:MOST] if one.id != other.id]
    if not pairs:
        return None
    verdicts = [(_same(unit, one, other), one, other) for one, other in pairs]
    value, one, other = next((v for v in verdicts if v[0]), None) or next((v for v in verdicts if v[0] is None), verdicts[0])
    told = f"{line(one)}; {line(other)}."
    reasons = (*event_reasons(one), *event_reasons(other))
    cited, ids = cite([one, other]), (one.id, other.id)
    if value is None:
        text = clip(f"The texts do not tell that exactly. {told}")
        near = (event_item(one), event_item(other))
        return Draft("partly", text, "yesno", None, citations=cited, reasons=reasons, facts=ids, nearest=near)
    word = "Yes" if value else "No"
    return Draft("answered", clip(f"{word}. {told}"), "yesno", value, citations=cited, reasons=reasons, facts=ids)


def _real(events: list[Event]) -> list[Event]:
    return [event for event in events if event.status in REAL and event.time and event.time.earliest and event.time.latest]


def _same(unit: str, one: Event, other: Event) -> bool | None:
    """Whether two events share a unit of time; None where their times leave that open."""
    assert one.time
    assert other.time
    mine, yours = unit_of(unit, one.time), unit_of(unit, other.time)
    if mine and yours:
        return bool(mine == yours)
    return None if may_overlap(mine or one.time, yours or other.time) else False
