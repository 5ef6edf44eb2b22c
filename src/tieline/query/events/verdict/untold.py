"""Not told: what may happen again was told of another time, and no text rules the time of a question out."""

import re
from collections.abc import Iterable
from datetime import date

from tieline.late import regex
from tieline.model.document import Document
from tieline.model.event import Event
from tieline.model.words import in_words
from tieline.query.draft import Draft, cite, clip, event_item, event_reasons, line
from tieline.query.events.pick.select import MET, STAY
from tieline.query.reading.frame import frame_of
from tieline.query.reading.query import Query, Window
from tieline.query.reading.words import stem
from tieline.query.times.dating import date_phrase
from tieline.query.view import View

# what may be done again
_AGAIN = frozenset((*MET, "statement", "aid", "investment", "trade_deal", "dispute"))
_NOUNS = {"visit": "such a visit", "meeting": "such a meeting", "summit": "such a summit"}
_ITS_NOUN = regex(
    r"\b(?:the|this|that|these|those|his|her|their|its|[\w-]+['’]s|\w+s['’])\s+(?:[\w-]+\s+){0,4}?"
    r"(?P<noun>visit|trip|tour|stay|meeting|encounter|summit|talks|conference|loan|grant|purchase|contract|statement|speech|briefing)s?\b",
    re.I,
)


def may_recur(view: View, query: Query, event: Event) -> bool:
    """Whether something can be told of one time and have happened at another too: a visit, not "the visit" nor an entry into force."""
    if event.type not in _AGAIN or query.ordinal:
        return False
    return not _definite(view, query)


def _definite(view: View, query: Query) -> bool:
    """Whether a question takes what it asks about for known: "was the visit in 2009", and not "did he visit in 2009"."""
    frame = frame_of(view, query)
    verbs = {verb.split()[0] for verb in frame.verbs} if frame else set()
    return any(stem(found["noun"].lower()) not in verbs for found in _ITS_NOUN.finditer(query.text))


def untold(view: View, query: Query, events: list[Event]) -> Draft | None:
    """Not told, where events of other times alone would make a No; None where the texts rule out what is asked."""
    event = events[0]
    if not may_recur(view, query, event) or _same_stay(query, event) or _beyond(view, query):
        return None
    noun = _NOUNS.get(event.type, "that")
    text = f"No text tells of {noun} {' '.join(map(_words, query.windows))}. {line(event)}."
    return Draft(
        "partly",
        clip(text),
        "yesno",
        citations=cite([event]),
        nearest=tuple(event_item(one) for one in events[:3]),
        reasons=event_reasons(event),
        facts=(event.id,),
    )


def _beyond(view: View, query: Query) -> bool:
    """Whether a question asks about a time after the last text."""
    days = [one.published.latest for one in view.documents.values() if one.published and one.published.latest]
    return bool(days) and any(w.time.earliest and w.time.earliest > max(days) for w in query.windows)


def _same_stay(query: Query, event: Event) -> bool:
    """Whether a day is asked about that lies close to that of the event: "did he arrive on Thursday", who arrived on Wednesday."""
    time = event.time
    if time is None or time.earliest is None or time.latest is None:
        return False
    days = [w.time for w in query.windows if w.bound == "in" and w.time.grain == "day"]
    return any(
        one.earliest is not None and abs(min((one.earliest - time.earliest).days, (one.earliest - time.latest).days, key=abs)) <= STAY
        for one in days
    )


_BOUNDS = {"as_of": "by", "until": "by", "before": "before", "after": "after", "since": "since"}


def _words(window: Window) -> str:
    """A time of a question as one says it: "in 2016", "before May 2012"."""
    bound = _BOUNDS.get(window.bound)
    return f"{bound} {in_words(window.time)}" if bound else date_phrase(window.time)


def still_ahead(view: View, query: Query, event: Event) -> str:
    """The day on which a plan was still one, where a question asks how things stood by then; "" where it may have come about since.

    A plan told in the last text, asked about as what has been done or holds now, is not yet done; asked about as what was done one day
    ("did it open in May"), it stays open.
    """
    last = _last_day([view.documents[citation.document] for citation in event.evidence])
    if last is None or (event.time and event.time.earliest and event.time.earliest <= last):
        return ""
    if query.windows:
        then = all(w.bound in _THEN and w.time.latest and w.time.latest <= last for w in query.windows)
    else:
        then = bool(_NOW.match(query.text)) and last == _last_day(view.documents.values())
    return in_words(last.isoformat()) if then else ""


_NOW = regex(r"^\W*(?:has|have|is|are)(?:n't)?\b", re.I)
_THEN = ("in", "as_of", "until", "before")


def _last_day(documents: Iterable[Document]) -> date | None:
    """The last day on which some texts were published; None where that of one is not known."""
    days = [one.published.latest if one.published else None for one in documents]
    known = [day for day in days if day]
    return max(known) if known and len(known) == len(days) else None
