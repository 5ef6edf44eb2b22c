"""`tieline export`: the facts in the formats of other tools."""

from pathlib import Path
from typing import Annotated

import typer

from tieline.cli.options import AsOf, Json, Kb, Quiet, Verbose, command
from tieline.cli.session import FOUND, open_kb, print_written


def export(
    format: Annotated[str, typer.Argument(metavar="FORMAT", help="graphml, gexf, jsonld, json (a file) or csv (a folder).")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="PATH", help="The file, or for csv the folder, to write.")],
    as_of: AsOf = None,
    kb: Kb = None,
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Write all facts for another tool: a graph, linked data, plain JSON, or tables.

    Example: tieline export gexf -o china-peru.gexf
    """
    from tieline.present.export import check_format
    from tieline.present.export import export as write

    check_format(format)
    written = write(open_kb(kb, as_of).facts, format, output)
    print_written(written, as_json=json, quiet=quiet, verbose=verbose)
    return FOUND


app = command(export)
