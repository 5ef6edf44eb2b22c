"""How far a long command has come, on standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

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
    told = "reading ..."

    def step(done: int, total: int, document: str) -> None:
        nonlocal last, told
        if terminal:
            told = f"{done}/{total} {one_line(document)}" if done < total else "bringing the texts together ..."
            line = clip(told, WIDE)
            print(f"\r{line:<{WIDE}}", end="", file=sys.stderr, flush=True)
        elif total and (done == total or done * 10 // total > last):
            last = done * 10 // total
            print(f"{done}/{total} texts read", file=sys.stderr)

    if not terminal:
        yield step
        return
    over = Event()
    clock = Thread(target=_tick, args=(over, lambda: told), daemon=True)
    clock.start()
    try:
        yield step
    finally:
        over.set()
        clock.join()
        print("\r" + " " * WIDE + "\r", end="", file=sys.stderr, flush=True)


def _tick(over: Event, told: Callable[[], str]) -> None:
    """Show how long a step has taken, each second: one long text may take minutes."""
    seconds = 0
    while not over.wait(1):
        seconds += 1
        line = clip(f"{told()} ({seconds} s)", WIDE)
        print(f"\r{line:<{WIDE}}", end="", file=sys.stderr, flush=True)
