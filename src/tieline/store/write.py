"""Write a knowledge base as one SQLite file, whole or not at all."""

import os
import sqlite3
import tempfile
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError

from tieline.errors import KnowledgeBaseError
from tieline.model.base import Value
from tieline.model.facts import Facts
from tieline.model.mention import Reading
from tieline.model.words import in_words
from tieline.store.contents import Contents
from tieline.store.form import APPLICATION, SCHEMA, is_base


def write(contents: Contents, path: Path, *, version: str) -> None:
    """Put the contents into a file. The old file stays as it was until the new one is complete."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise KnowledgeBaseError(f"{path}: cannot be written: {error.strerror}.") from error
    os.close(handle)
    try:
        _fill(Path(name), contents, version)
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except PydanticSerializationError as error:  # a lone surrogate, which only a text made in Python can hold
        raise KnowledgeBaseError(
            f"{path}: cannot be written: {_torn(contents.facts)} holds half a character, which UTF-8 has no form for."
        ) from error
    except (OSError, sqlite3.Error) as error:
        raise KnowledgeBaseError(f"{path}: cannot be written: {getattr(error, 'strerror', None) or error}.") from error
    finally:
        Path(name).unlink(missing_ok=True)


def _torn(facts: Facts) -> str:
    """The document with the character that cannot be written."""
    return next((one.id for one in facts.documents if any("\ud800" <= char <= "\udfff" for char in one.text)), "a fact")


def check_target(path: Path, *, base: bool = False) -> None:
    """Nothing where a file can be put there; said before a long build, not after it. `base`: no file of another kind is written over."""
    if path.is_dir():
        raise KnowledgeBaseError(f"{path}: a folder; give the name of a file, such as {path / 'mine.tieline'}.")
    if base and path.is_file() and path.suffix != ".tieline" and not is_base(path):
        raise KnowledgeBaseError(
            f"{path}: exists and is no knowledge base, so it is left as it is; give another name, such as {path.with_suffix('.tieline')}."
        )
    if not path.parent.is_dir():
        raise KnowledgeBaseError(f"{path}: cannot be written: no folder {path.parent}.")


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _fill(path: Path, contents: Contents, version: str) -> None:
    base = sqlite3.connect(path, isolation_level=None)
    try:
        base.execute("PRAGMA journal_mode = OFF")
        base.execute("PRAGMA synchronous = OFF")
        base.execute(f"PRAGMA application_id = {APPLICATION}")
        for script in ("schema.sql", "views.sql"):
            base.executescript(Path(__file__).with_name(script).read_text(encoding="utf-8"))
        base.execute("BEGIN")
        base.executemany("INSERT INTO meta VALUES (?, ?)", [("schema", SCHEMA), ("tieline", version), ("rules", contents.rules or "")])
        for table in Facts.model_fields:
            _insert(base, table, getattr(contents.facts, table))
        _insert(base, "troubles", contents.troubles)
        _insert_words(base, contents.facts)
        base.executemany("INSERT INTO dates VALUES (?, ?)", sorted(_dates(contents.facts)))
        _insert_readings(base, contents)
        base.execute("COMMIT")
    finally:
        base.close()


def _insert(base: sqlite3.Connection, table: str, values: Iterable[Value]) -> None:
    rows = ((rank, value.model_dump_json()) for rank, value in enumerate(values))
    base.executemany(f"INSERT INTO {table} (rank, data) VALUES (?, ?)", rows)


def _insert_words(base: sqlite3.Connection, facts: Facts) -> None:
    texts = {document.id: document.text for document in facts.documents}
    rows = ((rank, texts[one.document][one.start : one.end]) for rank, one in enumerate(facts.sentences))
    base.executemany("INSERT INTO sentence_words (rowid, text) VALUES (?, ?)", rows)


def _dates(facts: Facts) -> set[tuple[str, str]]:
    """Each EDTF value among the facts with its words."""
    stages = (stage.time for one in facts.agreements for stage in one.stages)
    times = chain((e.time for e in facts.events), (f.period for f in facts.figures), (d.published for d in facts.documents), stages)
    return {(one.edtf, in_words(one)) for one in times if one}


def _insert_readings(base: sqlite3.Connection, contents: Contents) -> None:
    adapter = TypeAdapter(Reading)
    for reading in contents.readings:
        name = reading.article.document.id
        base.execute("INSERT INTO readings VALUES (?, ?, ?)", (name, contents.paths.get(name), adapter.dump_json(reading).decode()))
