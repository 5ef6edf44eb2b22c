"""`tieline dates`: the time expressions of any text."""

import json as json_module
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tieline.cli.failure import WRONG, complain, message
from tieline.cli.options import Json, Quiet, Verbose, command
from tieline.cli.session import FOUND, NOTHING, print_json

if TYPE_CHECKING:
    from tieline.cli.dated import Dated

TOLD = 20  # wrong lines that are told one by one


def dates(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]...", help="Text files, or - for standard input, which is read without one.")
    ] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="The day from which 'Tuesday' or 'last year' counts.")
    ] = None,
    json: Json = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Lines of JSON in and out: for each {id, text, dct} a line {id, timexes}, at once and in order.")
    ] = False,
    timeml: Annotated[bool, typer.Option("--timeml", help="The text with TIMEX3 tags, as TimeML; one text at a time.")] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Find the dates, durations and sets of time in a text, with their values.

    Without --published a text counts from the day that it states itself, in its dateline for example. Places are counted in characters.

    With --jsonl, lines come from standard input and from files ending in .jsonl or .ndjson; any other file is answered with one line.
    A wrong line is told on standard error with its number and left out of the answers; the exit code is then 2. Without a dct, --published
    counts.

    Example: echo "They met on Tuesday" | tieline dates --published 2015-07-17

    Example: tieline dates note.txt --timeml > note.tml

    Example: tieline dates --jsonl < texts.jsonl > times.jsonl
    """
    if json + jsonl + timeml > 1:
        raise typer.BadParameter("one of --json, --jsonl and --timeml at a time")
    given = files or [Path("-")]
    if timeml and len(given) > 1:
        raise typer.BadParameter(f"--timeml writes one document; {len(given)} files are given, one at a time would be right")
    if given.count(Path("-")) > 1:
        raise typer.BadParameter("standard input (-) can be read once")
    from tieline.cli.dated import day_of, read_dated

    day = day_of(published)
    if Path("-") in given and sys.stdin.isatty():
        print("Reading standard input; end with Ctrl-D.", file=sys.stderr)
    if jsonl:
        from tieline.cli.dated import answers

        return _lines(answers(given, day))
    texts = _readable(read_dated(file, day) for file in given)
    return _printed(texts, several=len(given) > 1, json=json, timeml=timeml, quiet=quiet, verbose=verbose)


def _lines(found: "Iterable[dict[str, object] | Exception]") -> int:
    """Print each answer at once; what is wrong goes to standard error."""
    wrong = 0
    for one in found:
        if isinstance(one, Exception):
            wrong += 1
            if wrong <= TOLD:
                complain(message(one))
        else:
            print(json_module.dumps(one, ensure_ascii=True), flush=True)
    if wrong > TOLD:
        complain(f"{wrong} lines in all could not be read; the first {TOLD} are told.")
    return WRONG if wrong else FOUND


def _printed(texts: "Iterator[Dated | None]", *, several: bool, json: bool, timeml: bool, quiet: bool, verbose: bool) -> int:
    total, whole, values = 0, True, []
    for text in texts:
        if text is None:
            whole = False
            continue
        total += len(text.mentions)
        if json:
            values += [{"file": text.name, **mention.model_dump(mode="json")} for mention in text.mentions]
        elif timeml:
            from tieline.present.timeml import timeml as tagged

            print(tagged(text.text, text.mentions, name=text.name, published=text.published))
        elif quiet:
            for one in text.mentions:
                print((one.time.edtf if one.time else one.timex3.value) or "?")
        else:
            _show(text, several=several, verbose=verbose)
    if json:
        print_json(values)
    return WRONG if not whole else FOUND if total else NOTHING


def _readable(texts: "Iterator[Dated | Exception]") -> "Iterator[Dated | None]":
    """The texts; None in the place of one that cannot be read, once that is told."""
    for text in texts:
        if isinstance(text, Exception):
            complain(message(text))
            yield None
        else:
            yield text


def _show(text: "Dated", *, several: bool, verbose: bool) -> None:
    from tieline.present.lines import BLANK, head, line, section
    from tieline.present.screen import show
    from tieline.present.tables import time_table

    if several:
        show((head(text.name),))
    show(time_table(text.text, text.mentions))
    if verbose:
        show(section("Why", (line(step, indent=2, lead="- ") for one in text.mentions if one.time for step in one.time.derivation)))
    if several:
        show((BLANK,))


app = command(dates)
