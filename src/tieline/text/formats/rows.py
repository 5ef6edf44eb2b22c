"""Files that hold an article a row: JSON lines and CSV, with `text` and optional `id`, `title`, `published`, `publisher`, `url`."""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping

from tieline.errors import SourceError, TimeError
from tieline.model.edtf import time_value
from tieline.text.dates import written_dates
from tieline.text.decode import decode
from tieline.text.formats.piece import Piece, Pieces

COLUMNS = ("text", "id", "title", "published", "publisher", "url")
LONGEST = 2**31 - 1  # characters of one field
_TIME_OF_DAY = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*$")


def read_json_lines(data: bytes, name: str) -> Pieces:
    """A text for each line that holds an object with a `text`; the other lines are troubles."""
    rows: list[tuple[int, Mapping[str, object]]] = []
    troubles = []
    for number, line in enumerate(decode(data, name).split("\n"), 1):
        if line.strip(" \t\r\ufeff"):
            try:
                value = json.loads(line.strip(" \t\r\ufeff"))
            except (ValueError, RecursionError):
                value = None
            if isinstance(value, dict):
                rows.append((number, value))
            else:
                troubles.append(
                    f'{name}: line {number}: no JSON object; each line is one, like {{"text": "...", "published": "2015-07-17"}}.'
                )
    return _pieces(name, rows, troubles)


def read_csv(data: bytes, name: str) -> Pieces:
    """A text for each row of a table whose first line names its columns; commas, semicolons or tabs stand between them."""
    text = decode(data, name).removeprefix("\ufeff")
    first = text.split("\n", 1)[0]
    sign = max(",;\t", key=first.count)
    before = csv.field_size_limit(LONGEST)
    try:
        table = csv.DictReader(io.StringIO(text, newline=""), delimiter=sign)
        if "text" not in (table.fieldnames or ()):
            raise SourceError(f"{name}: no column 'text'; the first line must be {','.join(COLUMNS)} (text and any of the others).")
        rows = [(table.line_num, row) for row in table]
    except csv.Error as error:
        raise SourceError(f"{name}: not a table that can be read: {error}.") from error
    finally:
        csv.field_size_limit(before)
    return _pieces(name, rows, [])


def _pieces(name: str, rows: Iterable[tuple[int, Mapping[str, object]]], troubles: list[str]) -> Pieces:
    texts = []
    for line, row in rows:
        said = {key: value.strip() for key in COLUMNS[1:] if isinstance(value := row.get(key), str) and value.strip()}
        if isinstance(row.get("id"), int):
            said["id"] = str(row["id"])
        text = row.get("text")
        if not isinstance(text, str) or not text.strip():
            troubles.append(f"{name}: line {line}: no words under 'text'.")
            continue
        published = _day(said.get("published"))
        if "published" in said and published is None:
            troubles.append(
                f"{name}: line {line}: '{said['published'][:40]}' is no date that is known (2015-07-17 would be); read as undated."
            )
        texts.append(
            Piece(
                text,
                row=str(line),
                id=said.get("id"),
                title=said.get("title"),
                publisher=said.get("publisher"),
                url=said.get("url"),
                published=published,
            )
        )
    if not texts:
        raise SourceError(troubles[0] if troubles else f"{name}: the file holds no rows.")
    return Pieces(tuple(texts), tuple(troubles))


def _day(words: str | None) -> str | None:
    """The EDTF of a day as people write it: EDTF itself, with a time of day, or in words ("17 July 2015")."""
    if not words:
        return None
    try:
        return time_value(_TIME_OF_DAY.sub(r"\1", words)).edtf
    except TimeError:
        found = list(written_dates(words))
        return found[0].edtf if len(found) == 1 else None
