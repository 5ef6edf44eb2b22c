"""Paragraphs: lines that belong together, also where an editor or a mail program has wrapped them."""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from tieline.model.span import Span
from tieline.text import lexicon

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+|\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_SPACE = " \t\xa0\ufeff\u200b\u2007\u202f\u3000"
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]*_]{0,4}$")
_ITEM = re.compile(r"(?:[-*•·–—▪◦‣#>+]{1,6}|\(?(?:\d{1,3}|[a-z])[.)]|[QA](?: \([^)\n]{1,60}\))?:)\s")
WIDEST = 130  # a line longer than this has not been wrapped
SHARE = 0.35  # the share of lines that must be full before a text counts as wrapped


class Line(NamedTuple):
    """One line without the white space around it; `indent` signs stood before it, `apart` tells of a blank line before it."""

    start: int
    end: int
    indent: int
    apart: bool


class Block(NamedTuple):
    """A paragraph, heading, list item or other run of lines that belong together."""

    start: int
    end: int
    apart: bool


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order. Wrapped lines are told by their fullness: the next line's first word would not have fitted."""
    lines = _lines(text)
    width = _width(text, lines)
    found: list[Block] = []
    for i, line in enumerate(lines):
        if i and not line.apart and _continues(text, lines[i - 1], line, width):
            found[-1] = found[-1]._replace(end=line.end)
        else:
            found.append(Block(line.start, line.end, line.apart))
    return tuple(found)


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    apart, breaks = True, 0
    for match in _LINE.finditer(text):
        if match[0][0] in "\r\n\x0b\x0c\x85\u2028\u2029":
            breaks += 1
            apart = apart or breaks > 1
            continue
        span = strip(text, *match.span())
        if span.start < span.end:
            lines.append(Line(span.start, span.end, span.start - match.start(), apart))
            apart, breaks = False, 0
    return lines


def strip(text: str, start: int, end: int) -> Span:
    """A stretch of text without the white space at its ends."""
    while start < end and (text[start] in _SPACE or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _SPACE or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


def _width(text: str, lines: Sequence[Line]) -> int | None:
    """The width to which the text has been wrapped, or None. The longest lines may be headlines, so three widths are tried."""
    pairs = [(one, other) for one, other in itertools.pairwise(lines) if not other.apart and not _opens_item(text, other)]
    lengths = sorted({_length(one) for one in lines if _length(one) <= WIDEST}, reverse=True)
    if not any(text[other.start].islower() and not _ended(text, one) for one, other in pairs):
        return None
    for width in lengths[:3]:
        full = sum(_full(text, one, other, width) for one, other in pairs)
        if full and full >= SHARE * len(pairs):
            return width
    return None


def _continues(text: str, line: Line, after: Line, width: int | None) -> bool:
    """Whether a line carries on the one before it."""
    if _opens_item(text, after) or text.startswith("#", line.start):
        return False
    small, ended = text[after.start].islower(), _ended(text, line)
    if lexicon.opening("links").match(text, line.start, line.start + 40) and not small:
        return False
    if width is None:
        return small and not ended and min(_length(line), _length(after)) > 40
    if not ended:
        return small or _full(text, line, after, width) or (_length(line) > 0.6 * width and not text[line.start : line.end].isupper())
    return _full(text, line, after, width) and not text[after.start : after.end].isupper()


def _opens_item(text: str, line: Line) -> bool:
    """Whether a line begins something of its own: a list item, a numbered paragraph, a question, a link."""
    stop = min(line.end, line.start + 80)
    return bool(_ITEM.match(text, line.start, stop) or lexicon.opening("links").match(text, line.start, stop))


def _full(text: str, line: Line, after: Line, width: int) -> bool:
    word = 0
    while word < 60 and after.start + word < after.end and not text[after.start + word].isspace():
        word += 1
    return _length(line) + 1 + word > width


def _length(line: Line) -> int:
    return line.end - line.start + line.indent


def _ended(text: str, line: Line) -> bool:
    return bool(_ENDED.search(text[max(line.start, line.end - 8) : line.end]))
