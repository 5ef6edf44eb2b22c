"""The zones of an article: what is prose, and what is headline, stamp, dateline, link, heading or footer."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tieline.text import lexicon
from tieline.text.blocks import Block, strip
from tieline.text.dateline import Dateline, read_dateline
from tieline.text.dates import WrittenDate, written_dates

_END = re.compile(r"[.!?…][\"'”’»)\]*_]{0,5}$")
_ABBREVIATED = re.compile(r"(?:[A-Z]\.){2,}$")
_PREFIX = re.compile(r"date:?\s+\d{4}-\d{2}-\d{2}(?=\s|$)\s*", re.IGNORECASE)
_BYLINE = re.compile(r"[*_]{0,3}(?:by|reported by|written by|story by)\s+[^\s\d]", re.IGNORECASE)
_RIGHTS = re.compile(r"\([cC]\)\s+(?:(?:19|20)\d\d,?\s+)?[^\W\d_a-z][^\d\n.;]{1,60}(?:(?:19|20)\d\d)?\.?")  # "(c) Name, 2018"
_BULLET = re.compile(r"(?:[-*•·–—▪◦‣+]\s+|\([a-z\d]{1,2}\)\s+)")
_NUMBER = re.compile(r"\(?\d{1,3}[.)]\s+(?=[^\s\da-z])")
_MARKDOWN = re.compile(r"#{1,6}\s+|>\s+")
_QUOTED = re.compile(r"(?:>[ \t]+)+(?=\S)")
_LABEL = re.compile(r"[*_]{0,3}(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4})(?: ?\([^()\n]{1,60}\))?:[*_]{0,3}\s+")
_BRACKETED = re.compile(r"[*_]{0,3}[(\[].*[)\]][*_.]{0,4}", re.DOTALL)
_PATH = re.compile(
    r"(?:home|news|world|politics|business|front page|you are here:?)\s*(?:>|»|›|→|/|\|)\s*\S", re.IGNORECASE
)  # "Home > News > World"
_URL = re.compile(r"(?:https?://|www\.)\S+$")
_TABLE = re.compile(r"[-+=_*~#|\s]+$")
_CLOCK = re.compile(r"(?<!\S)(?:\d{1,2}[:.]\d{2}h?|[A-Z]{2,3}T|GMT|UTC|hrs|[ap]\.?m\.?)(?!\S)")
_LINES = re.compile(r"[^\n]*[^\s][^\n]*")
# an entry of a chronology: "- 2013-03-06: talks begin"
_ENTRY = re.compile(r"[-*•·–—▪◦‣+]\s+[*_]{0,2}(?=[^:\n]{0,20}\d{4}|\d{4}-)[\w ,./-]{4,24}?[*_]{0,2}\s?[:–—][*_]{0,2}\s+\S+\s+\S")
LINE = 60  # characters of a line that gives place and day
FEW = 12
TAIL = 6


class Unit(NamedTuple):
    """A stretch of text in one zone; `paragraph` counts blocks."""

    zone: str
    start: int
    end: int
    paragraph: int


class Layout(NamedTuple):
    """All units in order, and the dateline where there is one."""

    units: tuple[Unit, ...]
    dateline: Dateline | None


def layout(text: str, blocks: Sequence[Block]) -> Layout:
    """The zones of a text whose blocks are given."""
    units: list[Unit] = []
    dateline: Dateline | None = None
    labels = _labels(text, blocks)
    body = next((i for i, block in enumerate(blocks) if _opens_body(text, block, labels)), _only_sentence(text, blocks))
    foot = _foot(text, blocks, body)
    asking = False
    for i, block in enumerate(blocks):
        start = block.start
        if i == 0 and (prefix := _PREFIX.match(text, block.start, block.end)):
            units.append(Unit("prefix", block.start, strip(text, block.start, prefix.end()).end, i))
            start = prefix.end()
            if start >= block.end:
                continue
        if i >= foot:
            units.append(Unit("footer", start, block.end, i))
        elif i < body:
            units.extend(_head_units(text, start, block.end, i))
        else:
            if dateline is None and i <= body + 1 and not _speaks(text, start, block.end, labels):
                dateline = read_dateline(text, start, block.end, bare=start != block.start)
                if dateline and _is_entry(text, dateline, blocks[i + 1 :]):
                    dateline = None
                if dateline:
                    units.append(Unit("dateline", start, strip(text, start, dateline.span.end).end, i))
                    start = strip(text, dateline.span.end, block.end).start
            parts = list(_body_units(text, start, block.end, i, labels, asking=asking))
            asking = parts[-1].zone == "question" if parts and parts[0].zone == "speaker" else asking
            units.extend(parts)
    return Layout(tuple(_letterhead(text, units)), dateline)


def _is_entry(text: str, dateline: Dateline, others: Sequence[Block]) -> bool:
    """Whether a day without a place opens the first entry of a chronology: another block begins with a day too."""
    if dateline.place or dateline.agency:
        return False
    return any(date.span.start - one.start <= 2 for one in others for date in written_dates(text, one.start, min(one.end, one.start + 40)))


def _opens_body(text: str, block: Block, labels: Mapping[str, str]) -> bool:
    """Whether a block is the first of the prose."""
    prefix = _PREFIX.match(text, block.start, block.end)
    start = prefix.end() if prefix else block.start
    if prefix and read_dateline(text, start, block.end, bare=True):
        return True
    if _skipped(text, start, block.end) or _MARKDOWN.match(text, start) or _only_dated(text, start, block.end):
        return False
    if _speaks(text, start, block.end, labels) or _ENTRY.match(text, start, block.end):
        return True
    opening = None if _head_label(text, start, block.end) else read_dateline(text, start, block.end)
    if opening and len(text[opening.span.end : block.end].split()) > 5 and (opening.date or is_prose(text, opening.span.end, block.end)):
        return True
    return is_prose(text, start, block.end) and not _titled(text, start, block.end)


def _only_dated(text: str, start: int, end: int) -> bool:
    """Whether a line holds a day, alone or with a place: "Washington, Jan. 3 [1907].", "Monday, May 3, 1971.", above its report."""
    if end - start <= LINE and any(
        date.day and date.edtf and not text[start : date.span.start].strip(" ,") and not text[date.span.end : end].strip(" .,:)")
        for date in written_dates(text, start, end)
    ):
        return True
    dates = [date for date in written_dates(text, start, min(end, start + LINE)) if date.day] if end - start <= LINE else []
    return (
        len(dates) == 1
        and text[start].isupper()
        and not text[dates[0].span.end : end].strip(" .,:)")
        and _names_place(text, start, dates[0])
    )


def _names_place(text: str, start: int, date: WrittenDate) -> bool:
    words = text[start : date.span.start].rstrip(" ,(").split()
    return len(words) <= 4 and text[start : date.span.start].rstrip().endswith(",") and all(word[0].isupper() for word in words)


def _only_sentence(text: str, blocks: Sequence[Block]) -> int:
    """The first block that ends as a sentence does, where nothing else in the text reads as prose."""
    ends = (i for i, one in enumerate(blocks) if is_prose(text, one.start, one.end) and not _skipped(text, one.start, one.end))
    return next(ends, len(blocks))


def is_prose(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text reads as sentences: it ends as a sentence does, or it is long."""
    words = text[start : min(end, start + 400)].split()
    tail = text[max(start, end - 10) : end]
    if len(words) > 30 or (end - start) > 400:
        return True
    if _LABEL.match(text, start, end) and not _head_label(text, start, end) and len(words) >= 3 and (_END.search(tail) or len(words) > FEW):
        return True
    if tail.endswith((":", ";", ",")):
        return len(words) >= 8
    return len(words) >= 4 and bool(_END.search(tail))


