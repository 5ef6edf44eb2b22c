"""Whether a sentence ranks what a question ranks: "the biggest" is not "the second biggest", "the first" not "one of the first"."""

import re

from tieline.late import regex
from tieline.light import dataclass
from tieline.query.reading.words import stems

_TURN = r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|2nd|3rd|\d+th|joint"
_BIG = r"biggest|largest|greatest|leading|top|main|chief|principal|foremost"
# words that end like superlatives and are none
_NO_RANK = (
    r"\w*(?:inter|for|qu|prot|harv|inv|cont|arr|sugg|manif|unr|att|inf|beh|mod|hon|earn|dig|div|pri)est"
    r"|(?:mid|north|south)?west|(?:gu|cr|ch|j|n|p|r|t|v)est|budapest|bucharest|everest"
)
_RANKS = regex(
    rf"\b(?:(?P<some>one|some|two|three|several|many|part|none) of (?:the )?(?:[\w'’-]+ ){{0,2}}?|among (?:the )?(?P<among>))?"
    rf"(?:(?P<turn>{_TURN})[- ])?(?:(?P<big>{_BIG})|"
    rf"(?P<own>first|last|only|most (?!of\b)\w+|(?!(?:{_NO_RANK})\b)\w{{3,}}est))\b",
    re.I,
)
_WORDS = "a an and as at by for from in into of on the to with that which is was has had be 's"
_SMALL = frozenset(_WORDS.split())
REACH = 80  # characters behind a rank in which stands what it ranks


@dataclass(frozen=True)
class Rank:
    """A rank in a text: its sort, its place ("second"), whether several share it, and the stems of what stands behind it."""

    sort: str
    turn: str
    shared: bool
    behind: frozenset[str]


def ranks(text: str) -> tuple[Rank, ...]:
    """The ranks that a text gives, in order."""
    found = list(_RANKS.finditer(text))
    if not found:
        return ()
    ends = [*(m.start() for m in found[1:]), len(text)]
    return tuple(
        Rank(
            "big" if m["big"] else m["own"].lower(),
            (m["turn"] or "").lower(),
            m["some"] is not None or m["among"] is not None,
            frozenset(word for word in stems(text[m.end() : min(end, m.end() + REACH)]) if word not in _SMALL),
        )
        for m, end in zip(found, ends, strict=True)
    )


def ranked_otherwise(asked: str, told: str) -> bool:
    """Whether a sentence gives another rank to what a question calls the first or the biggest."""
    given = ranks(told)
    for one in ranks(asked):
        alike = [rank for rank in given if rank.sort == one.sort]
        best = max((len(one.behind & rank.behind) for rank in alike), default=0)
        nearest = [rank for rank in alike if len(one.behind & rank.behind) == best]
        if best and not any((rank.turn, rank.shared) == (one.turn, one.shared) for rank in nearest):
            return True
    return False
