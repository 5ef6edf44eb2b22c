"""When something had last happened, by a sentence that says since when it had not: "the first visit since 1999"."""

import re

from tieline.late import regex
from tieline.model.time import TimeMention
from tieline.query.draft import Draft, capital, from_passage, quoted
from tieline.query.evidence.asked import sought
from tieline.query.evidence.cover import covering
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.sentences.search import Found
from tieline.query.times.dating import date_phrase
from tieline.query.view import Passage, View

_EARLIER = regex(
    r",?\s*\b(?:before (?:this|that|then|now|it|the current one)|previously|prior to (?:this|that)|until (?:then|now))\b", re.I
)
_LAST = regex(r"\b(?:last|previous|most recent|most recently)\b", re.I)
_NOT_SINCE = regex(r"\b(?:not|never|no|none|nobody|neither)\b[^;]{0,70}\bsince\s+(?:the )?$|n['’]t\b[^;]{0,70}\bsince\s+(?:the )?$", re.I)
_FIRST_SINCE = regex(r"\b(?:first|only)\b[^;]{0,70}\bsince\s+(?:the )?$", re.I)


def last_time(view: View, query: Query) -> Draft | None:
    """When something last happened before what is told; None where the question asks no such thing, or no sentence says so."""
    earlier = _EARLIER.search(query.text)
    if not earlier and not _LAST.search(query.text):
        return None
    plain = read_question(view, " ".join(_LAST.sub(" ", _EARLIER.sub(" ", query.text)).split()))
    asked = sought(view, plain)
    for hit in covering(view, plain, asked) if asked else ():
        since = _since(hit.passage, first=bool(earlier) or "previous" in query.text.lower())
        if since and since.time:
            text = f"{capital(date_phrase(since.time))}. {quoted(hit.passage)}"
            return from_passage(Found(hit.passage, hit.share, ()), "date", text=text, value=since.time.edtf)
    return None


def _since(passage: Passage, *, first: bool) -> TimeMention | None:
    """The time since which, by a sentence, something had not happened; `first`: also that since which this is the first."""
    for mention in passage.times:
        before = passage.document.text[passage.fact.start : mention.start]
        if mention.time and mention.time.earliest and (_NOT_SINCE.search(before) or (first and _FIRST_SINCE.search(before))):
            return mention
    return None
