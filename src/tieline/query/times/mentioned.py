"""When something was first or last mentioned: by the day of the text that does so."""

import re

from tieline.late import regex
from tieline.model.words import in_words
from tieline.query.draft import Draft, clip, nothing
from tieline.query.people.outlets import called
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.sentences.search import search
from tieline.query.view import View

_MENTIONED = r"(?:mentioned|named|cited|referred to|brought up|spoken of|talked about|come up|crop up|appear|turn up)"
_ASKED = regex(
    r"^\W*(?:when|in (?:which|what) year) (?:was|were|is|are|has|have|did|does|do) (?P<thing>[^?]+?) (?:been )?(?:"
    rf"(?P<turn>first|last|most recently) {_MENTIONED}|{_MENTIONED} (?:for the )?(?P<turn2>first|last|most recently)(?: time)?)"
    r"(?: in (?:the|these|any of the|your) (?:texts?|articles?|corpus|news|reports?|press|sources?|documents?))?\W*$",
    re.I,
)


def first_mention(view: View, query: Query) -> Draft | None:
    """The day of the first or last text that mentions a thing; None where a question asks for something else."""
    asked = _ASKED.match(query.text)
    if asked is None or query.windows:
        return None
    about = read_question(view, f"Which text mentions {asked['thing']}?")
    if not (about.words or about.names):
        return None
    dated = [one for one in search(view, about, least=0.9) if one.passage.document.published]
    dated.sort(key=lambda one: str(one.passage.document.published and one.passage.document.published.earliest))
    if not dated:
        return nothing(view, query, "date")
    found = dated[0] if (asked["turn"] or asked["turn2"]).lower() == "first" else dated[-1]
    document = found.passage.document
    time = document.published
    assert time is not None
    text = f"{in_words(time)[:1].upper()}{in_words(time)[1:]}: {called(view, document)}."
    sure = document.published_basis != "inferred"
    reasons = ("the publication of the text that mentions it",)
    citations = (found.passage.citation,)
    told = tuple(term.stem for term in query.words)
    return Draft("answered" if sure else "partly", clip(text), "date", time.edtf, citations=citations, reasons=reasons, told=told)
