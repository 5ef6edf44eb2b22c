"""`tieline timeline`: dated events."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from tieline.cli.options import AsOf, Json, Kb, Quiet, Verbose, command
from tieline.cli.session import FOUND, NOTHING, open_kb, print_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tieline.kb import KnowledgeBase
    from tieline.model.event import Event


def timeline(
    start: Annotated[str | None, typer.Option("--from", metavar="DATE", help="First day: 2008, 2008-11 or 2008-11-19.")] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last day, included.")] = None,
    actor: Annotated[str | None, typer.Option(help="Events of this country, person or organization.")] = None,
    type: Annotated[str | None, typer.Option(metavar="TYPE", help="visit, meeting, agreement, ...; several with commas.")] = None,
    agreement: Annotated[str | None, typer.Option(help="Events in the life of this agreement.")] = None,
    status: Annotated[str | None, typer.Option(metavar="STATUS", help="occurred, planned, expected, ...; several with commas.")] = None,
    chart: Annotated[bool, typer.Option("--chart", help="A chart of the years instead of a table.")] = False,
    as_of: AsOf = None,
    kb: Kb = None,
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Events in order of time; those without a date stand last.

    An imprecise date is given where it may lie between --from and --to. The table leaves out undated statements, and says how many;
    --type statement or --verbose shows them. --json and --quiet give everything. --chart draws a day as a dot, a month or year as a band,
    a plan hollow; with many events it draws how many there are in each month.

    Example: tieline timeline --actor Peru --type visit --from 2008 --to 2016
    """
    from tieline.present.tables import event_table, without_undated_statements

    base = open_kb(kb)
    events = base.timeline(start=start, end=end, actor=actor, type=type, agreement=agreement, status=status, as_of=as_of)
    if chart and not json and not quiet:
        return print_chart(base, events)
    table = event_table if verbose or type is not None else without_undated_statements
    return print_values(events, table, as_json=json, quiet=quiet, verbose=verbose)


def print_chart(base: "KnowledgeBase", events: "Sequence[Event]") -> int:
    """Print events as a chart, in plain letters where the output takes no others; gives the exit code."""
    from tieline.present import screen
    from tieline.present.chart import chart_lines
    from tieline.present.conflicts import conflicting

    plain = not (sys.stdout.encoding or "").lower().startswith("utf")
    screen.show(chart_lines(events, conflicting(base.facts), wide=screen.width(sys.stdout), ascii_only=plain))
    return FOUND if events else NOTHING


app = command(timeline)
