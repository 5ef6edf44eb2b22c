"""`tieline figures`: amounts, shares, ranks and counts."""

from tieline.cli.options import AsOf, Json, Kb, Quiet, Verbose, command
from tieline.cli.session import open_kb, print_values


def figures(as_of: AsOf = None, kb: Kb = None, json: Json = False, quiet: Quiet = False, verbose: Verbose = False) -> int:
    """Amounts, shares, ranks and counts, each with what it measures and when.

    Example: tieline figures --verbose
    """
    from tieline.present.tables import figure_table

    return print_values(open_kb(kb, as_of).figures, figure_table, as_json=json, quiet=quiet, verbose=verbose)


app = command(figures)
