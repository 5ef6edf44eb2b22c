"""Answers kept beside the built corpus: a question asked before is answered without loading what reads and answers.

The name of a kept answer changes with the texts, the rules and the program, as that of the corpus does, so that none outlives them.
"""

import contextlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tieline import __version__
from tieline.ids import digest
from tieline.present.lines import Line, Lines, Piece
from tieline.store.cache import cache_path

if TYPE_CHECKING:
    from tieline.model.answer import Answer

MOST = 500  # answers kept; a script that asks more starts over


def answer_again(question: str, flags: Mapping[str, bool]) -> int | None:
    """Print a kept answer and give its exit code; None where there is none."""
    try:
        kept = json.loads(_path(question, flags).read_bytes())
        lines, answer, code = kept["lines"], kept["answer"], int(kept["code"])
        shown = tuple(Line(tuple(Piece(*piece) for piece in pieces), indent, lead) for pieces, indent, lead in lines)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if answer is not None:
        from tieline.cli.session import print_json

        print_json(answer)
    else:
        from tieline.present.screen import show

        show(shown)
    return code


def keep(question: str, flags: Mapping[str, bool], code: int, *, lines: Lines = (), answer: "Answer | None" = None) -> None:
    """Keep what was printed; where the cache cannot be written, nothing happens."""
    path = _path(question, flags)
    dumped = answer.model_dump(mode="json") if answer is not None else None
    with contextlib.suppress(OSError, UnicodeError):
        if len(tuple(path.parent.glob("*.answer"))) >= MOST:
            for old in path.parent.glob("*.answer"):
                old.unlink(missing_ok=True)
        _write(path, {"lines": lines, "answer": dumped, "code": code})


def _write(path: Path, record: dict[str, Any]) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(record, file)
    os.replace(name, path)


def _path(question: str, flags: Mapping[str, bool]) -> Path:
    base = cache_path(__version__)
    return base.with_name(f"{base.name}-{digest(question, *sorted(name for name, on in flags.items() if on))}.answer")
