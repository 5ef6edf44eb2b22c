"""A table before anyone knows how wide the screen is."""

from typing import NamedTuple

from tieline.present.lines import BLANK, Line, Lines, Piece, line


class Column(NamedTuple):
    """One column: its name, whether it is never wrapped, whether numbers stand right, and its share of the width."""

    name: str
    fixed: bool = False
    right: bool = False
    ratio: int | None = None


Cell = Piece | Line


class Table(NamedTuple):
    """Columns and rows of pieces or lines; `main` is the column that names a row where there is no room for columns."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    main: int = 0
    note: str = ""


def stacked(table: Table) -> Lines:
    """The table for a narrow screen: each row a small paragraph."""
    lines: list[Line] = []
    for row in table.rows:
        first = row[table.main]
        lines.append(first if isinstance(first, Line) else line(Piece(first.text, "strong")))
        for column, cell in zip(table.columns, row, strict=True):
            if cell.text and cell is not first:
                pieces = cell.pieces if isinstance(cell, Line) else (cell,)
                lines.append(line(Piece(f"{column.name.lower()}: ", "soft"), *pieces, indent=2))
        lines.append(BLANK)
    if table.note:
        lines.append(line(Piece(table.note, "soft")))
    return tuple(lines)
