"""What is kept between runs in the user's cache folder: made once, found again under its key, never needed.

Only what was made from the bundled texts and rules is kept, never anything that a user asks or brings.
"""

import contextlib
import hashlib
import os
import pickle
import stat
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
PACKAGE = Path(__file__).resolve().parent
_DIGEST = 32


def cache_folder() -> Path:
    """The folder of the cache: `TIELINE_CACHE_DIR`, or `tieline` in the place that the system has for caches."""
    own = os.environ.get("TIELINE_CACHE_DIR")
    if own:
        return Path(os.path.expanduser(own))
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or os.path.expanduser("~/AppData/Local"), "tieline", "Cache")
    if sys.platform == "darwin":
        return Path(os.path.expanduser("~/Library/Caches/tieline"))
    told = os.environ.get("XDG_CACHE_HOME", "")
    return Path(told if os.path.isabs(told) else os.path.expanduser("~/.cache"), "tieline")


def key_of(*parts: bytes | str) -> str:
    """Sixteen hexadecimal digits that change with the parts."""
    marks = hashlib.sha256()
    for part in parts:
        marks.update(part.encode() if isinstance(part, str) else part)
        marks.update(b"\0")
    return marks.hexdigest()[:16]


@cache
def program_key() -> str:
    """The key of this program: it changes with any edit of a module or rule file, and with the versions of Python and pydantic."""
    from pydantic import VERSION

    return key_of(sys.version, VERSION, *sorted(_stamps(str(PACKAGE))))


def recall(name: str) -> Any | None:
    """What was kept under a name, or None. A file that is not whole, or that others can write, counts as missing.

    These files are written and read by the same user's Tieline alone; a knowledge base that a user names is never read this way.
    """
    try:
        with open(cache_folder() / name, "rb") as file:
            data = file.read() if _is_ours(file.fileno()) else b""
        if data[:_DIGEST] == hashlib.sha256(data[_DIGEST:]).digest():
            return pickle.loads(data[_DIGEST:])
    except Exception:
        return None
    return None


def keep(name: str, value: Any, *, instead_of: str | None = None) -> None:
    """Keep a value under a name, whole or not at all; `instead_of` is a glob of the names that it replaces. No failure matters."""
    import tempfile

    with contextlib.suppress(OSError):
        folder = cache_folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        data = pickle.dumps(value, protocol=5)
        handle, part = tempfile.mkstemp(prefix=f".{name}.", dir=folder)  # readable by the user alone
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(data).digest() + data)
            os.replace(part, folder / name)
        except OSError:
            os.unlink(part)
            raise
        for old in folder.glob(instead_of) if instead_of else ():
            if old.name != name:
                old.unlink(missing_ok=True)


def once(name: str, make: Callable[[], T], *, instead_of: str | None = None) -> T:
    """What is kept under a name; made and kept where nothing is."""
    found: T | None = recall(name)
    if found is None:
        found = make()
        keep(name, found, instead_of=instead_of)
    return found


def _is_ours(handle: int) -> bool:
    """Whether an open file belongs to the user and nobody else can write it."""
    if not hasattr(os, "getuid"):
        return True
    facts = os.fstat(handle)
    return facts.st_uid == os.getuid() and not facts.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _stamps(folder: str) -> Iterator[str]:
    """Name, size and time of the files of the program and its rules: cheap to gather, and changed by any edit."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in ("__pycache__", "seeds"):
                    yield from _stamps(entry.path)
            elif entry.name.endswith((".py", ".toml", ".sql")):
                facts = entry.stat()
                yield f"{entry.path}|{facts.st_size}|{facts.st_mtime_ns}"