def _titled(text: str, start: int, end: int) -> bool:
    """Whether a short line that ends in a full stop or a question mark at the head of a page is its headline all the same."""
    line = text[start:end]
    words = [word for word in re.findall(r"[^\W\d_]+", line[:300]) if len(word) > 3]
    if len(line.split()) > 16 or not words or re.search(r"[.!?][\"'”’]?\s+[A-Z]\w+\s+\w", line):
        return False
    capital = sum(word[0].isupper() for word in words)
    if _ABBREVIATED.search(line) or line.upper() == line:
        return True
    return (capital == len(words) and len(words) > 3) or (line.rstrip("”’\"'").endswith("?") and not line.startswith(("“", '"')))


def _skipped(text: str, start: int, end: int) -> bool:
    """Whether a block stands outside the prose whatever its length: a link, a stamp, a byline, a rule."""
    if lexicon.labelled("links").match(text, start, end):
        return True
    if _TABLE.match(text, start, min(end, start + 200)) or _URL.match(text, start, end):
        return True
    return end - start < 200 and bool(_BRACKETED.fullmatch(text, start, end)) and _dated(text, start, end)


def _head_units(text: str, start: int, end: int, paragraph: int) -> Iterator[Unit]:
    """The units of a block of the head: one, or a stamp told from the lines that stand with it ("No. 118, 3 May 2021" below a flag)."""
    zone = _head_zone(text, start, end)
    lines = [strip(text, start + m.start(), start + m.end()) for m in _LINES.finditer(text[start:end])]
    zones = [_head_zone(text, line.start, line.end) for line in lines]
    stamped = any(own in ("header", "byline") and _dated(text, line.start, line.end) for own, line in zip(zones, lines, strict=True))
    if zone not in ("headline", "header") or not stamped or len(set(zones)) == 1:
        yield Unit(zone, start, end, paragraph)
        return
    for own, run in itertools.groupby(zip(zones, lines, strict=True), key=lambda one: one[0]):
        spans = [line for _, line in run]
        yield Unit(own, spans[0].start, spans[-1].end, paragraph)


