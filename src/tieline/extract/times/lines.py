"""Texts as lines of JSON, and their time expressions as TimeML annotates them."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from tieline.errors import SourceError, TimeError
from tieline.extract.times.find import Published, find_times
from tieline.model.time import TimeMention

WANTED = '{"id": "a1", "text": "They met on Tuesday.", "dct": "2015-07-17"}'
Answer = dict[str, Any]


def answer_lines(lines: Iterable[bytes], published: Published = None) -> Iterator[Answer | SourceError]:
    """For each line the answer or what is wrong with it, in order, read one by one as asked for; blank ones have none."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield answer_line(_decoded(line, number), number, published)
            except SourceError as error:
                yield error


def answer_line(line: str, number: int = 1, published: Published = None) -> Answer:
    """`{"id", "timexes": [{"start", "end", "type", "value"}]}` for a line `{"id", "text", "dct"}`; places are characters of the text.

    `published` is used where the line has no `dct`. `SourceError` names the line by its number.
    """
    given = _read(line, number)
    day = given.get("dct")
    if not isinstance(day, str | None):
        raise SourceError(f'line {number}: dct is {json.dumps(day)[:40]}; a date in quotes such as "2015-07-17", or null, is needed')
    try:
        return answer_of(given.get("id"), find_times(given["text"], day or published))
    except TimeError as error:
        raise SourceError(f"line {number}: dct: {error}") from error


def answer_of(name: Any, mentions: Iterable[TimeMention]) -> Answer:
    """The answer for mentions, under a name."""
    timexes = [{"start": one.start, "end": one.end, "type": one.timex3.type, "value": one.timex3.value} for one in apart(mentions)]
    return {"id": name, "timexes": timexes}


def apart(mentions: Iterable[TimeMention]) -> Iterator[TimeMention]:
    """The mentions, a range written with two endpoints as these two."""
    for mention in mentions:
        yield from mention.parts or (mention,)


def _decoded(line: bytes, number: int) -> str:
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(f"line {number}: no UTF-8 at byte {error.start}; save the lines as UTF-8") from error


def _read(line: str, number: int) -> dict[str, Any]:
    try:
        given = json.loads(line)
    except json.JSONDecodeError as error:
        raise SourceError(f"line {number}: no JSON: {error.msg}; a line such as {WANTED} is needed") from error
    except (ValueError, RecursionError) as error:  # an endless number, brackets without end
        raise SourceError(f"line {number}: no JSON that can be read; a line such as {WANTED} is needed") from error
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise SourceError(f"line {number}: no object with a text; a line such as {WANTED} is needed")
    return given
