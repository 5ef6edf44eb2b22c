"""A number and the whole of which it is a share, where a sentence gives both: "of the 40 ships, nearly 10 sail under its flag"."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.amounts.numbers import Number, numbers
from tieline.query.draft import Draft, from_passage, quoted
from tieline.query.evidence.asked import Sought
from tieline.query.evidence.cover import covering
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.sentences.search import Found
from tieline.query.view import Passage, View

_WHOLE = regex(r"\b(?:of|among|out of)(?: (?:the|all|its|their))?\s*$", re.I)
_KINDS = "share proportion percentage percent cent portion fraction part population"
_BARE = frozenset(stem(word) for word in _KINDS.split())
LEAST = 0.75


def part_of(view: View, query: Query) -> Draft | None:
    """The two numbers by which a sentence tells a share; None where no sentence does."""
    terms = tuple((term, min(view.weight(term.stem), 4.0)) for term in query.words if term.stem not in _BARE)
    if not terms:
        return None
    for hit in covering(view, query, Sought("number", None, (), terms, query.names, None), least=LEAST)[:4]:
        pair = None if hit.missing else _pair(hit.passage)
        if pair:
            part, whole = pair
            text = f"Given as no share, only as numbers: {part.words} of {whole.words}. {quoted(hit.passage, 200)}"
            draft = from_passage(Found(hit.passage, hit.share, hit.missing), "number", text=text, value=part.value, status="partly")
            return replace(draft, value=None, told=tuple(term.stem for term in query.words))
    return None


def _pair(passage: Passage) -> tuple[Number, Number] | None:
    """A number and the whole of which it is a part, the only two numbers of a sentence."""
    known = [one for one in numbers(passage) if one.value]
    if len(known) != 2 or any(one.unit == "percent" for one in known):
        return None
    for part, whole in (known, known[::-1]):
        before = passage.document.text[passage.fact.start : whole.start]
        if _WHOLE.search(before) and part.unit == whole.unit and 0 < (part.value or 0) < (whole.value or 0):
            return part, whole
    return None
