"""When the short forms of messages and laboratories are times."""

from tieline.extract.times.captures import Captures
from tieline.extract.times.guards.words import after, before, guard
from tieline.late import regex

NEAR = 200
_WORD = regex(r"[^\W\d_]+")


def chatty(text: str, start: int, end: int, caps: Captures) -> bool:
    """Whether the words are those of a message: one near that only messages spell so."""
    near = text[max(0, start - NEAR) : end + NEAR]
    return any(word in caps.words["chatty"] for word in _WORD.findall(near))


@guard
def lowered(text: str, start: int, end: int, caps: Captures) -> bool:
    """A short form that is no name in capitals, written in one ("2day"), and joined to nothing."""
    said = text[start:end]
    parted = said[0].isdigit() and len(said) > 1 and said[1].isspace()
    return not (said.isupper() or parted) and text[end : end + 1] not in ("-", "'", "’")


@guard
def short_unit(text: str, start: int, end: int, caps: Captures) -> bool:
    """A short unit in small letters, joined to nothing: no HR department, no Sec. 2."""
    low, high = caps.place("unit")
    if not text[low:high].islower() or text[end : end + 1] in ("-", "/", "'", "’"):
        return False
    return not (caps.has("which") and caps.word("unit") in ("minute", "second", "hour"))


@guard
def lab_unit(text: str, start: int, end: int, caps: Captures) -> bool:
    """A unit of measure behind a number in digits: a blank between for one of a letter, and no price, speed or class before."""
    low, high = caps.place("unit")
    number = caps.text("n") or ""
    if not number[0].isdigit() or not text[low:high].islower() or text[end : end + 1] in ("-", "/", "'", "’"):
        return False
    if text[max(0, start - 1) : start] in ("$", "€", "£", "/", "."):
        return False
    alone = high - low == 1
    return not alone or (text[low - 1] in "  " and before(text, start) != "the" and not after(text, end)[:1].isupper())
