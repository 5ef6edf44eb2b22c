"""The form of a knowledge base file: what marks it as ours, and which tables it has."""

from pathlib import Path

SCHEMA = "1"  # goes up when the tables or the shapes of facts and readings change
APPLICATION = 0x7469656C  # "tiel"


def is_base(path: Path) -> bool:
    """Whether a file is a database, or empty and so nobody's."""
    try:
        with path.open("rb") as file:
            opening = file.read(len(_OPENING))
    except OSError:
        return True  # what is wrong with it comes out when it is used
    return opening in (_OPENING, b"")


_OPENING = b"SQLite format 3\0"
