"""`tieline actors`: who acts."""

from tieline.cli.options import AsOf, Json, Kb, Quiet, Verbose, command
from tieline.cli.session import open_kb, print_values


def actors(as_of: AsOf = None, kb: Kb = None, json: Json = False, quiet: Quiet = False, verbose: Verbose = False) -> int:
    """Countries, persons, organizations, companies, places and groups, with their offices and other names.

    Example: tieline actors
    """
    from tieline.present.tables import actor_table

    return print_values(open_kb(kb, as_of).actors, actor_table, as_json=json, quiet=quiet, verbose=verbose)


app = command(actors)
