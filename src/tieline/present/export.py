"""Facts in the formats of other tools; the same facts give the same bytes, and nothing is ever half written."""

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from tieline import __version__
from tieline.model.facts import Facts
from tieline.present.formats import FORMATS, Made, known_format
from tieline.present.writing import write_bytes, write_folder, write_text
from tieline.store.contents import Contents, Held

__all__ = ["Exported", "export", "write_text"]

# format -> where the function is that makes it: a file's text, or the files of a folder by name
MAKERS = {
    "graphml": ("tieline.present.graphs", "graphml"),
    "gexf": ("tieline.present.graphs", "gexf"),
    "jsonld": ("tieline.present.jsonld", "jsonld"),
    "json": ("tieline.present.plainjson", "plain_json"),
    "csv": ("tieline.present.tabular", "csv_tables"),
    "parquet": ("tieline.present.tabular", "parquet_tables"),
    "timelinejs": ("tieline.present.timelinejs", "timelinejs"),
    "ics": ("tieline.present.calendar", "calendar"),
    "markdown": ("tieline.present.chronology", "chronology"),
    "timeml": ("tieline.present.timeml_files", "timeml_files"),
}


class Exported(tuple[Path, ...]):
    """The files written; `notes` say what was left out, and why."""

    notes: tuple[str, ...] = ()


def export(held: Facts | Held, format: str, path: str | os.PathLike[str]) -> Exported:
    """Write facts to a file, or for a format of several files into a folder; gives the files written, with notes on what was left out."""
    name, target = known_format(format), Path(path)
    if name == "sqlite":
        return _exported((_store(held, target),))
    facts = held if isinstance(held, Facts) else held.facts
    made = _maker(name)(facts)
    if FORMATS[name].is_folder:
        return _exported(write_folder(target, {key: _bytes(value) for key, value in made.items()}))
    text, notes = made if isinstance(made, Made) else (made, ())
    write_bytes(target, _bytes(text))
    return _exported((target,), notes)


def _store(held: Facts | Held, target: Path) -> Path:
    from tieline.store.write import check_target, write

    check_target(target)
    if isinstance(held, Facts):
        write(Contents(held, ()), target, version=__version__)
    else:
        write(Contents(held.facts, held.readings, held.paths, held.troubles, held.rules), target, version=__version__)
    return target


def _maker(name: str) -> Callable[[Facts], Any]:
    module, function = MAKERS[name]
    found: Callable[[Facts], Any] = getattr(import_module(module), function)
    return found


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")


def _exported(paths: tuple[Path, ...], notes: tuple[str, ...] = ()) -> Exported:
    found = Exported(paths)
    found.notes = notes
    return found
