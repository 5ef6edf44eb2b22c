"""What somebody is asked about and denies: "Asked whether the treaty had been torn up, an official answered: "No. It remains in force"."""

import re
from dataclasses import replace

from tieline.model.mention import EventMention, Reading
from tieline.model.span import Span

REACH = 120  # characters behind the words asked about in which the answer begins
_ASKED = re.compile(r"\b(?:asked|questioned|pressed) (?:[^.;:?]{0,40} )?(?:whether|if) [^.;:?]*$", re.IGNORECASE)
_NO = re.compile(r"[^?!.]*?(?::\s*|,\s*|\bsaid\s+|\banswered\s+|\breplied\s+)[\"“'‘]?(no\b|not at all\b|never\b)", re.IGNORECASE)


def answered(mention: EventMention, reading: Reading) -> EventMention:
    """The mention as denied where the answer to the question in which it stands begins with "no"; the quote then reaches that far."""
    if mention.status != "hypothetical" or mention.reasons == ():
        return mention
    text, sentence = reading.article.document.text, reading.article.sentences[mention.sentence]
    if not _ASKED.search(text[sentence.start : mention.trigger.start]):
        return mention
    found = _NO.match(text, mention.trigger.end, min(mention.trigger.end + REACH, len(text)))
    if found is None:
        return mention
    span = Span(mention.span.start, max(mention.span.end, found.end(1)))
    return replace(mention, span=span, status="denied", reasons=(*mention.reasons, "asked about, and the answer was no"))
