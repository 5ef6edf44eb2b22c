"""`tieline add`: more texts for a knowledge base."""

from tieline.cli.options import Json, KbToChange, Metadata, Published, Quiet, Sources, Verbose, command
from tieline.cli.report import report
from tieline.cli.session import FOUND, open_kb


def add(
    sources: Sources,
    kb: KbToChange,
    published: Published = None,
    metadata: Metadata = None,
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Add texts to a knowledge base; the result equals a fresh build of the same texts.

    Example: tieline add note.txt --kb mine.tieline --published 2024-11-20
    """
    base = open_kb(kb)
    base.add(sources, published=published, metadata=metadata)
    base.save(kb)
    report(base, kb, as_json=json, quiet=quiet, verbose=verbose)
    return FOUND


app = command(add)
