"""The entry point `tieline`."""

import gc
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typer

FLAGS = {"--json": "json", "--why": "why", "--quiet": "quiet", "-q": "quiet", "--verbose": "verbose", "-v": "verbose"}


def main() -> None:
    """Run the command line. A question without further options goes straight to its command: typer takes as long to load as to answer."""
    words, flags = _bare_question(sys.argv[1:])
    if words:
        from tieline.cli.answering import answer_question
        from tieline.cli.failure import exit_code, prepare_streams

        gc.disable()  # one question is over before anything is worth collecting
        prepare_streams()
        raise SystemExit(exit_code(lambda: answer_question(" ".join(words), **flags)))
    from tieline.cli.app import app

    app(prog_name="tieline")


def _bare_question(arguments: Sequence[str]) -> tuple[list[str], dict[str, Any]]:
    """The words and flags of `ask` where nothing else is given; no words where typer is to read the line."""
    if arguments[:1] != ["ask"]:
        return [], {}
    words = [one for one in arguments[1:] if not one.startswith("-")]
    flags = [one for one in arguments[1:] if one.startswith("-")]
    return (words, {FLAGS[one]: True for one in flags}) if all(one in FLAGS for one in flags) else ([], {})


def __getattr__(name: str) -> "typer.Typer":
    """`app`, the typer application, on use."""
    if name == "app":
        from tieline.cli.app import app

        return app
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
