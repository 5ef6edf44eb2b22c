"""`tieline agreements`: agreements and their stages."""

from tieline.cli.options import AsOf, Json, Kb, Quiet, Verbose, command
from tieline.cli.session import open_kb, print_values


def agreements(as_of: AsOf = None, kb: Kb = None, json: Json = False, quiet: Quiet = False, verbose: Verbose = False) -> int:
    """Agreements with their parties and the stages of their life.

    Example: tieline agreements --json
    """
    from tieline.present.tables import agreement_table

    return print_values(open_kb(kb, as_of).agreements, agreement_table, as_json=json, quiet=quiet, verbose=verbose)


app = command(agreements)
