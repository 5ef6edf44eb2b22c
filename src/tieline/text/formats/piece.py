"""One text of a file, and what a reader of a form of file gives."""

from dataclasses import dataclass, field

from tieline.errors import MissingExtra


@dataclass(frozen=True)
class Piece:
    """One text of a file with what the file says of it.

    `row` tells apart the texts of a file that holds several, `id` is the name that the file gives it; `published` is stated for this very
    text, `suggested` is a web page's own word for its day, which a day given by the user goes before.
    """

    text: str
    row: str = ""
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    suggested: str | None = None


@dataclass(frozen=True)
class Pieces:
    """The texts of one file, and in one line each what could not be read in it."""

    texts: tuple[Piece, ...]
    troubles: tuple[str, ...] = field(default=())


def missing(name: str, form: str, extra: str) -> MissingExtra:
    """The error that names the extra which brings the reader of a form of file."""
    return MissingExtra(f"{name}: reading {form} needs the extra '{extra}': pip install 'tieline[{extra}]'.")
