"""Plain text and Markdown: the characters as they are."""

from tieline.text.decode import decode
from tieline.text.formats.piece import Piece, Pieces


def read_plain(data: bytes, name: str) -> Pieces:
    """The one text of a file, whatever its encoding."""
    return Pieces((Piece(decode(data, name)),))
