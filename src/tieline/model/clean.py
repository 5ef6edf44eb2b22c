"""Untrusted text made safe to show: articles may hold control characters that a terminal would obey."""

from tieline.late import regex

# C0 and C1 controls, bidirectional marks, overrides and isolates, byte order mark, lone surrogates, and what is no
# character in XML.
_UNSAFE = regex("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff\ud800-\udfff\ufffe\uffff]")
_SPACE = regex(r"\s+")


def one_line(text: str) -> str:
    """The text on one line, without anything that a terminal or a page would obey instead of show."""
    return _SPACE.sub(" ", _UNSAFE.sub("", text)).strip()


def visible(text: str) -> str:
    """The same, with its line breaks and spaces kept."""
    return _UNSAFE.sub("", text)


def clip(text: str, width: int) -> str:
    """The text cut at a word so that it fits the width, with an ellipsis where something was left out."""
    if len(text) <= width:
        return text
    cut = text[: width - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[width // 2 :] else cut).rstrip(" ,;:") + "…"
