"""The noun by which a question asks for its answers: "ports" of "which ports were named", "makers" of "list the car makers"."""

import re

from tieline.late import regex
from tieline.query.reading.frame import frame_of
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.view import View

_OPENS = regex(
    r"^\W*(?:please |can you |could you )*"
    r"(?:(?:(?:in|on|to|for|from|of|by|with|under|across|into|at|through|against|between|among) )?(?:which|what)"
    r"(?: (?:is|are|was|were)(?= (?:the|all|its|their)\b|\s+[A-Z][\w-]*['’]s?\b))?"
    r"|(?:list|name|identify|enumerate)|(?:give|show) (?:me )?(?=(?:all|the names)\b)|what are the names of)"
    r"(?: (?:all|some|any|of|the|its|their|those|these|names of|(?:kinds?|types?|sorts?) of))*\s+(?P<rest>.+)$",
    re.I,
)
_STOP = regex(
    r"[,;:?!.]|\b(?:of|in|for|by|to|from|between|with|on|at|under|during|after|before|since|that|which|who|whom|where|when|according|did|does|do"
    r"|has|have|had|is|was|are|were|will|would|should|can|could|must|may|might|and|or|besides|than|about|over|against|among|into|through|as)\b",
    re.I,
)
_TOLD = regex(r"(?:mention|name|quote|cite|plann|sign|announc|report|discuss|expect|cover|propos)(?:d|ed)?", re.I)


def noun_asked(view: View, query: Query) -> tuple[str, ...]:
    """The words of the noun for what "which" or "list" asks for, its head last; nothing where a question opens in another way."""
    start = _OPENS.match(query.text)
    if start is None or _asks_deed(view, query):
        return ()
    at = start.start("rest")
    stop = _STOP.search(start["rest"])
    words = (start["rest"][: stop.start()] if stop else start["rest"]).split()
    return tuple(_up_to_head(words, _verbs(view, query), _names_behind(query, at)))


_TO_END = regex(r"\b(?:for|to do|to achieve|to bring about)\W*$", re.I)
_BE = regex(r"^\W*what (?:is|are|was|were) ", re.I)


def _asks_deed(view: View, query: Query) -> bool:
    """Whether "what" stands for what somebody is doing, and for no noun: "what are the institutes doing"."""
    if _BE.match(query.text) and _TO_END.search(query.text):
        return True
    frame = frame_of(view, query) if _BE.match(query.text) else None
    return frame is not None and not frame.copular and not frame.passive and frame.asks == "object"


def _verbs(view: View, query: Query) -> frozenset[str]:
    frame = frame_of(view, query)
    return frozenset(verb.split()[0] for verb in frame.verbs) if frame and not frame.copular else frozenset()


def _names_behind(query: Query, at: int) -> frozenset[str]:
    """The first words of the names behind the first word of a noun: those of whoever did it, in "the accords Orsenda signed"."""
    words = query.text[at:].split()
    first = at + len(words[0]) if words else at
    return frozenset(name.text.split()[0] for name in query.names if name.span.start > first)


def _up_to_head(words: list[str], verbs: frozenset[str], names: frozenset[str]) -> list[str]:
    """Some words up to the first plural and the plurals right behind it, or to a verb or the name of a doer."""
    found: list[str] = []
    for word in words:
        bare = word.strip("'\"’")
        if found and (stem(bare.lower()) in verbs or _TOLD.fullmatch(bare) or (bare in names and not found[-1][:1].isupper())):
            break
        if found and _plural(found[-1]) and not _plural(bare):
            break
        found.append(bare)
    return found


def _plural(word: str) -> bool:
    return word.lower() in ("people", "media", "countrymen", "women", "men") or (
        word.lower().endswith("s") and not word.lower().endswith(("ss", "us", "is", "'s", "’s"))
    )
