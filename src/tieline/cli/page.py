"""`tieline page`: the knowledge base as one page."""

from pathlib import Path
from typing import Annotated

import typer

from tieline.cli.options import AsOf, Json, Kb, Quiet, Verbose, command
from tieline.cli.session import FOUND, open_kb, print_written


def page(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE.html", help="The page to write.")],
    title: Annotated[str | None, typer.Option(help="The heading of the page.")] = None,
    as_of: AsOf = None,
    kb: Kb = None,
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Write the knowledge base as one HTML file that opens from disk and asks nothing of the network.

    Example: tieline page -o china-peru.html
    """
    from tieline.present.export import write_text

    write_text(output, open_kb(kb).page(title=title, as_of=as_of))
    print_written((output,), as_json=json, quiet=quiet, verbose=verbose)
    return FOUND


app = command(page)
