"""Words of time inside proper names: "USA Today", "the Daily Herald", "the Sunday Times", "Monday Night Football"."""

from tieline.extract.times.captures import Captures
from tieline.late import regex

# Slots whose words are capitalised anyway; and a war of seven days did last seven days.
NAMED = frozenset(("month", "weekday", "holiday", "season", "era", "iso", "n"))
_WORD = regex(r"[^\W\d_]{3,}")
_FOLLOWED = regex(r"(?:['’]s?)?[ -][A-Z][a-z]")
_ACRONYM = regex(r"(?<![A-Za-z])[A-Z]{2,5} $")
_LED = regex(r"\b[A-Z][\w'’]+ $")
_OPENS = regex(r"(?:^|[.!?:;\n\"'“‘(\[—–-])\s{0,3}$")


def in_name(text: str, start: int, end: int, caps: Captures) -> bool:
    """Whether a proper name holds the words: all capitalised, though no months or weekdays, and beside another capitalised word."""
    if not (text[start].isupper() or text[start].isdigit()):
        return False
    kinds = {filled[0] for filled in caps.filled.values()}
    followed = _FOLLOWED.match(text, end) is not None
    if not NAMED.isdisjoint(kinds):
        return followed and "weekday" in kinds and _day_in_name(text, start, caps)
    words = _WORD.findall(text[start:end])
    if not words or any(word[0].islower() or word.isupper() for word in words):
        return False
    if _OPENS.search(text[max(0, start - 6) : start]):
        return followed and (len(words) > 1 or caps.params.get("name_begins") is True)
    if caps.params.get("name_begins") is True and _LED.search(text[max(0, start - 20) : start]):
        return True  # "Pelmara Daily"
    return followed or _ACRONYM.search(text[max(0, start - 8) : start]) is not None


def _day_in_name(text: str, start: int, caps: Captures) -> bool:
    """The Sunday Times, Monday Night Football; not "on Tuesday President Volk"."""
    if caps.has("daypart"):
        return text[caps.place("daypart")[0]].isupper()
    return len(caps.filled) == 1 and text[max(0, start - 4) : start].lower() == "the "
