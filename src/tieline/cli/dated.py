"""Texts with their times, as `tieline dates` reads them."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tieline.errors import SourceError, TielineError
from tieline.extract.times import find_times

if TYPE_CHECKING:
    from tieline.model.time import TimeMention, TimeValue

INPUT = Path("-")
LINES = (".jsonl", ".ndjson")


class Dated(NamedTuple):
    """A text, the day from which it counts, and its times."""

    name: str
    text: str
    published: "TimeValue | None"
    mentions: "list[TimeMention]"


def day_of(published: str | None) -> "TimeValue | None":
    """The value of --published; `TimeError` where it is no date."""
    if published is None:
        return None
    from tieline.model.edtf import time_value

    return time_value(published)


def read_dated(file: Path, day: "TimeValue | None") -> Dated | TielineError:
    """The text of a file or of standard input, read; what is wrong where it cannot be read."""
    try:
        text = text_of(file)
    except TielineError as error:
        return error
    day = day or stated_day(text)
    return Dated(str(file), text, day, find_times(text, day))


def text_of(file: Path) -> str:
    """The characters of a file, or of standard input, line ends as they are."""
    from tieline.text.decode import decode
    from tieline.text.sources import read_text

    return decode(sys.stdin.buffer.read(), "standard input") if file == INPUT else read_text(file)


def stated_day(text: str) -> "TimeValue | None":
    """The day of publication that a text states itself."""
    from tieline.model.document import Document
    from tieline.text.article import read_article

    return read_article(Document.made(id="text", text=text)).document.published


def answers(files: Iterable[Path], day: "TimeValue | None") -> Iterator[dict[str, Any] | TielineError]:
    """For each line of JSON its answer, and for each file of another kind one answer, in order and as soon as it is asked for."""
    from tieline.extract.times.lines import answer_lines, answer_of

    for file in files:
        if file == INPUT:
            yield from answer_lines(sys.stdin.buffer, day)
        elif file.suffix.lower() in LINES:
            yield from _lines_of(file, day)
        else:
            read = read_dated(file, day)
            yield read if isinstance(read, TielineError) else answer_of(read.name, read.mentions)


def _lines_of(file: Path, day: "TimeValue | None") -> Iterator[dict[str, Any] | TielineError]:
    from tieline.extract.times.lines import answer_lines

    try:
        with file.open("rb") as lines:
            for one in answer_lines(lines, day):
                yield SourceError(f"{file}: {one}") if isinstance(one, TielineError) else one
    except OSError as error:
        yield SourceError(f"{file}: cannot be read: {error.strerror}.")
