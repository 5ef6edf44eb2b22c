"""What a user's table says about files: `file,published,title,publisher,url`."""

import csv
from collections.abc import Mapping
from pathlib import Path

from tieline.errors import SourceError, TimeError
from tieline.model.edtf import time_value
from tieline.text.decode import decode

COLUMNS = ("file", "published", "title", "publisher", "url")
Rows = Mapping[str, Mapping[str, str]]


def read_metadata(path: Path) -> Rows:
    """The rows of a metadata file by the name in their `file` column. `SourceError` says which row is wrong."""
    try:
        text = decode(path.read_bytes(), str(path))
    except OSError as error:
        raise SourceError(f"{path}: the metadata file cannot be read: {error.strerror}.") from error
    first = text.split("\n", 1)[0]
    table = csv.DictReader(text.splitlines(), delimiter=max(",;\t", key=first.count))
    if "file" not in (table.fieldnames or ()):
        raise SourceError(f"{path}: no column 'file'; the first line must be {','.join(COLUMNS)} (file and any of the others).")
    rows: dict[str, Mapping[str, str]] = {}
    for row in table:
        clean = {key: value.strip() for key, value in row.items() if key and isinstance(value, str)}
        if clean.get("file"):
            _check(path, table.line_num, clean)
            rows[clean["file"].replace("\\", "/").removeprefix("./")] = clean
    return rows


def row_of(rows: Rows, path: Path) -> Mapping[str, str]:
    """The row of a file, named by its path, the end of its path, its name or its stem; an empty one where there is none."""
    parts = path.parts
    for depth in range(len(parts), 0, -1):
        ending = "/".join(parts[-depth:])
        row = rows.get(ending) or rows.get(ending.removesuffix(path.suffix))
        if row is not None:
            return row
    return {}


def _check(path: Path, line: int, row: Mapping[str, str]) -> None:
    if row.get("published"):
        try:
            time_value(row["published"])
        except TimeError as error:
            raise SourceError(f"{path}: line {line}: {error}") from error
