"""The bundled texts: built on first use, kept in the user's cache folder, and built anew when texts, rules or program change."""

import contextlib
from typing import TYPE_CHECKING

from tieline import __version__
from tieline.errors import KnowledgeBaseError
from tieline.kept import keep, recall
from tieline.store.cache import cache_path, cached_files, seeds_folder
from tieline.store.read import Stored

if TYPE_CHECKING:
    from pathlib import Path

    from tieline.store.contents import Held


def bundled() -> "Held":
    """The bundled knowledge base, from the cache where it holds; on a read-only disk it is built each time and kept in memory."""
    path = cache_path(__version__)
    if path.exists():
        with contextlib.suppress(KnowledgeBaseError):
            return _cached(path)
    from tieline.making import build_from
    from tieline.store.write import write

    made = build_from(seeds_folder())
    with contextlib.suppress(KnowledgeBaseError, OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write(made, path, version=__version__)
        for old in cached_files():
            if old.name.startswith("bundled-") and not old.name.startswith(path.stem):
                old.unlink(missing_ok=True)
    keep(f"{path.stem}.facts", made.facts)
    return made


def _cached(path: "Path") -> Stored:
    """The kept file with its facts at hand; `KnowledgeBaseError` where it is damaged, so that it is built again."""
    stored = Stored(path)
    facts = recall(f"{path.stem}.facts")
    if facts is None:
        keep(f"{path.stem}.facts", stored.facts)
    else:
        stored.facts = facts
    return stored
