"""docs/exports.md: it names every format, and its SQL finds something."""

import re
import sqlite3
from pathlib import Path

import pytest

import tieline
from tieline.present.formats import FORMATS

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
QUERIES = re.search(r"```sql\n(.*?)```", PAGE, re.S)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    (path,) = tieline.load().export("sqlite", tmp_path_factory.mktemp("sqlite") / "facts.db")
    return sqlite3.connect(path)


def test_every_format_has_a_row() -> None:
    named = re.findall(r"^\| `(\w+)` \|", PAGE, re.M)
    assert sorted(named) == sorted(FORMATS)


@pytest.mark.parametrize("query", QUERIES[1].splitlines() if QUERIES else [])
def test_every_query_finds_something(base: sqlite3.Connection, query: str) -> None:
    assert base.execute(query).fetchall()


def test_there_are_queries() -> None:
    assert QUERIES is not None
    assert QUERIES[1].count(";") >= 6
