"""`tieline issues`: what stays open."""

from tieline.cli.options import AsOf, Json, Kb, Quiet, Verbose, command
from tieline.cli.session import open_kb, print_values


def issues(as_of: AsOf = None, kb: Kb = None, json: Json = False, quiet: Quiet = False, verbose: Verbose = False) -> int:
    """What could not be read, dated or reconciled.

    Example: tieline issues
    """
    from tieline.present.tables import issue_table

    return print_values(open_kb(kb, as_of).issues, issue_table, as_json=json, quiet=quiet, verbose=verbose)


app = command(issues)
