"""`tieline build`: a knowledge base from your own texts."""

from pathlib import Path
from typing import Annotated

import typer

from tieline.cli.options import Jobs, Json, Metadata, Published, Quiet, Rules, Sources, Verbose, command
from tieline.cli.report import report
from tieline.cli.session import FOUND


def build(
    sources: Sources,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where the knowledge base goes.")],
    published: Published = None,
    metadata: Metadata = None,
    rules: Rules = None,
    jobs: Jobs = 1,
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Make a knowledge base from text files, folders and globs.

    Example: tieline build articles/ -o mine.tieline --metadata articles.csv
    """
    from tieline.cli.progress import progress
    from tieline.kb import build as build_kb

    with progress(quiet=quiet or json) as step:
        kb = build_kb(sources, save=output, published=published, metadata=metadata, rules=rules, jobs=jobs, progress=step)
    report(kb, output, as_json=json, quiet=quiet, verbose=verbose)
    return FOUND


app = command(build)
