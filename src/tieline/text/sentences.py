"""Sentences with their exact places: full stops told from abbreviations, initials and quotations that go on."""

import re
from collections.abc import Iterator

from tieline.model.span import Span
from tieline.text import lexicon
from tieline.text.blocks import strip

_STOP = re.compile(r"(?<![.!?…])([.!?…]++)[\"'”’»)\]*_]*+(?=\s)")
_NEXT = re.compile(r"\s*([\"'“‘«(\[*_]*)([^\W_]+)?")
_WORD = re.compile(r"[^\s(\"'“‘«\[*_\u2014\u2013/-]+$")
_INITIAL = re.compile(r"[^\W\d_]|[A-Z]\.[A-Z]|Zh|Sh|Ch|Kh|Ts|Yu|Ya|Ye|Dz|Dzh|Th|Ph|Gh|Iu|Ia")
_OFFICE = re.compile(r"\s+under[\s-]?secretar", re.IGNORECASE)  # "U.S. Under Secretary"
_CLAUSE = re.compile(r"[,;:\u2014\u2013][\"'”’»)\]*_]*+(?=\s)")
_SPACE = re.compile(r"\s")
LONGEST = 1500  # characters; a sentence without an end is cut, so that the work of later steps on one sentence stays bounded


def sentence_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences between two places, without the white space around them."""
    begin = start
    for match in _STOP.finditer(text, start, end):
        if _ends(text, match, begin, end):
            yield from bounded(text, begin, match.end())
            begin = match.end()
    yield from bounded(text, begin, end)


def bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """What stands between two places, without the white space around it; what is endless is cut after a clause or between words."""
    span = strip(text, start, end)
    while span.end - span.start > LONGEST:
        place = _cut(text, span.start)
        yield strip(text, span.start, place)
        span = strip(text, place, span.end)
    if span.start < span.end:
        yield span


def _cut(text: str, start: int) -> int:
    """Where to cut a sentence that is too long: after its last clause mark, else at its last white space, else anywhere."""
    last = start + LONGEST
    for pattern in (_CLAUSE, _SPACE):
        places = [found.end() for found in pattern.finditer(text, start + LONGEST // 2, last)]
        if places:
            return places[-1]
    return last


def _ends(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    """Whether a run of stops ends a sentence, judged by the word before and the word after."""
    after = _NEXT.match(text, match.end(), min(end, match.end() + 60))
    following = (after and after[2]) or ""
    if following[:1].islower():
        return False
    if match[1] == "." and _bracketed(text, match, begin):
        return following.lower() in lexicon.words("starters")
    if match[1] != "." and match.end() - match.start() > len(match[1]) and _says(text, match.end(), end):
        return False
    return match[1] != "." or match.end() > match.end(1) or _ends_after(text, match.start(), begin, following)


def _bracketed(text: str, match: re.Match[str], begin: int) -> bool:
    """Whether a full stop closes a bracket of one short word, as in "Col. (ret.)"."""
    opened = text.rfind("(", max(begin, match.start() - 6), match.start())
    return opened >= 0 and text[match.end(1) : match.end()] == ")" and text[opened + 1 : match.start()].isalpha()


def _ends_after(text: str, stop: int, begin: int, following: str) -> bool:
    """Whether a single full stop ends a sentence."""
    found = _WORD.search(text, max(begin, stop - 24), stop)
    word = found[0].lower() if found else ""
    starts = following.lower() in lexicon.words("starters") and not _OFFICE.match(text, stop + 1)
    if word in lexicon.words("titles"):
        return word == "no" and starts
    if _INITIAL.fullmatch(found[0] if found else ""):
        return starts and not following.isupper()
    if word in lexicon.words("shorts"):
        return starts
    return True


def _says(text: str, position: int, end: int) -> bool:
    """Whether a quotation is followed by who says it: '"What now?" Garcia asked'."""
    for match in re.finditer(r"[^\W\d_]+", text[position : min(end, position + 50)]):
        if match[0] in lexicon.words("sayings"):
            return "." not in text[position : position + match.start()]
    return False
