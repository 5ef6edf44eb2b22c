"""What a number was and what it became: "cut from 200 to 85 crowns", "rose to 7 million from 5 million", "85, up from 60"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tieline.late import regex
from tieline.model.figure import Figure
from tieline.query.amounts.numbers import Number, numbers
from tieline.query.draft import Draft, from_passage, quoted
from tieline.query.reading.query import Query
from tieline.query.sentences.search import Found
from tieline.query.view import Passage, View

_ABOUT = r"(?:about |some |around |nearly |almost |over |just |only |under |more than |less than |fewer than |at least )?"
_FROM = regex(rf"\bfrom {_ABOUT}$", re.I)
_TO = regex(rf"(?:\s?[a-z-]+){{0,2}}\s?\bto {_ABOUT}", re.I)
_BACK = regex(
    rf"[^.;\d]{{0,40}}\b(?:from|compared (?:with|to)|against|instead of|versus|rather than|in place of) (?:the )?{_ABOUT}",
    re.I,
)
_OLD = regex(
    r"\b(?:before|previous(?:ly)?|old|former(?:ly)?|earlier|original(?:ly)?|at first|used to|until now|prior|so far"
    r"|initial(?:ly)?|hitherto)\b",
    re.I,
)
_BY = regex(r"\W*by how much\b", re.I)


def pairs_in(passage: Passage) -> Iterator[tuple[Number, Number]]:
    """The numbers of a sentence of which the one became the other: the old with the new."""
    text = passage.document.text
    for one, after in pairwise(numbers(passage)):
        if one.unit != after.unit or one.value is None or after.value is None:
            continue
        between = text[one.end : after.start]
        if _TO.fullmatch(between) and _FROM.search(text[passage.fact.start : one.start]):
            yield one, after
        elif _BACK.fullmatch(between):
            yield after, one


def asks_old(text: str) -> bool:
    """Whether a question asks for what a number was before it became another."""
    return _OLD.search(text) is not None


def asked_of(query: Query, passage: Passage, found: Sequence[Number]) -> list[Number]:
    """Of some numbers of a sentence those that a question asks for, where one became another: the new, or the old where it asks so."""
    old = asks_old(query.text)
    drop = {(new if old else past).start for past, new in pairs_in(passage)} if not query.windows else set()
    return [one for one in found if one.start not in drop] or list(found)


def figures_asked(view: View, query: Query, figures: Sequence[Figure]) -> list[Figure]:
    """The same of figures: those that say what something became, where others of the same sentence say what it was."""
    old = _OLD.search(query.text) is not None
    drop: set[str] = set()
    for figure in figures:
        for passage in view.passages_of(figure.evidence):
            for past, new in pairs_in(passage):
                values = (past.value, new.value)
                both = {
                    one.value
                    for one in figures
                    if one.unit == figure.unit and one.value in values and set(one.evidence) & set(figure.evidence)
                }
                if len(both) == len(set(values)) == 2 and figure.value == values[old]:
                    drop.add(figure.id)
    return [one for one in figures if one.id not in drop] if len(drop) < len(figures) else list(figures)


def by_how_much(view: View, query: Query, figures: Sequence[Figure]) -> Draft | None:
    """What lies between the two numbers where a sentence gives both and no more: "by how much was the fee cut"."""
    if not _BY.match(query.text):
        return None
    values = {one.value for one in figures}
    for passage in (one for figure in figures for one in view.passages_of(figure.evidence)):
        for past, new in pairs_in(passage):
            if past.value in values and new.value in values and past.value is not None and new.value is not None:
                gap = round(abs(new.value - past.value), 6)
                text = f"By {gap:,.10g}: from {past.words} to {new.words}. {quoted(passage)}"
                return from_passage(Found(passage, 1.0, ()), "number", text=text, value=gap)
    return None
