"""`tieline ask`: a question, or a file of questions, answered."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tieline.cli.options import AsOf, Json, Kb, Quiet, Verbose, command
from tieline.cli.session import FOUND, NOTHING, open_kb, print_json, sources_of

if TYPE_CHECKING:
    from tieline.kb import KnowledgeBase
    from tieline.model.answer import Answer


def ask(
    question: Annotated[list[str] | None, typer.Argument(metavar="QUESTION", help="The question, in quotes or not.")] = None,
    why: Annotated[bool, typer.Option("--why", help="The derivation, down to the sentences.")] = False,
    file: Annotated[
        Path | None, typer.Option("--file", "-f", metavar="FILE", help="Answer each line of a file (- reads standard input).")
    ] = None,
    as_of: AsOf = None,
    kb: Kb = None,
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Answer a question from the texts, with reasons and the sentences that prove it.

    Exit code 0: answered, or answered in part; 1: the texts do not say.

    Example: tieline ask "when did the FTA take effect"
    """
    if (file is None) == (not question):
        raise typer.BadParameter('a question is needed, as in: tieline ask "when did the FTA take effect", or --file FILE (not both)')
    base = open_kb(kb)
    if file is not None:
        return _batch(base, file, as_of, as_json=json)
    answer = base.ask(" ".join(question or ()), as_of=as_of)
    if json:
        print_json(answer)
    else:
        _show(base, answer, why=why, quiet=quiet, verbose=verbose)
    return NOTHING if answer.status == "unanswered" else FOUND


def _show(base: "KnowledgeBase", answer: "Answer", *, why: bool, quiet: bool, verbose: bool) -> None:
    from tieline.present.answer import answer_lines
    from tieline.present.screen import show

    steps = base.explain(answer) if why else ()
    show(answer_lines(answer, sources_of(base), why=steps, verbose=verbose, quiet=quiet))


def _batch(base: "KnowledgeBase", file: Path, as_of: str | None, *, as_json: bool) -> int:
    from tieline.present.lines import Piece, line
    from tieline.present.screen import show

    answers = []
    for question in _questions(file):
        answer = base.ask(question, as_of=as_of)
        answers.append(answer)
        if not as_json:
            show((line(Piece(question, "strong")), line(answer.answer, indent=2)))
    if as_json:
        print_json(answers)
    return FOUND


def _questions(file: Path) -> list[str]:
    if str(file) == "-":
        text = sys.stdin.read()
    else:
        from tieline.text.sources import read_text

        text = read_text(file)
    return [row.strip() for row in text.splitlines() if row.strip()]


app = command(ask)
