"""What hangs on a noun: possessors, adjectives of nationality, of- and between-phrases, ordinals."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tieline.extract.syntax.unit import Unit
from tieline.model.mention import ActorMention

INSIDE = frozenset(("noun", "number", "quantity", "adverb", "verb", "agreement", "actor", "time"))
QUOTES = ('"', "“", "”")  # "the premier's “successful” visit"
OPENING = frozenset(("the", "a", "an", "that", "this", "these", "those"))  # with which a noun phrase begins
POSSESSIVES = frozenset(("his", "her", "their", "its"))


def modifiers(units: Sequence[Unit], head: int) -> list[int]:
    """The places of actors before a head noun in its own noun phrase: "China's pact", "Chinese businesses"; "his" too."""
    found: list[int] = []
    if units[head].lower.partition(" ")[0] in OPENING:
        return found  # "Orsenda said that Halidorian forces had crossed": they are none of Orsenda's
    k = head - 1
    while k >= 0 and k > head - 10:
        unit = units[k]
        if unit.tag == "actor" or unit.lower in POSSESSIVES:
            found.append(k)
            possessed = k + 1 < len(units) and units[k + 1].tag == "'s"
            if possessed or unit.lower in POSSESSIVES:
                k -= 1
                while k >= 1 and (units[k].tag == "coordinator" or units[k].text == ","):
                    owner = k - 1 if units[k - 1].tag == "actor" else k - 2 if units[k - 1].tag == "'s" else -1
                    if owner < 0 or units[owner].tag != "actor":
                        break
                    found.append(owner)
                    k = owner - 1
                break
        elif unit.text in ("-", "–", *QUOTES) or (unit.tag == "coordinator" and _pairs(units, k)):
            pass
        elif unit.tag not in INSIDE and unit.tag != "'s":
            break
        k -= 1
    return found[::-1]


def _pairs(units: Sequence[Unit], k: int) -> bool:
    """Whether "and" joins two actors, or two words that describe what somebody has: "Halidor's civilian and military leaders"."""
    if units[k - 1].tag == "actor" and units[k + 1].tag == "actor":
        return True
    owned = k > 1 and (units[k - 2].tag == "'s" or units[k - 2].lower in POSSESSIVES)
    return owned and units[k - 1].tag == "noun" and units[k + 1].tag == "noun"


def ordinal(units: Sequence[Unit], head: int, counts: Mapping[str, int]) -> int | None:
    """The ordinal in a noun phrase: "his second state visit" gives 2."""
    for k in range(head - 1, max(-1, head - 5), -1):
        if units[k].lower in counts:
            return counts[units[k].lower]
        if units[k].tag in ("preposition", "sign"):
            break
    return None


def level(units: Sequence[Unit], head: int, levels: frozenset[str]) -> str | None:
    """The level of a visit: "a working visit" gives "working"."""
    return next((units[k].lower for k in range(head - 1, max(-1, head - 5), -1) if units[k].lower in levels), None)


def attached(units: Sequence[Unit], head: int, end: int) -> Iterator[tuple[str, int]]:
    """(preposition, place) of the actors in phrases right behind a noun: "relations with Taiwan", "pact between A and B".

    A name set off by commas is passed: "visit of the premier, Ana Sorel, to Lima".
    """
    preposition: str | None = None
    apposed = False
    k, end = head + 1, min(end, len(units))
    while k < end:
        unit = units[k]
        if unit.lower in ("following", "after") and k > head + 1:
            return
        if unit.tag == "preposition":
            preposition = unit.lower
        elif unit.tag == "actor" and preposition:
            if k + 1 < end and units[k + 1].tag == "'s":
                pass
            else:
                yield preposition, k
        elif (
            unit.text == ","
            and preposition == "between"
            and k + 2 < end
            and units[k + 1].tag == "coordinator"
            and units[k + 2].tag == "actor"
        ):
            pass  # "between the president of Orsenda, X, and the president of Halidor"
        elif unit.text == "," and (apposed or _closes(units, k, end)):
            apposed = False
        elif unit.text == "," and k + 1 < end and units[k + 1].tag == "actor":
            apposed = True
        elif (unit.text == "," and k + 1 < end) or (
            unit.tag in ("subordinator", "relative", "modal", "be", "have") or unit.tag == "verb" or unit.text in (";", ":", "(", "—", "–")
        ):
            return
        k += 1


def _closes(units: Sequence[Unit], k: int, end: int) -> bool:
    """Whether a comma only closes a name with its office: "visit of the foreign minister, Ana Sorel, to Lima"."""
    return units[k - 1].tag == "actor" and k + 1 < end and units[k + 1].lower == "to"


def phrase_start(units: Sequence[Unit], head: int, floor: int = 0) -> int:
    """Where the noun phrase of a head begins."""
    k = head
    while k > floor and (
        units[k - 1].tag in ("noun", "number", "quantity", "determiner", "'s", "actor", "agreement") or units[k - 1].lower in POSSESSIVES
    ):
        k -= 1
    return k


def is_actor(unit: Unit) -> bool:
    """Whether a unit names or refers to an actor."""
    return isinstance(unit.mention, ActorMention)


def is_one_of(units: Sequence[Unit], k: int, counts: Sequence[str]) -> bool:
    """Whether a word that counts and "of" stand right before a noun phrase: "none of the ships"."""
    return any(one.lower in counts and after.lower == "of" for one, after in pairwise(units[max(0, k - 4) : k]))


def names_nobody(units: Sequence[Unit], k: int) -> bool:
    """Whether a noun phrase names nobody: "no state", "neither side", "none of the ships"."""
    near = {u.lower.split()[0] for u in units[max(0, k - 2) : k + 1]}
    return is_one_of(units, k, ("none", "neither")) or bool(near & {"no", "neither", "nobody", "none"})
