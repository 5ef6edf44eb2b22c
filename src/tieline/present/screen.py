"""Lines and tables on a real screen: with rich where there is a terminal, plain where there is a pipe."""

import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

from tieline.present.lines import STYLES, Line, Lines
from tieline.present.table import Cell, Table, stacked

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

NARROW = 60
UNWRAPPED = 1_000_000


def show(content: Lines | Table, file: TextIO | None = None) -> None:
    """Print lines or a table as the screen at hand allows."""
    out = file or sys.stdout
    wide = width(out)
    if isinstance(content, Table):
        if wide < NARROW:
            content = stacked(content)
        else:
            _rich_table(content, out, wide)
            return
    if _is_terminal(out) and not _is_dumb():
        _rich_lines(content, out)
    else:
        out.write(plain(content, wide))


def width(out: TextIO) -> int:
    """How many columns a line may take: what COLUMNS says, or the terminal; a pipe has no limit."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        return max(int(told), 20)
    if not _is_terminal(out):
        return UNWRAPPED
    import shutil

    return max(shutil.get_terminal_size().columns, 20)


def plain(lines: Lines, wide: int = UNWRAPPED) -> str:
    """Lines as bare text, wrapped; the telling words of a quote stand between asterisks."""
    return "".join(_plain_line(line, wide) + "\n" for line in lines)


def marked(line: Line) -> str:
    """The words of a line, the telling ones between asterisks."""
    return "".join(f"*{piece.text}*" if piece.style == "mark" else piece.text for piece in line.pieces)


def _plain_line(line: Line, wide: int) -> str:
    text = marked(line)
    first = " " * line.indent + line.lead
    if wide >= UNWRAPPED or not text:
        return (first + text).rstrip()
    import textwrap

    rest = " " * min(len(first), wide // 2)
    return textwrap.fill(text, wide, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _is_terminal(out: TextIO) -> bool:
    try:
        return out.isatty()
    except ValueError:  # closed
        return False


def _is_dumb() -> bool:
    """Whether the terminal knows no styles."""
    return os.environ.get("TERM") in ("dumb", "unknown")


def _cell(cell: Cell, styled: bool) -> "Text":
    from rich.text import Text

    if isinstance(cell, Line):
        return _rich_text(cell) if styled else Text(marked(cell))
    return Text(cell.text, STYLES[cell.style])


def _console(out: TextIO, wide: int | None = None) -> "Console":
    from rich.console import Console

    return Console(file=out, width=wide, highlight=False, markup=False, emoji=False)


def _rich_lines(lines: Lines, out: TextIO) -> None:
    from rich.padding import Padding

    console = _console(out)
    for line in lines:
        text = _rich_text(line)
        if line.lead:
            from rich.table import Table as Grid

            grid = Grid.grid(padding=0)
            grid.add_column(width=len(line.lead), no_wrap=True)
            grid.add_column(ratio=1)
            grid.add_row(line.lead, text)
            console.print(Padding(grid, (0, 0, 0, line.indent)))
        else:
            console.print(Padding(text, (0, 0, 0, line.indent)) if line.indent else text)


def _rich_text(line: Line) -> "Text":
    from rich.text import Text

    text = Text()
    for piece in line.pieces:
        text.append(piece.text, STYLES[piece.style] or None)
    return text


def _rich_table(table: Table, out: TextIO, wide: int) -> None:
    from rich import box
    from rich.table import Table as Grid
    from rich.text import Text

    terminal = _is_terminal(out)
    styled = terminal and not _is_dumb()
    grid = Grid(box=box.SIMPLE_HEAD if terminal else None, header_style="bold", pad_edge=False, show_edge=False, padding=(0, 2, 0, 0))
    for column in table.columns:
        fixed = column.fixed or wide >= UNWRAPPED
        share = None if fixed else column.ratio
        grid.add_column(Text(column.name), justify="right" if column.right else "left", no_wrap=fixed, overflow="fold", ratio=share)
    for row in table.rows:
        grid.add_row(*(_cell(cell, styled) for cell in row))
    drawn = io.StringIO() if not terminal else out
    console = _console(drawn, wide)
    console.print(grid)
    if table.note:
        console.print(Text(table.note, "dim"))
    if isinstance(drawn, io.StringIO):
        out.writelines(row.rstrip() + "\n" for row in drawn.getvalue().splitlines())
