"""Files that are there in full or not at all."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tieline.errors import TielineError


def write_text(path: Path, text: str) -> None:
    """Write a text file; what was there before stays until the new one is complete."""
    write_bytes(path, text.encode("utf-8", "backslashreplace"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file; what was there before stays until the new one is complete."""
    with said_in_one_line(path):
        if path.is_dir():
            raise TielineError(f"{path}: is a folder; the name of a file is needed.")
        if path.exists() and not path.is_file():  # a device or a pipe, such as /dev/stdout
            path.write_bytes(data)
            return
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:80]}.", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(name, 0o666 & ~_umask())
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def write_folder(path: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files into a folder, once all of them are complete; other files that are there stay as they are."""
    with said_in_one_line(path):
        if path.exists() and not path.is_dir():
            raise TielineError(f"{path}: is a file; the name of a folder is needed.")
        if taken := next((name for name in files if (path / name).is_dir()), None):
            raise TielineError(f"{path / taken}: is a folder; a file of that name is to be written.")
        path.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name[:80]}.", suffix=".part"))
        try:
            for name, data in files.items():
                (made / name).write_bytes(data)
            path.mkdir(exist_ok=True)
            for name in files:
                os.replace(made / name, path / name)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    return tuple(path / name for name in files)


@contextlib.contextmanager
def said_in_one_line(path: Path) -> Iterator[None]:
    """Whatever goes wrong with a file comes out as one line that names it."""
    try:
        yield
    except OSError as error:
        raise TielineError(f"{path}: cannot be written: {error.strerror or error}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
