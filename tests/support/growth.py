"""How the work of reading grows with a text, counted in calls and not in time, so that a busy machine changes nothing."""

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
