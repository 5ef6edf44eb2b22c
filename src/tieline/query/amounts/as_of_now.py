"""How many there are now, where a sentence sets it against an earlier number: "2,500 studied there before 1990; today there are eleven"."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.amounts.numbers import numbers
from tieline.query.draft import Draft, capital, clip, quoted
from tieline.query.reading.query import Query
from tieline.query.view import View

_PAST = regex(r"\b(?:did|was|were|had|has|have|will|would|been|once|came|went|\w{3,}ed)\b", re.I)
_NOW = regex(r"\b(?:today|now|at present|currently|these days)\b", re.I)
_SET = regex(r"\b(?:was|were|had|once|before|used to|\w{3,}ed)\b", re.I)
CLOSE = 40  # characters behind "today" in which its number stands


def as_of_now(view: View, query: Query, draft: Draft) -> Draft:
    """The number of today for a question in the present, where the answer gives the one that the sentence sets it against."""
    if query.windows or _PAST.search(query.text):
        return draft
    for passage in view.passages_of(draft.citations[:1]):
        known = numbers(passage)
        own = next((one for one in known if one.value == draft.value), None)
        now = _NOW.search(passage.text, own.end - passage.fact.start) if own else None
        if own is None or now is None or not _SET.search(passage.text[own.end - passage.fact.start : now.start()]):
            continue
        at = now.end() + passage.fact.start
        behind = next((one for one in known if at <= one.start < at + CLOSE and one.unit == own.unit), None)
        if behind:
            return replace(draft, text=clip(f"{capital(behind.words)}. {quoted(passage)}"), value=behind.value, facts=())
    return draft
