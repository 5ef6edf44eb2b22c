"""Numbers from which others grow or fall: "from two lanes to six", "rose to 186 million from 64 million"."""

import re

from tieline.late import regex
from tieline.model.figure import Figure
from tieline.query.amounts.from_to import asks_old
from tieline.query.amounts.numbers import NUMBER, value_of
from tieline.query.draft import Draft, capital, clip, quoted
from tieline.query.view import View

_FROM = regex(r"\b(?:from|against|than the|compared (?:with|to)|versus)(?: (?:about|some|only|just|nearly|over|around))?\s+$", re.I)
_TO = regex(r"\s+to\s+(?:(?:about|some|only|just|nearly|over|around) )?", re.I)
_ASKS_FROM = regex(r"\b(?:from|until|had)\b", re.I)


def asks_base(text: str) -> bool:
    """Whether a question may ask for what was before a change."""
    return asks_old(text) or _ASKS_FROM.search(text) is not None


def is_base(view: View, figure: Figure) -> bool:
    """Whether a number is the one from which another of its sentence rose or fell."""
    return any(_FROM.search(before) for before, _ in _around(view, figure))


def is_part(view: View, figure: Figure) -> bool:
    """Whether a number is told as a part of the one before it in its sentence: "1.2 billion, of which gas made up 700 million"."""
    return any(re.search(r"\d[^;.]*\b(?:of which|of whom|of it|of that|of them)\b[^;]*$", before) for before, _ in _around(view, figure))


_RATE = regex(r"\s+(?:an?|per|each|every) (?:hour|day|night|week|month|quarter|year)\b", re.I)


def is_rate(view: View, figure: Figure) -> bool:
    """Whether a number is told for each day, month or year, and is no rival of one for all of a time."""
    return any(_RATE.match(behind) for _, behind in _around(view, figure))


def grown_to(view: View, figure: Figure) -> Draft | None:
    """The bare number to which one that a question means grows, where its sentence tells it: "from two lanes to six"."""
    for before, behind in _around(view, figure):
        to = _TO.match(behind) if _FROM.search(before) and before.rstrip().lower().endswith("from") else None
        number = NUMBER.match(behind, to.end()) if to else None
        if number is None or not number["n"] or number["unit"] or number["sign"] or figure.unit in ("USD", "EUR", "percent"):
            continue
        passage = view.passages_of(figure.evidence[:1])[0]
        text = clip(f"{capital(number[0].strip())} (from {figure.text}). {quoted(passage)}")
        return Draft("answered", text, "number", value_of(number), figure.unit, citations=(figure.evidence[0],), facts=(figure.id,))
    return None


def _around(view: View, figure: Figure) -> list[tuple[str, str]]:
    """What stands before and behind the words of a number in the sentences that tell it."""
    words = figure.text or ""
    told = [passage.text for passage in view.passages_of(figure.evidence[:1])]
    return [(text[:at], text[at + len(words) :]) for text in told if words and (at := text.find(words)) >= 0]
