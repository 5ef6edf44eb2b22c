"""Sentences that leave open which one it was."""

import re

from tieline.late import regex
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.cover import ways
from tieline.query.view import Passage, View

_ASKED = regex(
    r"\W*(?:in |on |at |by |with |for )?(?:which|what) (?:new |main |other )?(?P<noun>[A-Za-z]+(?: [A-Z][a-z]+)?)"
    r" (?:was|were|is|are|has|have|had|will|would|did|does|do|should)\b"
)
_VAGUE = r"(?:an?|every|each|any|some|no|another|various|several|many|certain|different|numerous|two|three|both)"
_TOLD = regex(r"\b(?:such as|including|include[sd]?|namely|among them|notably|particularly|especially|like|called|named)\b|:", re.I)


_UNTOLD = regex(
    r"\b(?:not|never|without|declin\w+ to|refus\w+ to)\b(?: \w+){0,2}? "
    r"(?:say|saying|said|disclose|reveal|specify|name|give|explain|know|clear|announce|spell out|elaborate on)"
    r" (?:what|which|how|where|when|who|whom|why)\b",
    re.I,
)
_ASKS_SAID = regex(r"\b(?:say|said|disclose\w*|reveal\w*|specif\w+|refuse\w*|declin\w+)\b", re.I)


def untold(query: Query, text: str) -> bool:
    """Whether a sentence says that nobody told what a question asks: "he would not say what would become of the ship"."""
    kept = _UNTOLD.search(text)
    if kept is None or _ASKS_SAID.search(query.text):
        return False
    return bool({term.stem for term in query.words} & set(stems(text[kept.end() :])))


def unnamed(view: View, query: Query, text: str) -> bool:
    """Whether a sentence does not name the one asked for: "which building was chosen" of "a building had been chosen"."""
    if untold(query, text):
        return True
    asked = _ASKED.match(query.text[:1].lower() + query.text[1:])
    if not asked:
        return False
    nouns = {asked["noun"].removesuffix("s"), *(way for way in ways(view, stem(asked["noun"])) if " " not in way)}
    sort = any(stem(asked["noun"]) in own for own in view.lexicon.kinds_asked.values()) or query.text.lstrip()[:5].lower() == "which"
    between = 2 if sort else 0  # "some lasting effect" says what effect it is, "a new building" not which one
    found = re.search(rf"\b{_VAGUE} (?:[\w-]+ ){{0,{between}}}(?:{'|'.join(map(re.escape, sorted(nouns)))})", text, re.I)
    return found is not None and not _TOLD.search(text[found.end() :])


_OPEN = regex(
    r"\b(?:(?:not|never|yet to|nobody|no one|without|declined to|refused to)\b(?: \w+){0,3}?"
    r" (?:name|named|naming|chosen|choose|appointed|appoint|picked|known|decided|identified|identify|disclosed?|said who)"
    r"|gave no names?|no names? (?:was|were|has been) given|remains? (?:open|unknown|vacant))\b",
    re.I,
)


def left_open(query: Query, passage: Passage) -> bool:
    """Whether the part of a sentence that names whom a question asks about says that somebody is not named or chosen yet."""
    parts = re.split(r"[;:.]\s|, (?:but|while|and) ", passage.text)
    told = [part for part in parts if _OPEN.search(part)]
    names = [name.text for name in query.names]
    return bool(told) and (len(parts) == 1 or not names or any(_names(part, name) for name in names for part in told))


def _names(part: str, name: str) -> bool:
    """Whether a part of a sentence holds a name, or its country for its adjective: "Brazil" for "Brazilian"."""
    first = name[:5].lower()
    return bool(set(stems(name)) & set(stems(part))) or any(word[:5].lower() == first for word in part.split() if len(word) > 4)
