"""Paragraphs: lines that belong together, also where an editor or a mail program has wrapped them."""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from tieline.model.span import Span
from tieline.text import lexicon
from tieline.text.dateline import read_dateline
from tieline.text.dates import written_dates

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+|\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_SPACE = " \t\xa0\ufeff\u200b\u2007\u202f\u3000"
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]*_]{0,4}$")
_ITEM = re.compile(r"(?:[-*•·–—▪◦‣#>+]{1,6}|\(?(?:\d{1,3}|[a-z])[.)]|[QA](?: \([^)\n]{1,60}\))?:)\s")
_DATED = re.compile(r"date:?\s+\d{4}-", re.IGNORECASE)
_BYLINE = re.compile(r"[*_]{0,3}(?:by|BY|By) [^\W\d_a-z]")
WIDEST = 130  # a line longer than this has not been wrapped
HEAD = 8  # lines in which stamps and bylines are looked for
NEARLY = 0.85  # of the width, up to which the next word may have stood in the line all the same
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
    front = _front_matter(text, lines)
    width = _width(text, lines)
    found: list[Block] = []
    for i, line in enumerate(lines):
        if i > front and not line.apart and _continues(text, lines[i - 1], line, width, head=i < HEAD):
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


def _front_matter(text: str, lines: Sequence[Line]) -> int:
    """The index of the first line after the front matter ("---" or "+++", fields, the same again), which is never joined; 0 without."""
    fence = text[lines[0].start : lines[0].end] if lines else ""
    if fence not in ("---", "+++"):
        return 0
    return next((i + 1 for i, line in enumerate(lines[1:40], 1) if text[line.start : line.end] == fence), 0)


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


def _continues(text: str, line: Line, after: Line, width: int | None, *, head: bool = False) -> bool:
    """Whether a line carries on the one before it; `head` where both stand at the top of the page."""
    small, ended = text[after.start].islower(), _ended(text, line)
    if small and text[line.end - 1] == "-" and line.end - line.start > 1 and text[line.end - 2].isalpha():
        return True  # a word broken at the end of the line
    if _opens_item(text, after, ended=ended) or (text.startswith("#", line.start) and not (small and width)):
        return False
    link = lexicon.labelled("links").match(text, line.start, line.end) and _last_word(text, line) not in lexicon.words("little")
    if not small and (link or _parted(text, line, after, head=head)):
        return False
    if width is None:
        return small and not ended and min(_length(line), _length(after)) > 40
    if _full(text, line, after, width):
        return small or not ended or _length(after) > 0.6 * width or _ended(text, after)
    loose = small or text[after.start].isdigit() or _last_word(text, line) in lexicon.words("little")
    return not ended and ((loose and _length(line) > 0.5 * width) or _nearly_full(text, line, after, width, head=head))


def _nearly_full(text: str, line: Line, after: Line, width: int, *, head: bool) -> bool:
    """Whether a line that ends no sentence leaves little room: below the head of the page, or right behind its dateline."""
    if not _full(text, line, after, int(NEARLY * width)):
        return False
    dateline = read_dateline(text, line.start, line.end)
    return not head or bool(dateline and dateline.span.start == line.start and dateline.span.end < line.end)


def _opens_item(text: str, line: Line, *, ended: bool = True) -> bool:
    """Whether a line begins something of its own: a list item, a numbered paragraph, a question, a link, a footer."""
    stop = min(line.end, line.start + 80)
    item = _ITEM.match(text, line.start, stop)
    if item and (ended or not item[0][0].isalnum()):
        return True
    if lexicon.labelled("links").match(text, line.start, stop):
        return True
    return ended and bool(lexicon.labelled("speakers", "askers", "foot_labels").match(text, line.start, stop))


def _parted(text: str, line: Line, after: Line, *, head: bool) -> bool:
    """Whether two lines cannot be one sentence: capitals beside small letters, a dateline, a stamp, a byline."""
    over = read_dateline(text, line.start, after.end)
    if over and line.end < over.span.end <= after.end and over.span.start == line.start:
        return False
    capital, other = _shouted(text, line), _shouted(text, after)
    if capital != other or (capital and not head):
        return True
    dateline = read_dateline(text, after.start, after.end)
    if dateline and dateline.date and (_ended(text, line) or head):
        return True
    if _bracketed_date(text, after) or _bracketed_date(text, line):
        return True
    open_ended = _last_word(text, line) in lexicon.words("little") or text[line.end - 1].isdigit()
    return head and (_stamp(text, line) or (not open_ended and _stamp(text, after)))


def _shouted(text: str, line: Line) -> bool:
    words = text[line.start : min(line.end, line.start + 200)]
    return len(words) > 3 and words.isupper() and sum(sign.isalpha() for sign in words) > len(words) / 2


def _bracketed_date(text: str, line: Line) -> bool:
    bracketed = text[line.start] in "([" and text[line.end - 1] in ")]" and line.end - line.start < 200
    return bracketed and any(True for _ in written_dates(text, line.start, line.end))


def _stamp(text: str, line: Line) -> bool:
    """Whether a line of the head is a date with little else, or a byline."""
    words = text[line.start : min(line.end, line.start + 200)]
    found = [date for date in written_dates(words) if date.day and date.edtf]
    rest = len(words.split()) - sum(len(date.text.split()) for date in found)
    dated = bool(found) and rest <= 4 and words[-1] != "." and not _DATED.match(words) and words.count("(") <= words.count(")")
    return (dated and not read_dateline(text, line.start, line.end)) or bool(_BYLINE.match(words))


def _last_word(text: str, line: Line) -> str:
    return text[max(line.start, line.end - 20) : line.end].rsplit(maxsplit=1)[-1].lower()


def _full(text: str, line: Line, after: Line, width: int) -> bool:
    word = 0
    while word < 60 and after.start + word < after.end and text[after.start + word] not in " \t":
        word += 1
    return _length(line) + 1 + word > width


def _length(line: Line) -> int:
    return line.end - line.start + line.indent


def _ended(text: str, line: Line) -> bool:
    return bool(_ENDED.search(text[max(line.start, line.end - 8) : line.end]))
