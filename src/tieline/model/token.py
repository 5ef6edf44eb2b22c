"""Tokens and sentences: the units that rules match."""

from functools import cached_property, lru_cache
from typing import NamedTuple

from tieline.late import regex
from tieline.light import dataclass

_TOKEN = regex(r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:(?:['’](?!s\b)|\u00ad{1,2})[^\W\d_]+)*|['’]s\b|-{2,}|[^\w\s*`]")
_SPACE = regex(r"[^\S\u00a0\u202f]|[\u200b\u2060\ufeff]")  # no-break spaces stay: they hold a number together
_EMPHASIS = regex(r"(?<![^\W_])_+|_+(?![^\W_])")
SOFT_HYPHEN = "\u00ad"
_HYPHENS = {ord(sign): "-" for sign in "\u2010\u2011\u2012\u2212"}  # hyphens, unbroken or not, of figures, and the minus
SHORT = 400  # characters of a question or a sentence


class Token(NamedTuple):
    """One word, number or sign, with its place in the document. `lower` has straight apostrophes."""

    start: int
    end: int
    text: str
    lower: str


def level(text: str) -> str:
    """The text with line breaks, tabs and underscores of emphasis as blanks, and every hyphen as "-": as long as before, places stay."""
    return with_plain_signs(_SPACE.sub(" ", text))


def with_plain_signs(text: str) -> str:
    """The text with the underscores of Markdown emphasis as blanks and every hyphen as "-": as long as before."""
    plain = text if text.isascii() else text.translate(_HYPHENS)
    return _EMPHASIS.sub(lambda signs: " " * len(signs[0]), plain) if "_" in plain else plain


def tokenize(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The tokens of a text, places counted from `offset`. Words, numbers ("1,200.5"), possessive 's, and single signs; every hyphen is "-".

    The signs of Markdown emphasis (`*`, `_`, backquote) are no tokens.
    """
    return _of_short(text, offset) if len(text) <= SHORT else _tokens(text, offset)


def _tokens(text: str, offset: int) -> tuple[Token, ...]:
    text = text if text.isascii() else text.translate(_HYPHENS)
    soft = SOFT_HYPHEN if SOFT_HYPHEN in text else ""
    return tuple(Token(m.start() + offset, m.end() + offset, m[0], _lower(m[0], soft)) for m in _TOKEN.finditer(text))


_of_short = lru_cache(maxsize=1024)(_tokens)  # each step that reads a question takes it apart again


def _lower(word: str, soft: str) -> str:
    lower = word.lower().replace("’", "'")
    return lower.replace(soft, "") if soft else lower


@dataclass(frozen=True)
class Sentence:
    """One sentence or line of a document; `text` is what the document has from `start` to `end`, addresses of links blanked.

    `zone`: prose, headline, heading, header, byline, dateline, prefix, footer, link, list, speaker ("Q:"), question (what an
    interviewer asks), correction.
    """

    index: int
    start: int
    end: int
    text: str
    zone: str = "prose"
    paragraph: int = 0

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens, with places in the document."""
        return tokenize(self.text, self.start)
