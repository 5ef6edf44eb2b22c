"""Questions for a measure by its verb, asked once more by its noun: "when did Togo ban beef?" as "when was the ban on beef imposed?"."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Answering, Draft
from tieline.query.reading.query import Query
from tieline.query.view import View

MEASURE = regex(r"\b(?:ban|embargo|blockade|boycott|fine)(?:ned|ed|d)?\b", re.I)
_NOUN = r"(?P<noun>ban|embargo|blockade|boycott|fine)"
_ASKED = r"\W*(?P<asked>when|why|how long ago)"
_DID = regex(rf"{_ASKED} did (?P<who>.+?) {_NOUN} (?P<what>\S.*?)\W*", re.I)
_WAS = regex(rf"{_ASKED} (?:was|were) (?P<what>\S.*?) {_NOUN}(?:ned|ed|d)(?: by (?P<who>.+?))?\W*", re.I)


def as_imposed(view: View, query: Query, answer: Answering) -> Draft | None:
    """The answer to a question for when or why a measure was taken, by the noun for it; None where that has none either."""
    found = _DID.fullmatch(query.text) or _WAS.fullmatch(query.text)
    if found is None:
        return None
    text = f"{found['asked']} was the {found['noun'].lower()} on {found['what']} imposed"
    for whole in ([f"{text} by {found['who']}?"] if found["who"] else []) + [f"{text}?"]:
        draft = answer(view, whole)
        if draft.status == "answered":
            return replace(draft, reasons=(f'"{query.text}" is read as "{whole}"', *draft.reasons))
    return None
