"""The texts of a file in whatever form it has: plain text, Markdown, a web page, PDF, Word, JSON lines, CSV."""

from collections.abc import Callable, Mapping

from tieline.text.formats.pdf import read_pdf
from tieline.text.formats.piece import Pieces, missing
from tieline.text.formats.plain import read_plain
from tieline.text.formats.rows import read_csv, read_json, read_json_lines
from tieline.text.formats.web import read_web
from tieline.text.formats.word import read_word

__all__ = ["SUFFIXES", "Pieces", "missing", "read_pieces", "told_by_content"]

Reader = Callable[[bytes, str], Pieces]
READERS: Mapping[str, Reader] = {
    ".csv": read_csv,
    ".docx": read_word,
    ".htm": read_web,
    ".html": read_web,
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".markdown": read_plain,
    ".md": read_plain,
    ".ndjson": read_json_lines,
    ".pdf": read_pdf,
    ".text": read_plain,
    ".tsv": read_csv,
    ".txt": read_plain,
    ".xhtml": read_web,
}
SUFFIXES = tuple(READERS)


def read_pieces(data: bytes, name: str, suffix: str) -> Pieces:
    """The texts of a file's bytes, with what the file says of them; a file of any other suffix is plain text.

    `SourceError` where nothing can be read, `MissingExtra` where the reader of its form is not installed.
    """
    reader = READERS.get(suffix.lower(), read_plain)
    if reader is read_plain and told_by_content(data) == ".html":
        reader = read_web  # a page saved under the name of a text
    return reader(data, name)


def told_by_content(data: bytes) -> str:
    """The suffix that fits bytes without a name: those of standard input."""
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF"):
        return ".pdf"
    if head.startswith(b"PK\x03\x04"):
        return ".docx"
    if head[:15].lower().startswith((b"<!doctype html", b"<html")):
        return ".html"
    return ".jsonl" if head.startswith(b"{") and b'"text"' in data.split(b"\n", 1)[0] else ".txt"
