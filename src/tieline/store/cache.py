"""Where the built corpus is kept between runs, and the key that tells whether it still holds."""

from pathlib import Path

from tieline.kept import PACKAGE, cache_folder, key_of, program_key

__all__ = ["cache_folder", "cache_path", "cached_files", "clear_cache", "seeds_folder"]
SUFFIX = ".tieline"
KEPT = ("bundled-*", "rules-*", "words-*", "times-*", "triggers-*", "patterns-*")


def seeds_folder() -> Path:
    """The folder of the bundled texts: inside the package, or in the repository where the package runs from its sources."""
    packaged = PACKAGE / "seeds"
    return packaged if packaged.is_dir() else PACKAGE.parents[1] / "seeds"


def cache_path(version: str) -> Path:
    """The file of the built corpus. Its name changes with the texts, the rules, the program and its version."""
    texts = (part for file in sorted(seeds_folder().iterdir()) for part in (file.name, file.read_bytes()))
    return cache_folder() / f"bundled-{key_of(version, program_key(), *texts)}{SUFFIX}"


def cached_files() -> tuple[Path, ...]:
    """The files of the cache, those of older texts, rules and versions included."""
    folder = cache_folder()
    return tuple(sorted(file for pattern in KEPT for file in folder.glob(pattern))) if folder.is_dir() else ()


def clear_cache() -> tuple[Path, ...]:
    """Remove the files of the cache; gives those removed."""
    files = cached_files()
    for file in files:
        file.unlink(missing_ok=True)
    return files
