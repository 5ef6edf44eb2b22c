"""How far a long command has come, on standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tieline.model.clean import clip, one_line

Step = Callable[[int, int, str], None]
WIDE = 60


@contextmanager
def progress(*, quiet: bool) -> Iterator[Step | None]:
    """A function to be told (done, all, document): a line that rewrites itself on a terminal, every tenth part elsewhere."""
    if quiet:
        yield None
        return
    terminal = sys.stderr.isatty()
    last = 0

    def step(done: int, total: int, document: str) -> None:
        nonlocal last
        if terminal:
            line = clip(f"{done}/{total} {one_line(document)}", WIDE)
            print(f"\r{line:<{WIDE}}", end="", file=sys.stderr, flush=True)
        elif total and (done == total or done * 10 // total > last):
            last = done * 10 // total
            print(f"{done}/{total} texts read", file=sys.stderr)

    yield step
    if terminal:
        print("\r" + " " * WIDE + "\r", end="", file=sys.stderr, flush=True)
