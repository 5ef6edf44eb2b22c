"""Regular expressions as `re` runs them, so that they can be kept on disk: to load one takes a fiftieth of the time to compile it.

What is kept is the code that the compiler of `re` makes and its matcher checks on loading. It belongs to one version of Python,
as do the keys under which `tieline.kept` keeps things. A Python whose `re` has no such parts compiles the source again.
"""

import re
import zlib
from array import array
from typing import Any, NamedTuple

CODE = "I"  # the unsigned integers of the matcher
FASTEST = 1


class Ready(NamedTuple):
    """A regular expression: its source and flags and, where this Python has it, the compiled code with the groups by number."""

    source: str
    flags: int
    code: bytes = b""
    groups: tuple[str | None, ...] = (None,)

    def pattern(self) -> "re.Pattern[str]":
        """The pattern, ready to match."""
        if not self.code:
            return re.compile(self.source, self.flags)
        import _sre  # type: ignore[import-not-found, unused-ignore]

        code = array(CODE, zlib.decompress(self.code)).tolist()
        names = {name: number for number, name in enumerate(self.groups) if name}
        found: re.Pattern[str] = _sre.compile(self.source, self.flags, code, len(self.groups) - 1, names, self.groups)
        return found


def make_ready(source: str, flags: int = 0) -> Ready:
    """The compiled form of a regular expression."""
    made = _compiled(source, flags)
    if made is None:
        return Ready(source, flags)
    flags, code, names, count = made
    groups: list[str | None] = [None] * count
    for name, number in names.items():
        groups[number] = name
    return Ready(source, flags, zlib.compress(array(CODE, code).tobytes(), FASTEST), tuple(groups))


def _compiled(source: str, flags: int) -> tuple[int, list[int], dict[str, int], int] | None:
    """Flags, code, named groups and number of groups, by the parts of `re` itself; None where it has none of that shape."""
    inner: Any = re
    flags = int(flags)  # the compiler asks for them at every sign: as members of an enumeration they take a fifth of its time
    try:
        parsed = inner._parser.parse(source, flags)
        code = inner._compiler._code(parsed, flags)
        return flags | int(parsed.state.flags), code, parsed.state.groupdict, parsed.state.groups
    except AttributeError:
        return None
