"""Who did something twice or more, by the events: "which president visited Pelmara twice"."""

import re

from tieline.late import regex
from tieline.model.event import Event
from tieline.query.draft import Draft, cite, clip, event_item, event_reasons, in_a_row, in_order, line, nothing
from tieline.query.events.pick.select import REAL, select
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.reading.titles import holds
from tieline.query.view import View

_TIMES = regex(
    r"\s*\b(?:twice|(?:on )?(?P<n>two|three|four|several|many|multiple) (?:different )?(?:times|occasions)|more than once|repeatedly)\b",
    re.I,
)
_WHO = regex(r"^\W*(?:who|which|what)\b(?! (?:happened|was|were))", re.I)
_LEAST = {"three": 3, "four": 4}
_DOING = frozenset(("agent", "guest"))


def times_over(view: View, query: Query) -> Draft | None:
    """Those who did something as often as a question says; None where it asks for something else."""
    often = _TIMES.search(query.text)
    if often is None or not _WHO.match(query.text):
        return None
    plain = read_question(view, f"{query.text[: often.start()]}{query.text[often.end() :]}")
    if "visit" not in plain.types:
        return None
    known = {i for name in plain.names if name.form != "title" for i in name.ids}
    done: dict[str, list[Event]] = {}
    for event in in_order(hit.event for hit in select(view, plain) if not hit.missing and hit.event.status in REAL and hit.event.time):
        for one in event.participants:
            if one.role in _DOING and one.actor not in known and one.actor in view.actors and view.actors[one.actor].kind == "person":
                done.setdefault(one.actor, []).append(event)
    least = _LEAST.get((often["n"] or "").lower(), 2)
    people = [i for i, events in done.items() if len(events) >= least and _called(view, plain, i)]
    if not people:
        return nothing(view, query, "actor")
    events = [event for i in people for event in done[i]]
    text = f"{in_a_row([view.actors[i].name for i in people])}. {'; '.join(line(event) for event in events[:3])}."
    items, facts = tuple(event_item(event) for event in events), tuple(event.id for event in events)
    name, why = view.actors[people[0]].name, event_reasons(events[0])
    return Draft(
        "answered", clip(text), "actor", name, items=items, citations=cite(events), reasons=why, facts=facts, told=("twice", "time")
    )


def _called(view: View, query: Query, ident: str) -> bool:
    """Whether somebody holds the office that a question names, of the country that it gives."""
    if not query.title:
        return True
    owners = query.owner.ids if query.owner else ()
    return any(holds(view, role.title, role.of, query.title, owners) for role in view.actors[ident].roles)
