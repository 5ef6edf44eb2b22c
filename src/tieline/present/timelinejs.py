"""Facts as TimelineJS 3 JSON: a slide an event, dated only as finely as its text."""

import json
from typing import Any

from tieline.graph import in_order
from tieline.model.event import Event
from tieline.model.facts import Facts
from tieline.model.notebook import esc
from tieline.model.phrases import kind_words
from tieline.model.shape import Part, ends_of
from tieline.model.time import TimeValue
from tieline.model.words import in_words
from tieline.present.formats import Made
from tieline.present.sources import document_name

QUOTES = 3


def timelinejs(facts: Facts) -> Made:
    """The JSON of a TimelineJS timeline. A date has a month and a day only where the text gives them; `display_date` has it in words."""
    names = {document.id: document_name(document) for document in facts.documents}
    slides = [(event, _dates(event.time)) for event in in_order(facts.events)]
    events = [_slide(event, dates, names) for event, dates in slides if dates]
    left = len(slides) - len(events)
    said = json.dumps({"events": events, "scale": "human"}, ensure_ascii=False, indent=1) + "\n"
    return Made(said, (f"{left} of {len(slides)} events have no date in the texts and are left out.",) if left else ())


def _slide(event: Event, dates: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    status = "" if event.status == "occurred" else f" ({event.status})"
    quotes = "".join(
        f"<p>“{esc(one.quote)}” <small>{esc(names.get(one.document, one.document))}</small></p>" for one in event.evidence[:QUOTES]
    )
    facts = " · ".join(part for part in (kind_words(event), event.place or "") if part)
    return {
        **dates,
        "unique_id": event.id,
        "group": event.type.replace("_", " "),
        "text": {"headline": esc(event.title) + status, "text": f"<p>{esc(facts)}</p>{quotes}"},
    }


def _dates(when: TimeValue | None) -> dict[str, Any]:
    """Start, end and words of a time. A time that is open at one end is shown at the other; nothing where neither is known."""
    if when is None:
        return {}
    first, last = ends_of(when)
    start = first or last
    if start is None:
        return {}
    dates = {"start_date": _date(start), "display_date": in_words(when)}
    return dates | ({"end_date": _date(last)} if last and last != start else {})


def _date(part: Part) -> dict[str, int]:
    return {name: number for name, number in part._asdict().items() if number is not None}
