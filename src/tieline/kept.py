"""What is kept between runs in the user's cache folder: made once, found again under its key, never needed."""

import contextlib
import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).resolve().parent
_DIGEST = 32


def cache_folder() -> Path:
    """The folder of the cache: `TIELINE_CACHE_DIR`, or the user's cache folder of the system."""
    own = os.environ.get("TIELINE_CACHE_DIR")
    if own:
        return Path(own).expanduser()
    import platformdirs

    return Path(platformdirs.user_cache_dir("tieline", appauthor=False))


def key_of(*parts: bytes | str) -> str:
    """Sixteen hexadecimal digits that change with the parts and with the version of Python."""
    marks = hashlib.sha256(sys.version.encode())
    for part in parts:
        marks.update(part.encode() if isinstance(part, str) else part)
        marks.update(b"\0")
    return marks.hexdigest()[:16]


def stamps(files: Iterable[Path]) -> str:
    """Name, size and time of files: cheap to gather, and changed by any edit."""
    facts = ((file, file.stat()) for file in files)
    return "\n".join(sorted(f"{file}|{stat.st_size}|{stat.st_mtime_ns}" for file, stat in facts))


def recall(name: str) -> Any | None:
    """What was kept under a name, or None. A file that is not whole counts as missing.

    These files are written and read by the same user's Tieline alone; a knowledge base that a user names is never read this way.
    """
    try:
        data = (cache_folder() / name).read_bytes()
        if data[:_DIGEST] == hashlib.sha256(data[_DIGEST:]).digest():
            return pickle.loads(data[_DIGEST:])
    except Exception:
        return None
    return None


def keep(name: str, value: Any, *, instead_of: str | None = None) -> None:
    """Keep a value under a name, whole or not at all; `instead_of` is a glob of the names that it replaces. No failure matters."""
    with contextlib.suppress(OSError):
        folder = cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        data = pickle.dumps(value, protocol=5)
        handle, part = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(data).digest() + data)
        os.replace(part, folder / name)
        for old in folder.glob(instead_of) if instead_of else ():
            if old.name != name:
                old.unlink(missing_ok=True)
