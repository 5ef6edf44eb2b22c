"""`tieline dates`: the time expressions of any text."""

import json as json_module
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tieline.cli.options import Json, Quiet, Verbose, command
from tieline.cli.session import FOUND, NOTHING, print_json

if TYPE_CHECKING:
    from tieline.model.time import TimeMention


def dates(
    files: Annotated[list[Path] | None, typer.Argument(metavar="[FILE]...", help="Text files; without one, standard input.")] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="The day from which 'Tuesday' or 'last year' counts.")
    ] = None,
    json: Json = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object a line; standard input is lines of {id, text, dct}.")] = False,
    timeml: Annotated[bool, typer.Option("--timeml", help="The text with TIMEX3 tags, as TimeML.")] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Find the dates, durations and sets of time in a text, with their values.

    Without --published a text counts from the day it states itself.

    Example: echo "They met on Tuesday" | tieline dates --published 2015-07-17
    """
    if json + jsonl + timeml > 1:
        raise typer.BadParameter("one of --json, --jsonl and --timeml at a time")
    if jsonl and not files:
        return _answer_lines(published)
    from tieline.extract.times import find_times

    found = []
    total = 0
    for name, text in _texts(files):
        mentions = find_times(text, published=published)
        total += len(mentions)
        if json:
            found += [{"file": name, **mention.model_dump(mode="json")} for mention in mentions]
        elif jsonl:
            for mention in mentions:
                print(json_module.dumps({"file": name, **mention.model_dump(mode="json")}, ensure_ascii=True), flush=True)
        elif timeml:
            from tieline.present.timeml import timeml as tagged

            print(tagged(text, mentions, name=name, published=published))
        elif quiet:
            for one in mentions:
                print((one.time.edtf if one.time else one.timex3.value) or "?")
        else:
            _show(name, text, mentions, several=len(files or ()) > 1, verbose=verbose)
    if json:
        print_json(found)
    return FOUND if total else NOTHING


def _answer_lines(published: str | None) -> int:
    """Answer each line of standard input, {"id", "text", "dct"}, with a line {"id", "timexes"}, at once and in order."""
    from tieline.extract.times.lines import answer_line

    total = 0
    for number, line in enumerate(sys.stdin, start=1):
        if line.strip():
            answer = answer_line(line, number, published)
            total += len(answer["timexes"])
            print(json_module.dumps(answer, ensure_ascii=True), flush=True)
    return FOUND if total else NOTHING


def _texts(files: list[Path] | None) -> Iterator[tuple[str, str]]:
    if not files:
        if sys.stdin.isatty():
            print("Reading standard input; end with Ctrl-D.", file=sys.stderr)
        yield "-", sys.stdin.read()
        return
    from tieline.text.sources import read_text

    for file in files:
        yield str(file), (sys.stdin.read() if str(file) == "-" else read_text(file))


def _show(name: str, text: str, mentions: "list[TimeMention]", *, several: bool, verbose: bool) -> None:
    from tieline.present.lines import BLANK, head, line, section
    from tieline.present.screen import show
    from tieline.present.tables import time_table

    if several:
        show((head(name),))
    show(time_table(text, mentions))
    if verbose:
        show(section("Why", (line(step, indent=2, lead="- ") for one in mentions if one.time for step in one.time.derivation)))
    if several:
        show((BLANK,))


app = command(dates)