def _head_zone(text: str, start: int, end: int) -> str:
    if quote := _QUOTED.match(text, start, end):
        start = quote.end()
    words = len(text[start:end].split())
    if lexicon.labelled("links").match(text, start, end):
        return "link"
    if _PATH.match(text, start, end):
        return "header"
    if _TABLE.match(text, start, min(end, start + 200)) or _URL.match(text, start, end):
        return "header"
    if _BYLINE.match(text, start) and words <= 18 and not is_prose(text, start, end):
        return "byline"
    if _MARKDOWN.match(text, start):
        return "headline"
    dates = list(written_dates(text, start, min(end, start + 300)))
    signs = sum(not any(sign.isalnum() for sign in word) for word in text[start : min(end, start + 300)].split())
    rest = words - signs - sum(len(date.text.split()) for date in dates) - len(_CLOCK.findall(text, start, min(end, start + 300)))
    label = lexicon.opening("head_labels").match(text, start, end)
    if _head_label(text, start, end):
        return "header"
    whole = any(date.day for date in dates) and (
        rest <= 6 or _is_flag(text, start, end, dates) or bool(_BRACKETED.fullmatch(text, start, end))
    )
    if dates and (rest <= 1 or label or whole or _house_and_month(text, start, end, dates[-1])):
        return "header"
    if label and words <= 4:
        return "header"
    if re.search(r"\brelease\b", text[start:end], re.IGNORECASE) and re.search(r"\d", text[start:end]) and words <= 8:
        return "header"
    return "headline"


def _is_flag(text: str, start: int, end: int, dates: Sequence[WrittenDate]) -> bool:
    """Whether a line is a newspaper's flag: the weekday and day of the issue beside its number, place or price."""
    line = text[start:end]
    named = any(date.edtf and date.weekday is not None for date in dates)
    return named and len(line.split()) <= 24 and not is_prose(text, start, end) and bool(lexicon.anywhere("flags").search(line))


def _house_and_month(text: str, start: int, end: int, date: WrittenDate) -> bool:
    """Whether a line is a name of few words, or a house, and a date: "Great Lakes Forum, September 2017"."""
    name = text[start : date.span.start].rstrip()
    words = name.rstrip(",").split()
    rest = text[date.span.end : end].strip()
    return (
        name.endswith(",")
        and not rest
        and len(words) <= (12 if lexicon.anywhere("houses").search(name) else 6)
        and all(word[0].isupper() or word in ("of", "for", "the", "and") for word in words)
    )


def _head_label(text: str, start: int, end: int) -> bool:
    """Whether a line of the head is a field: a known word and a colon ("SECTION: WORLD")."""
    label = lexicon.opening("head_labels").match(text, start, end)
    return bool(label and text[label.end() : label.end() + 4].lstrip(" *_.").startswith((":", "©")) and end - start < 200)


def _letterhead(text: str, units: list[Unit]) -> Iterator[Unit]:
    """The units with a house's name above the headline ("ISTHMUS POLICY INSTITUTE") told from it; further lines are headings."""
    lines = [unit for unit in units if unit.zone == "headline"]
    heads = [unit for unit in lines if not _house(text[unit.start : unit.end])]
    title = next(iter(heads or lines), None)
    for unit in units:
        if unit.zone == "headline" and unit is not title:
            yield unit._replace(zone="header" if _house(text[unit.start : unit.end]) and title and unit.start < title.start else "heading")
        else:
            yield unit


def _house(line: str) -> bool:
    line = re.sub(r"\s*\([^()]*\)\s*$", "", line)
    words = line.split()
    last = words[-1].lower().strip("*_.,") if words else ""
    named = all(word[0].isupper() or word.lower() in ("of", "for", "and", "the", "on", "in", "&") for word in words)
    return (
        len(words) <= 8
        and named
        and bool(lexicon.anywhere("houses").search(line))
        and (last in lexicon.words("houses") or " of " in line.lower())
    )


