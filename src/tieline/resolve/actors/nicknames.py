"""Second names that a text gives: "Ila Moor, known as "the Lark"", "Tarvo Mining Corp, better known as TMC"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tieline.model.mention import ActorMention
from tieline.resolve.actors.naming import fold

REACH = 48  # characters between a name and its second one
_CALLED = re.compile(
    r",? ?\(?(?:(?:also|better|widely|popularly|formerly|often|commonly|locally|once|now) )?"
    r"(?:formerly|previously|known as|known simply as|nicknamed|dubbed|called|a\.?k\.?a\.?|alias)(?: the)? [\"“‘']?"
)
_RANG = re.compile(r" called(?: the)? ")  # "X called President Y" is a telephone call
_ONES = ("person", "organization", "company", "unknown")


def second_names(mentions: Sequence[ActorMention], text: str) -> dict[ActorMention, ActorMention]:
    """Each mention that is a second name, with the mention of the one whose it is; what has been a first name is no second one."""
    named = sorted((one for one in mentions if one.kind in _ONES and one.form == "name"), key=lambda one: one.span)
    found: dict[ActorMention, ActorMention] = {}
    owners: dict[str, ActorMention] = {}
    first: set[str] = set()
    for one, other in pairwise(named):
        between = text[one.span.end : other.span.start]
        if one.kind == "unknown" or len(between) >= REACH or _RANG.fullmatch(between) or not _CALLED.fullmatch(between):
            continue
        owner, name = owners.get(fold(one.name or ""), one), fold(other.name or "")
        first.add(fold(owner.name or ""))
        if name not in first:
            found[other] = owners[name] = owner
    return found
