"""The events that a question about one event means."""

import re

from tieline.model.event import Event
from tieline.model.span import Citation
from tieline.query.events.pick import shortlist
from tieline.query.events.pick.select import MET, REAL, Hit, best, evidence_stems, select
from tieline.query.reading.pairs import of_one_pair
from tieline.query.reading.query import Query
from tieline.query.times.ahead import ORIGINAL, asks_plan, foretold, is_past
from tieline.query.view import View

LEAD = 12  # characters before a quote in which its number stands
_ORDER = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "previous": -2}


WORKS = "project.started"  # the rule of works begun: what is under construction is not yet open
MANY = 300  # events that can fit a question about one of them; with more of them it asks back


def too_many(view: View, query: Query) -> bool:
    """Whether a question about one event names nobody and no time, and so many events can fit it that it tells none of them apart."""
    if query.names or query.windows:
        return False
    return len(view.facts.events) > MANY and len(shortlist.events(view, query, strict=True, in_time=True)) > MANY


def choose(view: View, query: Query) -> list[Hit]:
    """The events that a question about one event means, its ordinal taken into account."""
    if too_many(view, query):
        return []
    hits = best(select(view, query))
    paired = {event.id for event in of_one_pair(view, query, [hit.event for hit in hits])}
    hits = [hit for hit in hits if hit.event.id in paired]
    if any(act.rule == "act.inaugurate" for act in query.acts):
        opened = [hit for hit in hits if hit.event.stage == "inaugurated"]
        hits = opened or [
            hit for hit in hits if not (hit.event.type == "project" and hit.event.stage == "started" and WORKS in hit.event.rules)
        ]
    hits = [hit for hit in hits if not is_past(view, query, hit.event)]
    if asks_plan(query):
        return _planned(query, hits)
    ahead = _only_ahead(view, query, hits) if query.ordinal in _COUNTED[1:] else []
    if ahead:
        return ahead
    real = [hit for hit in hits if hit.event.status in ("occurred", "ongoing")]
    hits = real or hits
    hits = _in_its_turn(view, query, hits) if query.ordinal in _COUNTED else hits
    if query.ordinal in ("second", "third", "fourth") and hits and len(hits) <= _ORDER[query.ordinal]:
        return [hit for hit in hits if numbered(view, query.ordinal, hit.event)]
    if not query.ordinal or len(hits) < 2:
        return hits
    if query.ordinal in ("second", "third", "fourth", "previous") and not (query.names or query.windows) and _of_several(hits):
        return []  # of whose visits or meetings it is the second, nothing tells
    if query.ordinal in ("next",):
        return hits[-1:]
    ordered = sorted(
        (hit for hit in hits if hit.event.time), key=lambda hit: str(hit.event.time and (hit.event.time.earliest or hit.event.time.latest))
    )
    named = [hit for hit in ordered if numbered(view, query.ordinal, hit.event)] if query.ordinal in ("second", "third", "fourth") else []
    place = _ORDER[query.ordinal]
    if query.ordinal == "previous" and query.windows:
        place = -1
    if named:
        return named[-1:]
    return ordered[place : place + 1 or None] if len(ordered) > abs(place) - (place < 0) else []


def _only_ahead(view: View, query: Query, hits: list[Hit]) -> list[Hit]:
    """The plans that the texts call by the number asked for, where they tell of none of that number as done."""
    named = [hit for hit in hits if numbered(view, query.ordinal or "", hit.event)]
    if any(hit.event.status in REAL for hit in named):
        return []
    return [hit for hit in named if hit.event.status in ("planned", "expected")] or named


def _of_several(hits: list[Hit]) -> bool:
    """Whether some visits or meetings are those of different people."""
    people = {frozenset(p.actor for p in hit.event.participants if p.role in ("guest", "party")) for hit in hits if hit.event.type in MET}
    return len(people) > 1


def _planned(query: Query, hits: list[Hit]) -> list[Hit]:
    """The plans among some hits, those given up included where the first plan is asked for; what happened only where it was foretold."""
    given_up = [hit for hit in hits if hit.event.status == "cancelled"]
    ahead = [hit for hit in hits if hit.event.status in ("planned", "expected")]
    if given_up and (ORIGINAL.search(query.text) or not ahead):
        return given_up
    return ahead or [hit for hit in hits if hit.event.status not in REAL or foretold(hit.event) or len(hit.event.evidence) > 1]


def of_kind(query: Query) -> bool:
    """Whether an ordinal counts the events asked about ("suspended for the second time") and not a thing in them ("the second bridge")."""
    return bool(
        re.search(
            r"\b(?:second|third|fourth) (?:[\w-]+ ){0,2}?(?:time|visit|trip|tour|stay|meeting|summit|suspension|round)\b", query.text, re.I
        )
    )


_COUNTED = ("first", "second", "third", "fourth", "fifth", "sixth")


def _in_its_turn(view: View, query: Query, hits: list[Hit]) -> list[Hit]:
    """Some events less those that the texts call another in number; where none is left, the one that they call by the number asked for."""
    kinds = query.types or {hit.event.type for hit in hits}
    if not kinds & {*MET, "negotiation"}:
        return hits
    own = [hit for hit in hits if not any(numbered(view, one, hit.event) for one in _COUNTED if one != query.ordinal)]
    if own or not hits:
        return own
    known = [Hit(event, hits[0].share, ()) for kind in sorted(kinds) for event in view.by_type.get(kind, ())]
    named = [hit for hit in known if hit.event.status in REAL and numbered(view, query.ordinal or "", hit.event)]
    return named if len(named) == 1 else []


def numbered(view: View, ordinal: str, event: Event) -> bool:
    """Whether the texts themselves call an event the second, third or fourth of its kind."""
    if event.type not in (*MET, "negotiation"):
        return f" {ordinal} " in evidence_stems(view, event)
    nouns = {"visit": "visit|trip|tour|stay", "meeting": "meeting|talk|encounter", "negotiation": "round"}.get(
        event.type, "summit|meeting|round"
    )
    if any(re.match(rf"(?:the )?{ordinal} (?:one )?(?:in|at|on|from)\b", one.quote) for one in event.evidence):
        return True  # "... and the third in Torv in May"
    if any(_led(view, one).endswith(f" {ordinal} ") for one in event.evidence):
        return True  # the words for it begin behind its number
    return bool(re.search(rf" {ordinal} (?:\w+ )?(?:{nouns}) ", evidence_stems(view, event)))


def _led(view: View, citation: Citation) -> str:
    """The few words right before a quote."""
    return view.documents[citation.document].text[max(citation.start - LEAD, 0) : citation.start].lower()
