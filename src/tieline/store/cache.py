"""Where the built corpus is kept between runs, and the key that tells whether it still holds."""

import hashlib
import os
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

SUFFIX = ".tieline"


def cache_folder() -> Path:
    """The folder of the cache: `TIELINE_CACHE_DIR`, or the user's cache folder of the system."""
    own = os.environ.get("TIELINE_CACHE_DIR")
    if own:
        return Path(own).expanduser()
    import platformdirs

    return Path(platformdirs.user_cache_dir("tieline", appauthor=False))


def seeds_folder() -> Path:
    """The folder of the bundled texts: inside the package, or in the repository where the package runs from its sources."""
    packaged = Path(str(resources.files("tieline"))) / "seeds"
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[3] / "seeds"


def cache_path(version: str) -> Path:
    """The file of the built corpus. Its name changes with the texts, the rules, the program and its version."""
    marks = hashlib.sha256(version.encode())
    for file in sorted(seeds_folder().iterdir()):
        marks.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    for line in sorted(_stamps(Path(str(resources.files("tieline"))))):
        marks.update(line.encode())
    return cache_folder() / f"bundled-{marks.hexdigest()[:16]}{SUFFIX}"


def cached_files() -> tuple[Path, ...]:
    """The files of the cache, those of older texts, rules and versions included."""
    folder = cache_folder()
    return tuple(sorted(folder.glob(f"bundled-*{SUFFIX}*"))) if folder.is_dir() else ()


def clear_cache() -> tuple[Path, ...]:
    """Remove the files of the cache; gives those removed."""
    files = cached_files()
    for file in files:
        file.unlink(missing_ok=True)
    return files


def _stamps(folder: Path) -> Iterator[str]:
    """Name, size and time of each file of the program and its rules: cheap to gather, and changed by any edit."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in ("__pycache__", "seeds"):
                    yield from _stamps(Path(entry.path))
            elif entry.name.endswith((".py", ".toml", ".sql")):
                facts = entry.stat()
                yield f"{os.path.relpath(entry.path, folder)}|{folder.name}|{facts.st_size}|{facts.st_mtime_ns}\n"
