"""`tieline ask`: a question, or a file of questions, answered."""

from pathlib import Path
from typing import Annotated

import typer

from tieline.cli.answering import answer_file, answer_question
from tieline.cli.options import AsOf, Json, Kb, Quiet, Verbose, command


def ask(
    question: Annotated[list[str] | None, typer.Argument(metavar="QUESTION", help="The question, in quotes or not.")] = None,
    why: Annotated[bool, typer.Option("--why", help="The derivation, down to the sentences.")] = False,
    file: Annotated[
        Path | None,
        typer.Option("--file", "-f", metavar="FILE", help="Answer each line of a file (- reads standard input); # begins a comment."),
    ] = None,
    as_of: AsOf = None,
    kb: Kb = None,
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Answer a question from the texts, with reasons and the sentences that prove it; without one, questions in a row.

    Exit code 0: answered, or answered in part; 1: the texts do not say.

    Example: tieline ask "when did the FTA take effect"
    """
    if file is not None and question:
        raise typer.BadParameter("either a question or --file FILE, not both")
    if file is None and not question:
        from tieline.cli.prompt import converse

        return converse(as_of=as_of, kb=kb, json=json, quiet=quiet, verbose=verbose)
    if file is not None:
        return answer_file(file, as_of=as_of, kb=kb, json=json)
    return answer_question(" ".join(question or ()), as_of=as_of, kb=kb, why=why, json=json, quiet=quiet, verbose=verbose)


app = command(ask)
