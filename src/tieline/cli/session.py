"""What most commands do first and last: open the knowledge base, print the result."""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import BaseModel

    from tieline.kb import KnowledgeBase
    from tieline.present.sources import Sources
    from tieline.present.table import Table

FOUND, NOTHING = 0, 1


def open_kb(path: Path | None, as_of: str | None = None) -> "KnowledgeBase":
    """The knowledge base of a file, or the bundled one; `as_of` gives what had been published by then."""
    from tieline.kb import load

    kb = load(path)
    return kb.as_of(as_of) if as_of is not None else kb


def sources_of(kb: "KnowledgeBase") -> "Sources":
    """The documents of a knowledge base, to quote from."""
    from tieline.present.sources import Sources

    return Sources(kb.facts.documents, kb.facts.sentences)


def print_json(value: Any) -> None:
    """Print one JSON value: a model, or lists and dictionaries of models."""
    escape = not (sys.stdout.encoding or "").lower().startswith("utf")
    print(json.dumps(value, ensure_ascii=escape, indent=2, default=_dump))


def print_values(values: Sequence[Any], table: Callable[..., "Table"], *, as_json: bool, quiet: bool = False, verbose: bool = False) -> int:
    """Print values as JSON or as a table; gives the exit code."""
    if as_json:
        print_json(list(values))
    elif quiet:
        from tieline.model.clean import one_line

        for value in values:
            print(one_line(str(getattr(value, "id", "") or getattr(value, "message", ""))))
    else:
        from tieline.present.screen import show

        show(table(values, verbose=verbose))
    return FOUND if values else NOTHING


def print_written(paths: Sequence[Path], *, as_json: bool, quiet: bool = False, verbose: bool = False) -> None:
    """Print which files were written; with `verbose` how big they are."""
    if as_json:
        print_json([str(path) for path in paths])
    elif not quiet:
        for path in paths:
            print(f"{path}  ({path.stat().st_size:,} bytes)" if verbose else path)


def _dump(value: "BaseModel") -> Any:
    return value.model_dump(mode="json")
