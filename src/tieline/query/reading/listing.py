"""Whether a question asks for what some sentence lists: "which sectors", "name the four areas", "how many goods"."""

import re

from tieline.late import regex
from tieline.light import dataclass
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.view import View

_ASKED = regex(
    r"^\W*(?:(?:in|on|to|for|from|of|by|with|under|across|into) )?(?:which|what|name|list|how many|(?:give|show|tell)(?: me| us)?)\b"
    r"(?: of)?(?: are| were| is)?(?: the| all(?: of)?(?: the)?)?\s+(?:(?:main |different )?(?:kinds?|types?|sorts?|names) of )?(?:the )?"
    r"(?:(?P<number>two|three|four|five|six|seven|eight|\d) )?(?P<noun>[\w'’ -]+)",
    re.I,
)
_STOP = regex(
    r"\b(?:of|in|for|by|to|from|between|with|on|at|that|which|who|according|did|does|do|has|have|had|is|was|are|were|will|would|should|can|could|must|may)\b",
    re.I,
)


@dataclass(frozen=True)
class Asked:
    """What a question wants listed: the stem of its noun, those of the words before, how many there are by it, whether any list will do."""

    noun: str
    before: tuple[str, ...]
    number: str | None
    loose: bool


def _phrase(words: str) -> str:
    """Words up to the first plural and the plurals right behind it, which end what is asked for: "Pelmaran banks opened branches"."""
    told = words.split()
    plural = [word.lower().endswith("s") and not word.lower().endswith(("ss", "us", "'s", "\u2019s")) for word in told]
    first = next((n for n, one in enumerate(plural) if one), None)
    if first is None:
        return words
    end = next((n for n in range(first, len(told)) if not plural[n]), len(told))
    return " ".join(told[:end])


def listing_asked(view: View, query: Query) -> Asked | None:
    """What a question wants listed; None where it wants something else."""
    start = _ASKED.match(query.text)
    if start is None:
        return None
    noun = start["noun"]
    stop = _STOP.search(noun)
    told = _phrase(noun[: stop.start()] if stop else noun)
    words = stems(told)
    table = view.lexicon.listed
    known = table["loose"] | table["told"]
    at = next((n for n in range(len(words) - 1, -1, -1) if words[n] in known), None)
    many = {stem(word.lower()) for word in told.split() if word.endswith("s")}
    if at is None and len(many) == 1 and words and words[-1] in many and not query.title and query.form not in ("how_many", "count"):
        return Asked(words[-1], words[:-1], start["number"], loose=False)  # any other noun, where the list itself is called by it
    if at is None or words[at] not in many:
        return None
    return Asked(words[at], words[:at], start["number"], words[at] in table["loose"])
