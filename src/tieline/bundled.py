"""The bundled texts: built on first use, kept in the user's cache folder, and built anew when texts, rules or program change."""

from __future__ import annotations

import contextlib
from functools import cached_property
from typing import TYPE_CHECKING

from tieline import __version__
from tieline.errors import KnowledgeBaseError
from tieline.kept import keep, recall
from tieline.late import keep_patterns
from tieline.store.cache import cache_path, cached_files, seeds_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tieline.model.facts import Facts
    from tieline.model.issue import Issue
    from tieline.model.mention import Reading
    from tieline.store.contents import Held


class Bundled:
    """The bundled knowledge base: its facts by themselves, since a question needs no more, and the rest when asked for."""

    def __init__(self, path: Path):
        self.path = path
        self.name = path.stem

    @cached_property
    def facts(self) -> Facts:
        """All facts."""
        found: Facts | None = recall(f"{self.name}.facts")
        if found is None:
            found = self._whole.facts
            keep(f"{self.name}.facts", found)
        return found

    @cached_property
    def _whole(self) -> Held:
        from tieline.store.read import Stored

        if self.path.exists():
            with contextlib.suppress(KnowledgeBaseError):
                stored = Stored(self.path)
                if stored.facts and stored.readings:
                    return stored
        return _built(self.path)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What each article says by itself."""
        return self._whole.readings

    @property
    def paths(self) -> Mapping[str, str]:
        """The file behind each document."""
        return self._whole.paths

    @property
    def troubles(self) -> tuple[Issue, ...]:
        """What could not be read."""
        return self._whole.troubles

    @property
    def rules(self) -> None:
        """No folder of rules was added."""
        return None


def bundled() -> Bundled:
    """The bundled knowledge base, from the cache where it holds; on a read-only disk it is built each time and kept in memory."""
    return Bundled(cache_path(__version__))


def _built(path: Path) -> Held:
    from tieline.making import build_from
    from tieline.store.write import write

    made = build_from(seeds_folder())
    with contextlib.suppress(KnowledgeBaseError, OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write(made, path, version=__version__)
        for old in cached_files():
            if old.name.startswith("bundled-") and not old.name.startswith(path.stem):
                old.unlink(missing_ok=True)
        _keep_patterns()  # only where the disk takes them
    return made


def _keep_patterns() -> None:
    """Compile the patterns of all modules that answer questions, for the questions to come."""
    import pkgutil
    from importlib import import_module

    from tieline import query

    for one in pkgutil.walk_packages(query.__path__, f"{query.__name__}."):
        import_module(one.name)
    keep_patterns()
