"""When something last happened, by what a text calls the first of its kind since then: "her first visit since 2009"."""

from dataclasses import replace

from tieline.late import regex
from tieline.model.time import TimeValue
from tieline.query.draft import Draft, capital, from_passage, quoted
from tieline.query.events.pick.choice import choose
from tieline.query.events.pick.select import MET, REAL
from tieline.query.reading.query import Query
from tieline.query.sentences.search import Found
from tieline.query.times.dating import date_phrase
from tieline.query.view import Passage, View

_SINCE = regex(r"\b(?:first|only)\b[^.;]{0,80}?\bsince\s+(?:the\s+)?(?:(?:early|late|mid|end of|beginning of)[\s-]+)?$")


def before_this(view: View, query: Query) -> Draft | None:
    """The time of the visit or meeting before the one that the texts tell, where they call that the first since then."""
    if not query.types & set(MET):
        return None
    events = [hit.event for hit in choose(view, replace(query, ordinal=None))]
    if query.ordinal == "last" and any(event.status in REAL for event in events):
        return None  # what has happened is itself the last
    for event in events:
        for passage in view.passages_of(event.evidence):
            time = _since(passage)
            if time:  # that it was the last is a conclusion from "the first since then"
                text = f"{capital(date_phrase(time))}, it follows. {quoted(passage)}"
                draft = from_passage(Found(passage, 1.0, ()), "date", text=text, value=time.edtf, status="partly")
                return replace(draft, facts=(event.id,))
    return None


def _since(passage: Passage) -> TimeValue | None:
    """The time since which a sentence calls what it tells the first."""
    text = passage.document.text
    dated = (m for m in passage.times if m.time and m.time.earliest and _SINCE.search(text[passage.fact.start : m.start]))
    return next((m.time for m in dated), None)
