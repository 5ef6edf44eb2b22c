"""Failures on the command line: one line on standard error and an exit code, never a traceback."""

import contextlib
import os
import sys
from collections.abc import Callable
from typing import Any

import typer

from tieline.errors import TielineError

USAGE: type[Exception] = typer.BadParameter.__mro__[2]  # ClickException, wherever this version of typer keeps it
WRONG = 2
INTERRUPTED = 130


def exit_code(run: Callable[[], Any]) -> int:
    """What `run` returns as an exit code: 0 done, 1 nothing found, 2 wrong use or unreadable input."""
    try:
        result = run()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of a pipe has seen enough
        _drop_output()
        return 0
    except (KeyboardInterrupt, typer.Abort):
        complain("Stopped.")
        return INTERRUPTED
    except (TielineError, OSError, UnicodeError, USAGE) as error:
        complain(message(error))
        return WRONG
    except Exception as error:
        if os.environ.get("TIELINE_DEBUG"):
            raise
        complain(f"A defect of Tieline, {type(error).__name__}: {error}. With TIELINE_DEBUG=1 it shows where; please report it.")
        return WRONG
    return result if isinstance(result, int) else 0


def message(error: BaseException) -> str:
    """The failure in one line: what was found, where, and what would be right."""
    if isinstance(error, USAGE):
        text = error.format_message()  # type: ignore[attr-defined]
        context = getattr(error, "ctx", None)
        hint = f" See: {context.command_path} --help" if context is not None else ""
        return f"{text.rstrip('.')}.{hint}" if not text.endswith("?") else text
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return str(error) or type(error).__name__


def complain(text: str) -> None:
    """Print one line on standard error."""
    from tieline.present.clean import one_line

    print(one_line(text), file=sys.stderr)


def prepare_streams() -> None:
    """Let no character stop a command: what the terminal's encoding lacks is shown as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for plugins reads every installed package's metadata


def _drop_output() -> None:
    """Point standard output nowhere, so that the interpreter does not complain while closing it."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
