"""`tieline show`: everything about one thing."""

from typing import Annotated

import typer

from tieline.cli.options import AsOf, Json, Kb, Quiet, Verbose, command
from tieline.cli.session import FOUND, open_kb, print_json, sources_of


def show(
    name: Annotated[list[str], typer.Argument(metavar="NAME-OR-ID", help="A name, part of a name, or an id.")],
    as_of: AsOf = None,
    kb: Kb = None,
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Everything about one actor, agreement, event or document, with its evidence.

    Where several carry the name, the best match is shown and the others are named.

    Example: tieline show "Hu Jintao"
    """
    from tieline.errors import NotFound
    from tieline.graph import in_order
    from tieline.present import screen
    from tieline.present.lines import BLANK, Piece, line
    from tieline.present.profile import profile_lines

    base = open_kb(kb, as_of)
    wanted = " ".join(name)
    found = base.find(wanted)
    if not found:
        raise NotFound(f'Nothing is called "{wanted}". See: tieline actors, agreements, documents; ids: tieline timeline --verbose.')
    if json:
        print_json(found[0])
        return FOUND
    screen.show(profile_lines(found[0], base.facts, sources_of(base), in_order(base.facts.events), verbose=verbose))
    if len(found) > 1 and not quiet:
        others = ", ".join(one.id for one in found[1:6])
        screen.show((BLANK, line(Piece(f"Also found: {others}", "soft"))))
    return FOUND


app = command(show)
