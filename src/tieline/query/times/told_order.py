"""Which of two events came first by the words of a sentence that tells of both: "the visit comes after the summit"."""

import re

from tieline.late import regex
from tieline.model.event import Event
from tieline.model.span import Citation
from tieline.query.view import View

_LATER = regex(
    r"(?:\b(?:after|following|follow(?:s|ed)|succeed(?:s|ed)|since)|\bon the heels of|\bin the wake of|\bon the back of|\blater than)"
    r"\s+(?:\w[\w'’.-]*\s+){0,8}$",
    re.I,
)
_EARLIER = regex(
    r"(?:\b(?:before|preced(?:es|ed|ing))|\bahead of|\bprior to|\bin the run-up to|\bearlier than|\bleading up to|\bpaved the way for)"
    r"\s+(?:\w[\w'’.-]*\s+){0,8}$",
    re.I,
)


def told_first(view: View, one: Event, other: Event) -> Event | None:
    """The event that a sentence puts before the other; None where none does, or they say different things."""
    found = {first.id: first for a, b in ((one, other), (other, one)) for first in _firsts(view, a, b)}
    return next(iter(found.values())) if len(found) == 1 else None


def _firsts(view: View, before: Event, behind: Event) -> list[Event]:
    """Who came first by each sentence that tells of one event and behind it of the other, with a word for their order between."""
    found = []
    told: dict[int | None, list[Citation]] = {}
    for citation in behind.evidence:
        told.setdefault(_sentence(view, citation), []).append(citation)
    for one, other in ((a, b) for a in before.evidence for b in told.get(_sentence(view, a), ())):
        if one.document != other.document or one.end > other.start:
            continue
        between = view.documents[one.document].text[one.end : other.start]
        if _LATER.search(between + " "):
            found.append(behind)
        elif _EARLIER.search(between + " "):
            found.append(before)
    return found


def _sentence(view: View, citation: Citation) -> int | None:
    """The number of the sentence in which a citation begins."""
    passage = view.passage_at(citation)
    return passage.number if passage else None
