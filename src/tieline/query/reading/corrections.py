"""A follow-up that puts the last question right: "no, I meant the second visit"."""

import re

from tieline.late import regex

_MEANT = (
    r"(?:i(?: actually| really)? (?:meant?|was asking about|am asking about|wanted|was thinking of)(?: to (?:say|ask)(?: about)?)?"
    r"|i'm asking about|make that|i said)"
)
_NO = r"(?:no|nope|sorry|oops|wait|rather|actually|correction|not that(?: one)?|wrong(?: one)?|i see|well|hm+|er+|oh)"
_OPENS = regex(rf"^\W*(?:(?:{_NO}\b[\s,.;:!–—-]*)+(?:{_MEANT}\b[\s,:]*)?|{_MEANT}\b[\s,:]*)(?P<rest>\S.*)$", re.I)
_NOT = regex(r"^\W*not (?P<no>[^,;]+?)(?:,|;| but)\s*(?:but )?(?P<rest>\S.*)$", re.I)
_BEHIND = regex(r"(?:,?\s+(?:instead|rather|i mean|i meant|not [^,?]+|please))+\W*$", re.I)
LONGEST = 9  # words of a correction that is no question of its own


def corrected(question: str) -> str | None:
    """What a correction puts in the place of what was asked: "the second visit"; None where a question is none."""
    found = _OPENS.match(question) or _NOT.match(question)
    if found is None:
        return None
    inner = _NOT.match(found["rest"])
    rest = _BEHIND.sub("", inner["rest"] if inner else found["rest"]).strip(" ?.!,")
    return rest if 0 < len(rest.split()) <= LONGEST else None
