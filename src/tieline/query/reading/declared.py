"""Statements that a question asks the truth of, put as plain questions: "is it true that Vael came" as "did Vael come"."""

import re
from collections.abc import Sequence

from tieline.extract.syntax.unit import Unit
from tieline.late import regex
from tieline.query.reading.frame import AUXILIARY, laid_out
from tieline.query.reading.read import read_question
from tieline.query.view import View

_TRUE = regex(r"^\W*(?:is|was) (?:it|that) (?:true|correct|right|so|a fact|the case|accurate) that\s+(?P<claim>[^?]{4,}?)[\s?.]*$", re.I)
# "so Vael did come?"
_SO = regex(
    r"^\W*(?:so|then),? (?P<claim>(?!(?:did|do|does|was|were|is|are|has|have|had|can|could|will|would|who|whom|what|when|where|which|why"
    r"|how)\b)"
    r"[^?]{2,80}? (?:did|does|was|were|is|are|has|have|had|will) [^?]{3,})\?",
    re.I,
)
# "Vael came in May. Is that so?"
_SO_BEHIND = regex(
    r"^(?P<claim>[^?]{8,}?)\s*[.;,]\s*(?:and )?(?:is|was) (?:that|this|it) (?:true|so|right|correct|the case|a fact|accurate)\W*$", re.I
)
_ASKS = regex(
    r"^\W*(?:did|do|does|was|were|is|are|has|have|had|can|could|will|would|who|whom|what|when|where|which|why|how|in|on|at|i|we|please)\b",
    re.I,
)
# "didn't Vael come?": whether he came
_NOT_SO = regex(
    r"^(?P<lead>\W*(?:and |so |but )?)(?P<aux>did|do|does|was|were|is|are|has|have|had)n['’]?t (?!(?:it|this|that|there)\b)", re.I
)
_DENIES = frozenset(("not", "never", "no", "neither", "nobody", "nothing", "none"))
_STOPS = ("subordinator", "relative", "coordinator")


def emphatic(text: str) -> str:
    """A statement with a question mark behind it as what is asked to be true."""
    behind = _SO_BEHIND.match(text)
    if behind:
        return f"{behind['claim']}?" if _ASKS.match(text) else f"Is it true that {behind['claim']}?"
    found = _SO.match(text)
    if found:
        return f"Is it true that {found['claim']}?"
    return _NOT_SO.sub(r"\g<lead>\g<aux> ", text)


def inverted(view: View, text: str) -> str:
    """The question that asks plainly whether a statement is true; itself where it denies something, or its verb is not plain to see."""
    found = _TRUE.match(text)
    if found is None:
        return text
    query = read_question(view, text)
    units = laid_out(view, query, text.rstrip(" ?!.")).units
    first = next((k for k, unit in enumerate(units) if unit.start >= found.start("claim")), len(units))
    at = _finite(units, first)
    if at is None or any(unit.lower in _DENIES or unit.lower.endswith("n't") for unit in units[first:]):
        return text
    subject, verb, rest = text[units[first].start : units[at].start].strip(), units[at], text[units[at].end :]
    if verb.tag not in AUXILIARY:
        past = verb.form("past")
        return f"{'Did' if past else 'Does'} {subject} {past or verb.form('s')}{rest}"
    if verb.tag == "have" and not any(unit.form("part") for unit in units[at + 1 : at + 4]):
        return f"{'Did' if verb.lower == 'had' else 'Does'} {subject} have{rest}"
    return f"{verb.text.capitalize()} {subject}{rest}"


# "what was the date on which Vael came", "the year Vael came", "Vael came on which day"
_DATED = (
    regex(
        r"^\W*(?:what|which) (?:was|is) the (?:exact |very |precise )?(?P<grain>date|day|year|month|time)"
        r" (?:when|on which|in which|that|at which) (?P<claim>[^?]{6,}?)[\s?.]*$",
        re.I,
    ),
    regex(
        r"^\W*(?:on |in )?the (?:exact |very )?(?P<grain>date|day|year|month) (?:when |that |on which |in which )?"
        r"(?P<claim>(?!(?:of|before|after|following|and|is|was)\b)[^?]{6,}?)[\s?.]*$",
        re.I,
    ),
    regex(r"^(?P<claim>[^?]{6,}?),? (?:when|(?:on|in) (?:what|which) (?P<grain>day|date|year|month))\W*$", re.I),
)
_GRAINS = {"year": "In which year", "month": "In which month"}


def dated(view: View, text: str) -> str:
    """The plain question for a date that a statement leaves open; itself where there is none."""
    if not _DATE_WORD.search(text):
        return text
    for pattern in _DATED:
        found = pattern.match(text)
        if found and not _ASKS.match(found["claim"]):
            asked = inverted(view, f"Is it true that {found['claim']}?")
            opens = _GRAINS.get((found["grain"] or "").lower(), "When")
            return text if _TRUE.match(asked) else f"{opens} {asked[0].lower()}{asked[1:].rstrip('?')}?"
    return text


_DATE_WORD = regex(r"\b(?:date|day|year|month|time|when)\b", re.I)


def _finite(units: Sequence[Unit], first: int) -> int | None:
    """The place of the verb of a statement, where nothing before it can be another one."""
    found: list[int] = []
    for k in range(first + 1, len(units)):
        unit = units[k]
        if unit.tag in AUXILIARY:
            return k if not found or all(units[n].form("s") for n in found) else None
        if unit.tag in _STOPS and unit.lower != "and" and found:
            break
        if unit.tag in ("subordinator", "relative") or (unit.text == "," and not found):
            return None
        if unit.tag == "verb" and (unit.form("past") or (unit.form("s") and not found)):
            found.append(k)
    past = [k for k in found if units[k].form("past")]
    if len(past) > 1:
        return None
    return next(iter(past or found), None)
