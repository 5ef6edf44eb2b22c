"""Facts in the formats of other tools; nothing is ever half written."""

import difflib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tieline.errors import TielineError
from tieline.model.facts import Facts
from tieline.present import tabular
from tieline.present.jsonld import jsonld
from tieline.present.plainjson import plain_json

Maker = Callable[[Facts], str]


def _graphml(facts: Facts) -> str:
    from tieline.present.graphs import graphml

    return graphml(facts)


def _gexf(facts: Facts) -> str:
    from tieline.present.graphs import gexf

    return gexf(facts)


FILES: dict[str, Maker] = {"graphml": _graphml, "gexf": _gexf, "jsonld": jsonld, "json": plain_json}
FOLDERS: dict[str, Callable[[Facts], dict[str, str]]] = {"csv": tabular.csv_tables}
FORMATS = (*FILES, *FOLDERS)


def check_format(name: str) -> None:
    """Nothing where the format exists; otherwise an error that names those that do."""
    if name not in FORMATS:
        close = difflib.get_close_matches(name.lower(), FORMATS, 1)
        hint = f" Did you mean {close[0]}?" if close else ""
        raise TielineError(f"No export format called '{name}'.{hint} Formats: {', '.join(FORMATS)}.")


def export(facts: Facts, format: str, path: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write facts to a file, or for `csv` one table a kind into a folder; gives the files written."""
    check_format(format)
    target = Path(path)
    if format in FILES:
        write_text(target, FILES[format](facts))
        return (target,)
    tables = FOLDERS[format](facts)
    with _said_in_one_line(target):
        target.mkdir(parents=True, exist_ok=True)
    for name, text in tables.items():
        write_text(target / name, text)
    return tuple(target / name for name in tables)


def write_text(path: Path, text: str) -> None:
    """Write a file so that it is there in full or not at all."""
    with _said_in_one_line(path):
        if path.is_dir():
            raise TielineError(f"{path}: is a folder; the name of a file is needed.")
        if path.exists() and not path.is_file():  # a device or a pipe, such as /dev/stdout
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                file.write(text)
            os.chmod(name, 0o666 & ~_umask())
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


@contextmanager
def _said_in_one_line(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise TielineError(f"{path}: cannot be written: {error.strerror or error}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
