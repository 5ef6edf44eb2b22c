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

FEW = 6  # fields of an object that only wraps a list
COLUMNS = ("text", "id", "title", "published", "publisher", "url")
LONGEST = 2**31 - 1  # characters of one field
# Other names of columns that tables of articles have.
ALIASES = {
    "body": "text", "content": "text", "article": "text", "fulltext": "text", "full_text": "text", "article_text": "text",
    "headline": "title", "date": "published", "pubdate": "published", "pub_date": "published", "published_at": "published",
    "publishedat": "published", "publication_date": "published", "published_date": "published", "datepublished": "published",
    "source": "publisher", "outlet": "publisher", "newspaper": "publisher", "publication": "publisher", "link": "url", "web_url": "url",
}  # fmt: skip
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


def read_json(data: bytes, name: str) -> Pieces:
    """A text for each object of a JSON list, for one object alone, or, where the file holds an object a line, for each line."""
    try:
        value = json.loads(decode(data, name).removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return read_json_lines(data, name)
    rows = value if isinstance(value, list) else [value]
    rows = next((one for one in value.values() if _is_table(one)), rows) if isinstance(value, dict) and len(value) < FEW else rows
    if not _is_table(rows):
        raise SourceError(f'{name}: no list of articles; each is an object like {{"text": "...", "published": "2015-07-17"}}.')
    return _pieces(name, list(enumerate(rows, 1)), [])


def _is_table(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _told(row: Mapping[str, object]) -> Mapping[str, object]:
    """A row under the names of our columns; a column that goes by our own name wins over its other names."""
    plain = {str(key).strip().lower().lstrip("\ufeff"): value for key, value in row.items() if key is not None}
    return {**{ALIASES[key]: value for key, value in plain.items() if key in ALIASES}, **plain}


def read_csv(data: bytes, name: str) -> Pieces:
    """A text for each row of a table whose first line names its columns; commas, semicolons or tabs stand between them."""
    text = decode(data, name).removeprefix("\ufeff")
    first = text.split("\n", 1)[0]
    sign = max(",;\t", key=first.count)
    before = csv.field_size_limit(LONGEST)
    try:
        table = csv.DictReader(io.StringIO(text, newline=""), delimiter=sign)
        if "text" not in _told(dict.fromkeys(table.fieldnames or ())):
            raise SourceError(f"{name}: no column 'text'; the first line must be {','.join(COLUMNS)} (text and any of the others).")
        rows = [(table.line_num, row) for row in table]
    except csv.Error as error:
        raise SourceError(f"{name}: not a table that can be read: {error}.") from error
    finally:
        csv.field_size_limit(before)
    return _pieces(name, rows, [])


def _pieces(name: str, rows: Iterable[tuple[int, Mapping[str, object]]], troubles: list[str]) -> Pieces:
    texts = []
    told = [(line, _told(row)) for line, row in rows]
    column = "\n".join(str(row.get("published") or "") for _, row in told)
    for line, row in told:
        said = {key: value.strip() for key in COLUMNS[1:] if isinstance(value := row.get(key), str) and value.strip()}
        if isinstance(row.get("id"), int):
            said["id"] = str(row["id"])
        text = row.get("text")
        if not isinstance(text, str) or not text.strip():
            troubles.append(f"{name}: line {line}: no words under 'text'.")
            continue
        published = _day(said.get("published"), column)
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


def _day(words: str | None, column: str) -> str | None:
    """The EDTF of a day as people write it: EDTF itself, with a time of day, or in words ("17 July 2015").

    Whether the day or the month stands first, the whole column of days shows.
    """
    if not words:
        return None
    try:
        return time_value(_TIME_OF_DAY.sub(r"\1", words)).edtf
    except TimeError:
        found = list(written_dates(f"{words}\n{column}", 0, len(words)))
        return found[0].edtf if len(found) == 1 else None
