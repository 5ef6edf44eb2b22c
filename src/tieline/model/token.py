"""Tokens and sentences: the units that rules match."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tieline.late import regex

_TOKEN = regex(r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|['’]s\b|-{2,}|[^\w\s*`]")
_SPACE = regex(r"[^\S\u00a0\u202f]")  # no-break spaces stay: they hold a number together


class Token(NamedTuple):
    """One word, number or sign, with its place in the document. `lower` has straight apostrophes."""

    start: int
    end: int
    text: str
    lower: str


def level(text: str) -> str:
    """The text with line breaks and tabs written as blanks: as long as before, so that places stay the same."""
    return _SPACE.sub(" ", text)


def tokenize(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The tokens of a text, places counted from `offset`. Words, numbers ("1,200.5"), possessive 's, and single signs.

    The signs of Markdown emphasis (`*`, `_`, backquote) are no tokens.
    """
    return tuple(Token(m.start() + offset, m.end() + offset, m[0], m[0].lower().replace("’", "'")) for m in _TOKEN.finditer(text))


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
