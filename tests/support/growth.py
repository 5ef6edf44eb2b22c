"""How the work of reading grows with a text, counted in calls and not in time, so that a busy machine changes nothing."""

import sys
from collections.abc import Callable
from cProfile import Profile

FEW = 1_000  # calls that every reading takes, whatever its text


def grows_with_length(read: Callable[[str], object], text: str) -> bool:
    """Whether twice the text takes about twice the calls, not four times."""
    read(text[:100])  # what is made on first use
    half, whole = (_calls(read, part) for part in (text[: len(text) // 2], text))
    return whole < 3 * half + FEW


def _calls(read: Callable[[str], object], text: str) -> int:
    """How many functions are called, those written in C among them."""
    profile = Profile(builtins=True)
    profile.runcall(read, text)
    return sum(one.callcount for one in profile.getstats())


def lines_grow_with_parts(read: Callable[[str], object], text: Callable[[int], str], parts: int) -> bool:
    """Whether a text of twice as many parts takes about twice the lines of code, those that a loop inside one call runs among them."""
    read(text(parts))  # what is made on first use
    half, whole = (_lines(read, text(number)) for number in (parts, 2 * parts))
    return whole < 2.6 * half + FEW


def _lines(read: Callable[[str], object], text: str) -> int:
    """How many lines are run, each as often as it is."""
    count = 0

    def note(frame: object, event: str, argument: object) -> object:
        nonlocal count
        count += event == "line"
        return note

    before = sys.gettrace()
    sys.settrace(note)
    try:
        read(text)
    finally:
        sys.settrace(before)
    return count
