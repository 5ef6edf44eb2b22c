"""Whether all that an answer rests on is of another time than the question: words of 2008 for what somebody said in 2021."""

import re
from collections.abc import Iterator, Sequence

from tieline.late import regex
from tieline.model.edtf import lies_within, may_overlap
from tieline.model.time import TimeValue
from tieline.query.draft import Draft
from tieline.query.events.pick.select import MET
from tieline.query.reading.query import Query
from tieline.query.view import Passage, View

_KINDS = frozenset(("statement", "actor", "number", "duration", "place", "list", "rank"))
_BOUNDS = frozenset(("in", "between"))


def untimely(view: View, query: Query, draft: Draft) -> bool:
    """Whether a time that a question gives meets none that is known of the evidence: of its events, its sentences, its texts."""
    told = view.passages_of(draft.citations)
    if _of_another_span(query, told) or (draft.kind == "number" and _of_longer_time(query, told)):
        return True
    windows = [window for window in query.windows if window.bound in _BOUNDS]
    if not windows or draft.kind not in _KINDS or (draft.kind == "duration" and not query.types & set(MET)):
        return False
    known = list(_times(view, draft))
    return bool(known) and not all(any(same_years(one, window.time) for one in known) for window in windows)


_SPAN = regex(r"\b((?:1[89]|20)\d\d)[-/–](?:(?:1[89]|20)?)(\d\d)\b")


def _of_another_span(query: Query, told: Sequence[Passage]) -> bool:
    """Whether a question names a year of account ("fiscal 2019-20"), and its sentences name only others."""
    asked, known = _SPAN.findall(query.text), [span for passage in told for span in _SPAN.findall(passage.text)]
    return bool(asked and known) and not set(asked) & set(known)


_VAGUE = regex(r"(?:in )?(?:the )?(?:early|mid|late|beginning|start|end|middle)\b", re.I)
_STRETCHES = frozenset(("month", "quarter", "half", "interval"))


def _of_longer_time(query: Query, told: Sequence[Passage]) -> bool:
    """Whether a question asks of some months, and all its sentences give is more: "from January to August", and the first quarter."""
    windows = [window for window in query.windows if window.bound == "in" and window.time.grain in _STRETCHES]
    asked = [window.time for window in windows if not _VAGUE.match(query.text, window.span.start)]
    known = [mention.time for passage in told for mention in passage.times if mention.time and mention.time.earliest]
    return any(
        any(lies_within(one, time) and not lies_within(time, one) for time in known) and not any(lies_within(time, one) for time in known)
        for one in asked
    )


def same_years(one: TimeValue, other: TimeValue) -> bool:
    """Whether two times can share a year: a holder of an office is told of on another day than he is asked about."""
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return may_overlap(one, other)
    return one.earliest.year <= other.latest.year and other.earliest.year <= one.latest.year


def _times(view: View, draft: Draft) -> Iterator[TimeValue]:
    """All times that are known of what an answer rests on."""
    events = [view.events[i] for i in draft.facts if i in view.events]
    people = [view.actors[i] for i in draft.facts if i in view.actors]
    named = [i for i in view.called.get(str(draft.value), ()) if draft.kind == "actor"]
    yield from (event.time for event in events if event.time)
    yield from (item.time for item in draft.items if item.time)
    yield from (role.time for actor in people for role in actor.roles if role.time)
    passages = view.passages_of([*draft.citations, *(c for event in events for c in event.evidence)])
    for passage in (*passages, *(view.passages[n] for i in named for n in view.by_actor.get(i, ()))):
        yield from times_told(view, passage)


def times_told(view: View, passage: Passage) -> Iterator[TimeValue]:
    """The times that are known of a sentence: of its text, those told in it, and the periods of its figures."""
    if passage.document.published:
        yield passage.document.published
    yield from (mention.time for mention in passage.times if mention.time and mention.time.earliest and mention.time.latest)
    periods = (view.figures[i].period for i in passage.fact.figures if i in view.figures)
    yield from (period for period in periods if period)