def _body_units(text: str, start: int, end: int, paragraph: int, labels: Mapping[str, str], *, asking: bool) -> Iterator[Unit]:
    """The units of a block below the head."""
    if start >= end:
        return
    if _skipped(text, start, end):
        link = lexicon.labelled("links").match(text, start, end) or _URL.match(text, start, end)
        yield Unit("link" if link else "heading", start, end, paragraph)
    elif _MARKDOWN.match(text, start) and text[start] == "#":
        yield Unit("heading", _MARKDOWN.match(text, start).end(), end, paragraph)  # type: ignore[union-attr]
    elif quote := _QUOTED.match(text, start, end):
        yield from _body_units(text, quote.end(), end, paragraph, labels, asking=asking)
    elif _correction(text, start):
        yield Unit("correction", start, end, paragraph)
    elif (label := _LABEL.match(text, start, end)) and label["name"].lower() in labels:
        yield Unit("speaker", start, strip(text, start, label.end()).end, paragraph)
        yield Unit(labels[label["name"].lower()], label.end(), end, paragraph)
    elif bullet := _BULLET.match(text, start, end):
        yield Unit("list", bullet.end(), end, paragraph)
    elif number := _NUMBER.match(text, start, end):
        yield Unit("prose", number.end(), end, paragraph)
    elif _heading(text, start, end):
        yield Unit("heading", start, end, paragraph)
    else:
        yield Unit("question" if asking else "prose", start, end, paragraph)


def _speaks(text: str, start: int, end: int, labels: Mapping[str, str]) -> bool:
    label = _LABEL.match(text, start, end)
    return bool(label and label["name"].lower() in labels)


def _correction(text: str, start: int) -> bool:
    match = lexicon.opening("corrections").match(text, start)
    return bool(match and ":" in text[match.end() : match.end() + 40])


def _heading(text: str, start: int, end: int) -> bool:
    line = text[start:end]
    if is_prose(text, start, end) or (_END.search(line[-10:]) and len(line.split()) > 1 and not line.isupper()):
        return False
    return len(line.split()) <= FEW or line.upper() == line


def _labels(text: str, blocks: Sequence[Block]) -> Mapping[str, str]:
    """The labels before a colon that name who speaks, with the zone of what they say: known ones, and those that come back.

    In a transcript, who speaks once and ends with a question mark asks.
    """
    asks: dict[str, list[bool]] = {}
    for block in blocks:
        if label := _LABEL.match(text, block.start, block.end):
            asks.setdefault(label["name"].lower(), []).append(text[block.end - 1] == "?")
    askers, speakers = lexicon.words("askers"), lexicon.words("speakers")
    often = 2 if len(asks) > 1 else 3
    regular = {name for name, turns in asks.items() if name in askers or name in speakers or len(turns) >= often}
    heads = lexicon.words("head_labels") | lexicon.words("links")
    return {
        name: "question" if name in askers or (all(turns) and regular - {name}) else "prose"
        for name, turns in asks.items()
        if name in regular or (regular and all(turns) and name not in heads)
    }


def _dated(text: str, start: int, end: int) -> bool:
    return any(True for _ in written_dates(text, start, min(end, start + 300)))


def _foot(text: str, blocks: Sequence[Block], body: int) -> int:
    """The index of the first block of the foot: from the end back, as long as blocks read like footers."""
    first = len(blocks)
    for i in range(len(blocks) - 1, max(body, len(blocks) - TAIL - 1), -1):
        if not _is_footer(text, blocks[i].start, blocks[i].end):
            break
        first = i
    return first


def _credit(line: str, words: int) -> bool:
    """Whether a last line with a dash credits a paper and its day: "- Ellis Herald, 6 March 2019"."""
    return words <= 9 and line[0] in "-–—" and bool(lexicon.anywhere("houses").search(line)) and any(True for _ in written_dates(line))


def _is_footer(text: str, start: int, end: int) -> bool:
    line = text[start : min(end, start + 600)]
    words = len(line.split())
    if words <= 60 and lexicon.anywhere("foot_phrases").search(line):
        return True
    if _RIGHTS.fullmatch(line.strip()):
        return True
    if words > 60 or (_BULLET.match(line) and not line.startswith("*") and not _credit(line, words)):
        return False
    if _BRACKETED.fullmatch(line) and (words <= FEW or _dated(text, start, end)):
        return True
    label = lexicon.opening("foot_labels").match(line)
    if label and (
        words <= 4 or not is_prose(text, start, end) or line[label.end() :].lstrip().startswith(":") or line[label.start()] in "©(*_"
    ):
        return True
    dates = list(written_dates(line))
    rest = words - sum(len(date.text.split()) for date in dates)
    stamped = bool(dates) and (rest <= 5 or _is_flag(text, start, end, dates)) and not is_prose(text, start, end)
    return stamped or (bool(_TABLE.match(line)) and words <= 3)
