"""The preposition by which a name hangs on the verb of its clause, if any."""

from tieline.query.sentences.parsed import Parsed

PREPOSITIONS = frozenset((
    "to", "from", "with", "in", "at", "of", "for", "on", "against", "into", "by", "under", "between", "toward", "towards", "after",
    "before", "during", "about", "over", "near", "without",
))  # fmt: skip
_WITHIN = frozenset(("determiner", "noun", "actor", "agreement", "number", "quantity", "'s", "coordinator", "adverb"))


def led_by(row: Parsed, k: int, start: int) -> str:
    """What stands before the noun phrase that holds a place, a preposition or comma; empty right behind the verb that ends at `start`."""
    units = row.units
    while k > start and units[k - 1].tag in _WITHIN and units[k - 1].lower not in PREPOSITIONS:
        k -= 1
    return units[k - 1].lower if k > start else ""
