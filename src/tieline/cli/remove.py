"""`tieline remove`: one document less."""

from typing import Annotated

import typer

from tieline.cli.options import Json, KbToChange, Quiet, Verbose, command
from tieline.cli.report import report
from tieline.cli.session import FOUND, open_kb


def remove(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The id of a document; see: tieline documents.")],
    kb: KbToChange,
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Take a document out of a knowledge base, with everything that only it says.

    Example: tieline remove note --kb mine.tieline
    """
    base = open_kb(kb)
    base.remove(document)
    base.save(kb)
    report(base, kb, as_json=json, quiet=quiet, verbose=verbose)
    return FOUND


app = command(remove)
