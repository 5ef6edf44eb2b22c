"""The characters of a file: which encoding it has, told from its bytes."""

import codecs
import re

from tieline.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    b"%PDF", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"\x7fELF",
    b"SQLite format 3", b"Rar!", b"7z\xbc\xaf", b"OggS", b"{\\rtf",
)  # fmt: skip
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_STRANGE = re.compile(r"[^\w\s\x20-\x7e‘’“”‚„‹›«»–—…•·°§©®™€£¥¢±²³´¨¼½¾¿¡ºª×÷†‡‰ˆ˜µ¶¬¦¤¸¹]")
SAMPLE = 65536


def decode(data: bytes, name: str) -> str:
    """The text of a file's bytes, line ends as they are. `SourceError` where the bytes are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, name)
    wide = _wide(data)
    if wide:
        return _strictly(data, wide, name)
    if data.startswith(_BINARY) or len(_CONTROL.findall(data[:SAMPLE])) > len(data[:SAMPLE]) / 200:
        raise SourceError(f"{name}: a binary file or one of another program, not a text; give the article as plain text.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _eight_bits(data, name)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(f"{name}: marked as {encoding.upper()} but broken at byte {error.start}; save it as UTF-8.") from error


def _wide(data: bytes) -> str | None:
    """The encoding of a text of two or four bytes a character without a mark, told by where its zero bytes stand."""
    sample = data[: min(len(data), 4096) // 4 * 4]
    zeros = [sample[place::4].count(0) / max(len(sample) // 4, 1) for place in range(4)]
    for encoding, low in (("utf-32-le", (0,)), ("utf-32-be", (3,)), ("utf-16-le", (0, 2)), ("utf-16-be", (1, 3))):
        if all(share < 0.05 if place in low else share > 0.6 for place, share in enumerate(zeros)):
            return encoding
    return None


def _eight_bits(data: bytes, name: str) -> str:
    """A text of one byte a character: Windows-1252 (which takes in Latin-1) where that reads well, else what statistics say."""
    try:
        text = data.decode("cp1252")
        other = sum(ord(sign) > 126 for sign in text[:SAMPLE])
        if not _STRANGE.search(text[:SAMPLE]) and other < 0.15 * len(text[:SAMPLE]):
            return text
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 4 * SAMPLE]).best()
    try:
        return data.decode(best.encoding if best else "latin-1")
    except UnicodeDecodeError as error:
        raise SourceError(f"{name}: no encoding fits byte {error.start}; save it as UTF-8.") from error
