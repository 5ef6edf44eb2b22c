"""Whether an agreement still applies: not where the last that the texts tell of it is its suspension or its end."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tieline.late import regex
from tieline.model.event import Event
from tieline.query.draft import Draft, line
from tieline.query.events.pick.select import REAL, best, select
from tieline.query.events.verdict.by_events import day_of, verdict_of
from tieline.query.reading.query import Query
from tieline.query.view import Passage, View

_IS_NOW = regex(r"^\W*(?:is|are|does|do)\b", re.I)
_LIFTED = regex(r"\bsuspension\b[^.;]{0,60}\b(?:lifted|ended|revoked|over)\b|\b(?:resumed|reinstated|restored|revived)\b", re.I)
APPLIES = frozenset({"in_force", "provisionally_applied"})
ENDS = frozenset({"suspended", "terminated", "lapsed"})
AGAIN = APPLIES | {"resumed", "restored"}


def no_longer(view: View, query: Query) -> Draft | None:
    """The No to whether an agreement is in force that was suspended or ended last; None where it was not, or applies again."""
    acts = [act for act in query.acts if act.stages & APPLIES]
    if not acts or query.windows or not _IS_NOW.match(query.text):
        return None
    told = [act.span for act in acts]
    terms = tuple(term for term in query.terms if not any(span.contains(term.span) for span in told) and term.text.lower() != "still")
    ended = tuple(replace(act, stages=ENDS, rule="") if act in acts else act for act in query.acts)
    hits = best(select(view, replace(query, acts=ended, terms=terms), in_time=False, least=0.8))
    ends = [hit.event for hit in hits if not hit.missing and hit.event.status in REAL and hit.event.stage in ENDS]
    if not ends or len({event.agreement for event in ends}) > 1:
        return None
    last = max(ends, key=lambda event: (day_of(event), event.id))
    return None if _applies_again(view, last) else verdict_of(False, last, f"No. {line(last)}.")


def _applies_again(view: View, end: Event) -> bool:
    """Whether an agreement is told to apply after the day on which it was suspended or ended, or without a day where it has none."""
    if end.stage == "suspended" and any(_LIFTED.search(passage.text) for passage in _beside(view, end)):
        return True
    others = (one for one in view.facts.events if one.agreement == end.agreement and one.stage in AGAIN and one.status in REAL)
    return any(day_of(one) > day_of(end) for one in others)


def _beside(view: View, end: Event) -> Iterator[Passage]:
    """The sentences of the texts that tell an end."""
    texts = {citation.document for citation in end.evidence}
    return (passage for passage in view.passages if passage.document.id in texts)
