"""PDF: the text of the pages, without the running heads and page numbers that break it up."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from tieline.errors import SourceError
from tieline.text import lexicon
from tieline.text.formats.piece import Piece, Pieces, missing

LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\x00": "", "\xad": "-"})
HEAD = 1500  # characters from the top of a PDF in which its headline stands
EDGE = 2  # lines at the top and at the foot of a page where running heads stand
_TORN = re.compile(r"(?<=[a-z]) ([ﬀ-ﬆ]) (?=[a-z])")  # "o ﬃ cials": a letter set apart from its word
_NUMBER = re.compile(r"\d+")
_PAGE = re.compile(r"(?:page\s)?\W{0,3}\d{1,4}\W{0,3}(?:(?:of|/)\s?\d{1,4})?$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_LINKED = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-\n([^\W\d_]+)[ \t]?")
_ENDS = (".", "!", "?", '"', "”", "’", ")", ":")


def read_pdf(data: bytes, name: str) -> Pieces:
    """The text of a PDF. Its dates tell when the file was made, so they are left alone."""
    try:
        from pypdf import PdfReader
    except ImportError as error:
        raise missing(name, "PDF", "pdf") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is said once, by us
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError(f"{name}: the PDF is locked with a password; save an open copy.")
        pages = [page.extract_text() for page in reader.pages]
        named = reader.metadata.title if reader.metadata else None
    except SourceError:
        raise
    except Exception as error:  # a damaged file shows itself in many ways
        raise SourceError(f"{name}: not a PDF that can be read; save it again or give the article as plain text.") from error
    text = whole_words(joined(pages))
    if not text.strip():
        raise SourceError(f"{name}: no words in this PDF (a scan?); give the article as plain text.")
    return Pieces((Piece(text, title=headline(str(named or ""), text)),))


def headline(named: str, text: str) -> str | None:
    """The title that a PDF gives itself, where the head of its text has it too; many name a file or a program there."""
    title = " ".join(named.split())
    head = " ".join(text[:HEAD].split()).casefold()
    return title if len(title.split()) > 2 and title.casefold() in head else None


def joined(pages: Iterable[str]) -> str:
    """One text of many pages: a running head is kept where it stands first, page numbers go, a sentence runs on over the edge."""
    sheets = [[line.rstrip() for line in _TORN.sub(r"\1", page).translate(LIGATURES).splitlines()] for page in pages]
    sheets = [_trimmed(lines) for lines in sheets]
    heads = Counter(key for lines in sheets for key in {_plain(line) for line in _edges(lines)})
    running = {key for key, count in heads.items() if key and count > 1 and count * 2 >= len(sheets)}
    seen: set[str] = set()
    text = ""
    for lines in sheets:
        kept = "\n".join(_without(lines, running, seen)).strip("\n")
        text += ("\n\n" if text.endswith(_ENDS) else (" ", "\n")[text.endswith("-")] if text and kept else "") + kept
    return text


def whole_words(text: str) -> str:
    """A text without words broken at line ends.

    A word keeps its hyphen where the text has it with one elsewhere, where both halves are words of the text or the first one opens
    compounds ("long-term"), and before a capital; all others are joined.
    """
    known = {word.lower() for word in _WORD.findall(_BROKEN.sub(" ", text))}
    linked = {word.lower() for word in _LINKED.findall(text)}
    firsts = lexicon.words("compound_firsts")

    def mend(match: re.Match[str]) -> str:
        first, second = match[1].lower(), match[2].lower()
        halves = first in firsts or (first in known and second in known)
        keeps = f"{first}-{second}" in linked or match[2][0].isupper() or halves
        return (f"{match[1]}-{match[2]}" if keeps and first + second not in known else match[1] + match[2]) + "\n"

    return _BROKEN.sub(mend, text)


def _trimmed(lines: Sequence[str]) -> list[str]:
    kept = list(lines)
    while kept and not kept[0].strip():
        kept.pop(0)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def _edges(lines: Sequence[str]) -> list[str]:
    return list(lines) if len(lines) <= 2 * EDGE else [*lines[:EDGE], *lines[-EDGE:]]


def _plain(line: str) -> str:
    return _NUMBER.sub("#", " ".join(line.split())).lower()


def _without(lines: Sequence[str], running: set[str], seen: set[str]) -> list[str]:
    """The lines of a page less its page number and the running heads that stood on an earlier page."""
    kept = []
    for place, line in enumerate(lines):
        edge = place < EDGE or place >= len(lines) - EDGE
        key = _plain(line)
        if edge and (_PAGE.fullmatch(line.strip()) or (key in running and key in seen)):
            continue
        if edge and key in running:
            seen.add(key)
        kept.append(line)
    return kept
