"""The tally of a vote in a sentence: "by 301 votes to 67"."""

import re

from tieline.late import regex
from tieline.light import dataclass

_VOTES = regex(
    r"\b(?P<a>\d+)(?: votes?)?(?: to | ?[-–] ?|, )(?P<b>\d+)\b(?: votes?)?(?:,? with (?P<c>\d+|one|two|three|four|five) abstentions?)?"
)


@dataclass(frozen=True)
class Tally:
    """The words of an answer, and the number asked for."""

    text: str
    value: int | str


def tally(question: str, text: str) -> Tally | None:
    """What the only tally of a sentence gives for a question: the votes in favour with all of it, those against, or the abstentions."""
    found = list(_VOTES.finditer(text))
    if len(found) != 1:
        return None
    votes = found[0]
    if re.search(r"\bagainst\b", question, re.I):
        return Tally(f"{votes['b']} against ({votes[0]})", int(votes["b"]))
    if re.search(r"\babst", question, re.I):
        return Tally(f"{votes['c']} ({votes[0]})", votes["c"]) if votes["c"] else None
    return Tally(votes[0], int(votes["a"]))
