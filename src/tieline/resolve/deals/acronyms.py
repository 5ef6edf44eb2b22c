"""Agreements that two texts call by one short name: "the Strategic Trade Accord (STA)", "their trade pact, known as STA"."""

import re
from collections.abc import Mapping, Sequence

from tieline.model.mention import Reading
from tieline.model.span import Span
from tieline.resolve.deals.deals import Group

_SHORT = re.compile(
    r"(?: \(|,? (?:also |better )?(?:known|referred to) as (?:the )?|, (?:called|dubbed|or) (?:the )?)([A-Z][A-Za-z]?[A-Z]{1,8})\b"
)
_INSIDE = re.compile(r"(?:\(|(?:known|referred to) as (?:the )?|(?:called|dubbed) (?:the )?)([A-Z][A-Za-z]?[A-Z]{1,8})\)?$")
_PLAIN = frozenset({"FTA", "MOU", "MoU", "EPA", "BIT", "PTA", "CEPA", "TIFA", "LOI"})  # short for a kind, and not for one agreement


def by_acronym(spans: Mapping[tuple[str, Span], Group], readings: Sequence[Reading]) -> dict[int, Group]:
    """Each agreement that shares its short name with one told before, with that one; what has other parties is another."""
    texts = {one.article.document.id: one.article.text for one in readings}
    first: dict[str, Group] = {}
    found: dict[int, Group] = {}
    for (document, span), group in sorted(spans.items(), key=lambda one: one[0]):
        text = texts[document]
        short = _INSIDE.search(text, span.start, span.end) or _SHORT.match(text, span.end)
        if short is None or short[1] in _PLAIN:
            continue
        home = first.setdefault(short[1], group)
        few, many = sorted((set(group.parties), set(home.parties)), key=len)
        if home is not group and id(group) not in found and few <= many and group.key.upgrade == home.key.upgrade:
            home.take(group)
            found[id(group)] = home
    return found
