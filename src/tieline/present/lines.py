"""What a screen shows, before anyone knows how wide it is or whether it has colours: lines made of pieces with a style."""

from collections.abc import Iterable
from typing import NamedTuple

# style -> how rich draws it; on a screen without colours only "mark" leaves a trace (asterisks around the telling words)
STYLES = {
    "": "",
    "strong": "bold",
    "soft": "dim",
    "mark": "bold yellow",
    "good": "bold green",
    "warn": "bold yellow",
    "bad": "bold red",
    "head": "bold cyan",
}


class Piece(NamedTuple):
    """Some words in one style."""

    text: str
    style: str = ""


class Line(NamedTuple):
    """One line or paragraph: its pieces, how far it is indented, and what stands before it (a bullet or number)."""

    pieces: tuple[Piece, ...]
    indent: int = 0
    lead: str = ""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(piece.text for piece in self.pieces)


Lines = tuple[Line, ...]
BLANK = Line(())


def line(*pieces: str | Piece, indent: int = 0, lead: str = "") -> Line:
    """A line of words; a bare string has no style."""
    return Line(tuple(Piece(one) if isinstance(one, str) else one for one in pieces if one), indent, lead)


def head(text: str) -> Line:
    """A heading."""
    return line(Piece(text, "head"))


def section(title: str, lines: Iterable[Line]) -> Lines:
    """A blank line, a heading and what stands below it; nothing where nothing does."""
    found = tuple(lines)
    return (BLANK, head(title), *found) if found else ()
