"""`tieline documents`: the articles."""

from tieline.cli.options import AsOf, Json, Kb, Quiet, Verbose, command
from tieline.cli.session import open_kb, print_values


def documents(as_of: AsOf = None, kb: Kb = None, json: Json = False, quiet: Quiet = False, verbose: Verbose = False) -> int:
    """The articles, with publisher and day of publication, and whether that day was worked out.

    Example: tieline documents
    """
    from tieline.present.tables import document_table

    return print_values(open_kb(kb, as_of).documents, document_table, as_json=json, quiet=quiet, verbose=verbose)


app = command(documents)
