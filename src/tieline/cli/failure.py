"""Failures on the command line: one line on standard error and an exit code, never a traceback."""

import contextlib
import os
import sys
from collections.abc import Callable
from typing import Any

from tieline.errors import TielineError

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
    except SystemExit as stop:  # typer's own way of leaving when the pipe is broken
        if not isinstance(stop.__context__, BrokenPipeError):
            raise
        _drop_output()
        return 0
    except KeyboardInterrupt:
        complain("Stopped.")
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("TIELINE_DEBUG"):
            raise
        complain(message(error))
        return WRONG
    return result if isinstance(result, int) else 0


def message(error: Exception) -> str:
    """The failure in one line: what was found, where, and what would be right."""
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if "ClickException" in kinds:  # typer keeps this class in different places from version to version
        return _usage(error)
    if "Abort" in kinds:
        return "Stopped."
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    if isinstance(error, TielineError | OSError | UnicodeError):
        return str(error) or type(error).__name__
    return f"A defect of Tieline, {type(error).__name__}: {error}. TIELINE_DEBUG=1 shows where; please report it."


def complain(text: str) -> None:
    """Print one line on standard error."""
    from tieline.model.clean import one_line

    print(one_line(text), file=sys.stderr)


def prepare_streams() -> None:
    """Let no character stop a command: what the terminal's encoding lacks is shown as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _usage(error: Any) -> str:
    text = str(error.format_message())
    context = getattr(error, "ctx", None)
    hint = f" See: {context.command_path} --help" if context is not None else ""
    return text if text.endswith(("?", "--help.")) else f"{text.rstrip('.')}.{hint}"


def _drop_output() -> None:
    """Point standard output nowhere, so that the interpreter does not complain while closing it."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
