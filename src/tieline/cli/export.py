"""`tieline export`: the facts in the formats of other tools."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from tieline.cli.options import AsOf, Json, Kb, Quiet, Verbose, command
from tieline.cli.session import FOUND, open_kb, print_written
from tieline.present.formats import FORMATS, known_format


def export(  # noqa: D103
    format: Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of: {', '.join(FORMATS)}.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="PATH", help="The file or folder to write.")],
    as_of: AsOf = None,
    kb: Kb = None,
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:  # its docstring, which lists the formats, stands below
    known_format(format)
    written = open_kb(kb, as_of).export(format, output)
    print_written(written, as_json=json, quiet=quiet, verbose=verbose)
    if not quiet:
        for note in written.notes:
            print(note, file=sys.stderr)
    return FOUND


_WIDE = max(map(len, FORMATS)) + 2
_LISTED = "\n".join(f"  {name.ljust(_WIDE)}{one.use}" for name, one in FORMATS.items())
export.__doc__ = f"""Write all facts for another tool: a graph, linked data, tables, a calendar, a chronology.

\b
Formats:
{_LISTED}

The same facts give the same bytes. What was there before stays until the new file is complete.

Example: tieline export gexf -o china-peru.gexf
"""
app = command(export)
