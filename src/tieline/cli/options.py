"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Kb = Annotated[Path | None, typer.Option("--kb", metavar="FILE", help="A knowledge base file; without it, the bundled texts.")]
KbToChange = Annotated[Path, typer.Option("--kb", metavar="FILE", help="The knowledge base file to change.")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="Only what had been published by then: 2024-07-01, 2024-07 or 2024.")
]
Json = Annotated[bool, typer.Option("--json", help="One JSON value on standard output and nothing else.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Only the result itself.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Ids, offsets and everything else that is known.")]
Rules = Annotated[Path | None, typer.Option("--rules", metavar="DIR", help="A folder of your own rules, laid out like tieline/data.")]
Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...", help="Files (text, Markdown, HTML, PDF, Word, JSON lines, CSV), folders, globs, or - for standard input."
    ),
]
Published = Annotated[str | None, typer.Option("--published", metavar="DATE", help="Day of publication of the texts given.")]
Metadata = Annotated[
    Path | None, typer.Option("--metadata", metavar="FILE.csv", help="A table with the columns file,published,title,publisher,url.")
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that read texts.")]


def command(function: object) -> typer.Typer:
    """The typer application of one command."""
    app = typer.Typer(add_completion=False, context_settings={"help_option_names": ["--help", "-h"]})
    app.command()(function)  # type: ignore[type-var]
    return app
