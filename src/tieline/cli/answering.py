"""What `tieline ask` does once its line has been read; free of typer, so that a bare question does not wait for it."""

import sys
from pathlib import Path

from tieline.cli.session import FOUND, NOTHING, open_kb, print_json, sources_of
from tieline.present.screen import show


def answer_question(
    question: str,
    *,
    as_of: str | None = None,
    kb: Path | None = None,
    why: bool = False,
    json: bool = False,
    quiet: bool = False,
    verbose: bool = False,
) -> int:
    """Print the answer to one question; gives the exit code."""
    base = open_kb(kb)
    answer = base.ask(question, as_of=as_of)
    if json:
        print_json(answer)
    else:
        from tieline.present.answer import answer_lines

        steps = base.explain(answer) if why else ()
        show(answer_lines(answer, sources_of(base), why=steps, verbose=verbose, quiet=quiet))
    return NOTHING if answer.status == "unanswered" else FOUND


def answer_file(file: Path, *, as_of: str | None = None, kb: Path | None = None, json: bool = False) -> int:
    """Print the answers to the lines of a file, each as soon as it is there; gives the exit code, which is always 0."""
    from tieline.model.clean import one_line
    from tieline.present.lines import Piece, line

    base = open_kb(kb)
    answers = []
    for question in _questions(file):
        answer = base.ask(question, as_of=as_of)
        answers.append(answer)
        if not json:
            show((line(Piece(one_line(question), "strong")), line(one_line(answer.answer), indent=2)))
    if json:
        print_json(answers)
    return FOUND


def _questions(file: Path) -> list[str]:
    if str(file) == "-":
        text = sys.stdin.read()
    else:
        from tieline.text.sources import read_text

        text = read_text(file)
    return [line for row in text.splitlines() if (line := row.strip()) and not line.startswith("#")]
