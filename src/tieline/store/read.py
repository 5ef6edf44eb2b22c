"""Read a knowledge base file, table by table, when first needed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tieline.errors import KnowledgeBaseError
from tieline.store.form import APPLICATION, SCHEMA, is_base

if TYPE_CHECKING:
    from tieline.model.facts import Facts
    from tieline.model.issue import Issue
    from tieline.model.mention import Reading


class Stored:
    """A knowledge base file, checked when opened. Its tables are read when first asked for."""

    def __init__(self, path: Path):
        self.path = path
        if not path.is_file():
            raise KnowledgeBaseError(f"{path}: no such knowledge base; make one with: tieline build SOURCE... -o {path}")
        with self._open() as base:
            if base.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
                raise KnowledgeBaseError(f"{path}: not a Tieline knowledge base; make one with: {self._command}")
            self.meta: dict[str, str] = dict(base.execute("SELECT key, value FROM meta"))
        if self.meta.get("schema") != SCHEMA:
            made = self.meta.get("tieline", "another version")
            raise KnowledgeBaseError(f"{path}: made by Tieline {made}, which keeps facts in another form; make it again: {self._command}")

    @property
    def _command(self) -> str:
        return f"tieline build SOURCE... -o {self.path}"

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The file, open to read; whatever is wrong with it comes out as one line."""
        base = None
        try:
            base = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True)
            yield base
        except (sqlite3.Error, ValueError) as error:
            if isinstance(error, sqlite3.OperationalError) and "unable to open" in str(error):
                raise KnowledgeBaseError(f"{self.path}: cannot be opened; check the permissions.") from error
            if not is_base(self.path):
                told = (
                    f"tieline build {self.path} -o {self.path.with_suffix('.tieline')}" if self.path.suffix != ".tieline" else self._command
                )
                raise KnowledgeBaseError(f"{self.path}: no knowledge base; make one with: {told}") from error
            raise KnowledgeBaseError(f"{self.path}: damaged or no knowledge base; make it again with: {self._command}") from error
        finally:
            if base is not None:
                base.close()

    @cached_property
    def facts(self) -> Facts:
        """All facts."""
        from tieline.model.facts import Facts

        with self._open() as base:
            tables: dict[str, Any] = {name: self._values(base, name) for name in Facts.model_fields}
        return Facts.model_construct(None, **tables)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """What each article says by itself, in the order of document ids."""
        from pydantic import TypeAdapter

        from tieline.model.mention import Reading

        with self._open() as base:
            rows = [row[0] for row in base.execute("SELECT data FROM readings ORDER BY document")]
            return tuple(TypeAdapter(Reading).validate_json(row) for row in rows)

    @cached_property
    def paths(self) -> dict[str, str]:
        """The file behind each document that has one."""
        with self._open() as base:
            return dict(base.execute("SELECT document, path FROM readings WHERE path IS NOT NULL ORDER BY document"))

    @cached_property
    def troubles(self) -> tuple[Issue, ...]:
        """What could not be read when the knowledge base was made."""
        from tieline.model.issue import Issue

        with self._open() as base:
            return tuple(Issue.model_validate_json(row[0]) for row in base.execute("SELECT data FROM troubles ORDER BY rank"))

    @property
    def rules(self) -> str | None:
        """The folder of rules that the user had added, or None."""
        return self.meta.get("rules") or None

    def _values(self, base: sqlite3.Connection, table: str) -> tuple[Any, ...]:
        from pydantic import TypeAdapter

        from tieline.model.facts import Facts

        kind: Any = Facts.model_fields[table].annotation
        rows = [row[0] for row in base.execute(f"SELECT data FROM {table} ORDER BY rank")]
        values: tuple[Any, ...] = TypeAdapter(kind).validate_json(f"[{','.join(rows)}]")
        return values
