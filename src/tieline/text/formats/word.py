"""Word documents: their paragraphs and the cells of their tables, in order."""

import io

from tieline.errors import SourceError
from tieline.text.formats.piece import Piece, Pieces, missing


def read_word(data: bytes, name: str) -> Pieces:
    """The text of a Word document, a blank line between paragraphs. The file's own dates tell when it was typed, so they are left alone."""
    try:
        import docx
        from docx.table import Table
    except ImportError as error:
        raise missing(name, "Word documents", "docx") from error
    try:
        parts = list(docx.Document(io.BytesIO(data)).iter_inner_content())
    except Exception as error:  # a damaged archive shows itself in many ways
        raise SourceError(f"{name}: not a Word document that can be read; save it again as .docx or as plain text.") from error
    lines = []
    for part in parts:
        if isinstance(part, Table):
            lines += [" | ".join(cell.text.strip() for cell in row.cells) for row in part.rows]
        else:
            lines.append(part.text)
    text = "\n\n".join(line for line in lines if line.strip())
    if not text:
        raise SourceError(f"{name}: the document holds no words.")
    return Pieces((Piece(text),))
