"""The bundled texts: built on first use, kept in the user's cache folder, and built anew when texts, rules or program change."""

import contextlib

from tieline import __version__
from tieline.errors import KnowledgeBaseError
from tieline.store.cache import cache_path, cached_files, seeds_folder
from tieline.store.contents import Held
from tieline.store.read import Stored


def bundled() -> Held:
    """The bundled knowledge base, from the cache where it holds; on a read-only disk it is built each time and kept in memory."""
    path = cache_path(__version__)
    if path.exists():
        with contextlib.suppress(KnowledgeBaseError):
            stored = Stored(path)
            stored.facts  # noqa: B018 (reads the file, so that a damaged one is noticed here and built again)
            return stored
    from tieline.making import build_from
    from tieline.store.write import write

    made = build_from(seeds_folder())
    with contextlib.suppress(KnowledgeBaseError, OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write(made, path, version=__version__)
        for old in cached_files():
            if old != path:
                old.unlink(missing_ok=True)
    return made
