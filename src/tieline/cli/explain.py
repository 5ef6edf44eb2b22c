"""`tieline explain`: how a fact came about."""

from typing import Annotated

import typer

from tieline.cli.options import AsOf, Json, Kb, Quiet, Verbose, command
from tieline.cli.session import FOUND, open_kb, print_json


def explain(
    id: Annotated[
        str, typer.Argument(metavar="ID", help="The id of an event, agreement, figure or actor; see: tieline timeline --verbose.")
    ],
    as_of: AsOf = None,
    kb: Kb = None,
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """The derivation of a fact: the rule, the dates, the sentences, the articles.

    For an answer use: tieline ask --why.

    Example: tieline explain event:...
    """
    from tieline.errors import NotFound

    base = open_kb(kb, as_of)
    found = base.find(id)
    if not found:
        raise NotFound(f'Nothing has the id "{id}". Ids: tieline timeline --verbose.')
    steps = base.explain(found[0])
    if json:
        print_json(list(steps))
        return FOUND
    from tieline.present.answer import derivation_lines
    from tieline.present.lines import BLANK, Piece, line
    from tieline.present.screen import show

    heading = () if quiet else (line(Piece(found[0].id, "strong")),)
    show((*heading, *derivation_lines(steps)))
    if verbose and len(found) > 1:
        show((BLANK, line(Piece("Also found: " + ", ".join(one.id for one in found[1:]), "soft"))))
    return FOUND


app = command(explain)
