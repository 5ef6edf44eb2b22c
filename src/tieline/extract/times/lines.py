"""Texts as lines of JSON, and their time expressions as TimeML annotates them."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from tieline.errors import SourceError
from tieline.extract.times.find import find_times
from tieline.model.time import TimeMention

WANTED = '{"id": "a1", "text": "They met on Tuesday.", "dct": "2015-07-17"}'


def answer_line(line: str, number: int = 1, published: str | None = None) -> dict[str, Any]:
    """`{"id", "timexes": [{"start", "end", "type", "value"}]}` for a line `{"id", "text", "dct"}`.

    `published` is used where the line has no `dct`.
    """
    given = _read(line, number)
    found = find_times(given["text"], given.get("dct") or published)
    timexes = [{"start": one.start, "end": one.end, "type": one.timex3.type, "value": one.timex3.value} for one in apart(found)]
    return {"id": given.get("id"), "timexes": timexes}


def apart(mentions: Iterable[TimeMention]) -> Iterator[TimeMention]:
    """The mentions, a range written with two endpoints as these two."""
    for mention in mentions:
        yield from mention.parts or (mention,)


def _read(line: str, number: int) -> dict[str, Any]:
    try:
        given = json.loads(line)
    except json.JSONDecodeError as error:
        raise SourceError(f"line {number}: no JSON: {error.msg}; a line such as {WANTED} is needed") from error
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise SourceError(f"line {number}: no object with a text; a line such as {WANTED} is needed")
    return given
