"""Regular expressions that are compiled when first used, or found compiled in the cache: a question uses few of the many at hand."""

import re
from functools import cache
from typing import Any, cast

from tieline.kept import keep, program_key, recall
from tieline.ready import Ready, make_ready

_known: list["_Late"] = []


def regex(source: str, flags: int = 0) -> "re.Pattern[str]":
    """A regular expression for a name of a module; compiled when first used."""
    made = _Late(source, int(flags))
    _known.append(made)
    return cast("re.Pattern[str]", made)


def keep_patterns() -> None:
    """Keep the patterns of all modules loaded so far in compiled form; those kept before need not be compiled again."""
    before = _kept()
    keep(_name(), {made.key: before.get(made.key) or make_ready(*made.key) for made in _known}, instead_of="patterns-*")


class _Late:
    """What stands for a pattern until it is used; it keeps the methods that were asked for."""

    def __init__(self, *key: Any):
        self.key = key

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        ready = _kept().get(self.key)
        found = getattr(ready.pattern() if ready else re.compile(*self.key), name)
        setattr(self, name, found)
        return found


def _name() -> str:
    return f"patterns-{program_key()}"


@cache
def _kept() -> dict[tuple[str, int], Ready]:
    return recall(_name()) or {}
