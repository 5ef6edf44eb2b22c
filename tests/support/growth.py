"""How the time of reading grows with a text."""

import time
from collections.abc import Callable

SOON = 0.05  # seconds of the processor that are too few to compare
TRIES = 4


def grows_with_length(read: Callable[[str], object], text: str) -> bool:
    """Whether twice the text takes about twice the time of the processor, not four times, in one of a few tries."""
    return any(_ratio(read, text) < 3 for _ in range(TRIES))


def _ratio(read: Callable[[str], object], text: str) -> float:
    half, whole = (_spent(read, part) for part in (text[: len(text) // 2], text))
    return whole / half if whole > SOON else 0.0


def _spent(read: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    read(text)
    return time.process_time() - began
