"""The level of relations at a time of which no text tells: what it was called last before, and first after."""

import re
from collections.abc import Iterator
from datetime import date

from tieline.late import regex
from tieline.light import dataclass
from tieline.model.span import Citation
from tieline.model.words import in_words
from tieline.query.draft import Draft, capital, clip
from tieline.query.events.pick.select import REAL
from tieline.query.reading.query import Query
from tieline.query.view import View

LEVEL = regex(r"(?:comprehensive )?strategic (?:cooperative )?partner(?:ship)?|comprehensive partnership|cooperative partnership", re.I)
_LOWER = frozenset(("downgraded", "terminated", "suspended", "severed"))


@dataclass(frozen=True)
class _Called:
    """What relations were called at a time, with the sentence that does so."""

    earliest: date
    latest: date
    words: str
    told: str
    citation: Citation


def standing_level(view: View, query: Query) -> Draft | None:
    """The level that held last before the time asked about; None where none is told, or it ended in between."""
    start = next((window.time.earliest for window in query.windows if window.bound in ("in", "as_of")), None)
    called = sorted(_called(view, query), key=lambda one: (one.latest, len(one.words)))
    before = [one for one in called if start and one.latest < start]
    after = [one for one in called if start and one.earliest > start]
    if not before or start is None or _ended(view, query, before[-1].latest, start):
        return None
    last = next(one for one in before if one.words == before[-1].words)
    more = f" Told next ({after[0].told}): {after[0].words}." if after else ""
    text = f"{capital(last.words)}, as told last before that ({last.told}).{more}"
    citations = (last.citation, *(one.citation for one in after[:1]))
    return Draft("partly", clip(text), "agreement", last.words, citations=citations, reasons=("the last level told before that time",))


def _called(view: View, query: Query) -> Iterator[_Called]:
    """Every naming of a level of the relations of those in the question, by its event or by the day of its text."""
    lands = view.of_kind(query.ids, "country")
    dated = {}
    for event in view.by_type.get("partnership", ()):
        time, own = event.time, {p.actor for p in event.participants}
        if event.status in REAL and event.level and time and time.earliest and time.latest and lands <= own:
            dated.update(dict.fromkeys(event.evidence))
            yield _Called(time.earliest, time.latest, event.level, in_words(time), event.evidence[0])
    for passage in view.passages:
        day = passage.document.published
        if not day or not day.earliest or not day.latest or not lands <= set(passage.fact.actors) or passage.citation in dated:
            continue
        for found in LEVEL.finditer(passage.text):
            words = found[0].lower().replace("partnership", "partner").replace("partner", "partnership")
            yield _Called(day.earliest, day.latest, words, in_words(day), passage.citation)


def _ended(view: View, query: Query, since: date, until: date) -> bool:
    """Whether a text tells that relations were lowered between two days."""
    events = (e for kind in ("partnership", "diplomatic_ties") for e in view.by_type.get(kind, ()))
    return any(e.stage in _LOWER and e.time and e.time.latest and since <= e.time.latest <= until for e in events)
