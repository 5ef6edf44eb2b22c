"""How the work of reading grows with a text, counted in calls and not in time, so that a busy machine changes nothing."""

import sys
from collections.abc import Callable

FEW = 1_000  # calls that every reading takes, whatever its text


def grows_with_length(read: Callable[[str], object], text: str) -> bool:
    """Whether twice the text takes about twice the calls, not four times."""
    read(text[:100])  # what is made on first use
    half, whole = (_calls(read, part) for part in (text[: len(text) // 2], text))
    return whole < 3 * half + FEW


def _calls(read: Callable[[str], object], text: str) -> int:
    """How many functions are called, those written in C among them."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        read(text)
    finally:
        sys.setprofile(before)
    return count
