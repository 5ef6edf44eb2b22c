"""`tieline timeline`: dated events."""

from typing import Annotated

import typer

from tieline.cli.options import AsOf, Json, Kb, Quiet, Verbose, command
from tieline.cli.session import open_kb, print_values


def timeline(
    start: Annotated[str | None, typer.Option("--from", metavar="DATE", help="First day: 2008, 2008-11 or 2008-11-19.")] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last day, included.")] = None,
    actor: Annotated[str | None, typer.Option(help="Events of this country, person or organization.")] = None,
    type: Annotated[str | None, typer.Option(metavar="TYPE", help="visit, meeting, agreement, ...; several with commas.")] = None,
    agreement: Annotated[str | None, typer.Option(help="Events in the life of this agreement.")] = None,
    status: Annotated[str | None, typer.Option(metavar="STATUS", help="occurred, planned, expected, ...; several with commas.")] = None,
    as_of: AsOf = None,
    kb: Kb = None,
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Events in order of time; those without a date stand last.

    An imprecise date is given where it may lie between --from and --to. The table leaves out undated statements, and says how many;
    --type statement or --verbose shows them. --json and --quiet give everything.

    Example: tieline timeline --actor Peru --type visit --from 2008 --to 2016
    """
    from tieline.present.tables import event_table, without_undated_statements

    base = open_kb(kb)
    events = base.timeline(start=start, end=end, actor=actor, type=type, agreement=agreement, status=status, as_of=as_of)
    table = event_table if verbose or type is not None else without_undated_statements
    return print_values(events, table, as_json=json, quiet=quiet, verbose=verbose)


app = command(timeline)
