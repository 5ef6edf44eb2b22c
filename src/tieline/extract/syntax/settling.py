"""Verb, noun or pronoun: what a word is beside its neighbours."""

from dataclasses import replace

from tieline.extract.syntax.grammar import Grammar
from tieline.extract.syntax.place import FINITE, Place
from tieline.extract.syntax.small_words import small_tag, stands_for
from tieline.extract.syntax.unit import Unit
from tieline.extract.syntax.verb_or_noun import intends, verbal

OBJECTS = frozenset(("determiner", "actor", "number", "quantity", "agreement"))
MANNER = 9  # the most units of an aside between a verb and its object


def settle(units: list[Unit], grammar: Grammar) -> list[Unit]:
    """The units of a sentence with the one part of speech that each has beside its neighbours, from left to right."""
    settled: list[Unit] = []
    for i in range(len(units)):
        place = Place(units, i, settled, grammar)
        if stands_for(place):
            settled[-1] = as_tag(place.before, "pronoun")  # "when these led nowhere"
            settled.append(place.unit)
        else:
            settled.append(_at_work(place) or as_tag(place.unit, _tag(place)))
    return _without_asides(settled)


def _at_work(place: Place) -> Unit | None:
    """A word for a thing or a trade as the verb of what somebody is doing: "is building a port", "which Orsenda is building on a grant"."""
    lemma = place.grammar.done_too.get(place.unit.lower)
    return replace(place.unit, tag="verb", verbs=((lemma, "ing"),)) if lemma is not None and _is_doing(place) else None


def _is_doing(place: Place) -> bool:
    """Whether such a word has what it is done to: "is building a port", "by building a port", "ruled out building a port"."""
    if place.led_by.tag != "be":
        before = place.second if place.before.tag == "adverb" else place.before
        return before.tag in ("preposition", "verb") and place.after.tag == "determiner"
    object_ = place.after.tag in OBJECTS or (place.after.tag == "noun" and place.after.lower.endswith("s"))
    return object_ or (place.after.tag == "preposition" and any(u.tag == "relative" for u in place.settled) and place.second.tag == "actor")


def _tag(place: Place) -> str:
    """The part of speech of a word: of a small word by itself, of what can be a verb by the tests of verbs."""
    small = small_tag(place)
    if small is not None:
        return small
    if place.unit.tag != "verb" or intends(place) or verbal(place):
        return place.unit.tag
    return "noun"


def as_tag(unit: Unit, tag: str) -> Unit:
    """The same unit as another part of speech."""
    return unit if unit.tag == tag else replace(unit, tag=tag)


def _without_asides(units: list[Unit]) -> list[Unit]:
    """Short brackets without a verb stand outside the grammar of their sentence."""
    opened = None
    for i, unit in enumerate(units):
        if unit.text in ("(", "["):
            opened = i
        elif unit.text in (")", "]") and opened is not None:
            if i - opened <= 7 and not any(u.tag in FINITE for u in units[opened:i]):
                units[opened : i + 1] = [as_tag(u, "aside") for u in units[opened : i + 1]]
            opened = None
    return _without_manners(units)


def _without_manners(units: list[Unit]) -> list[Unit]:
    """What is told between commas of how something is done stands outside as well: "lifted, with immediate effect, the ban"."""
    for k in range(1, len(units) - 3):
        if units[k].text != "," or units[k - 1].tag != "verb" or units[k + 1].tag != "preposition":
            continue
        end = next((m for m in range(k + 2, min(k + MANNER, len(units) - 1)) if units[m].text == ","), None)
        if end is None or units[end + 1].tag != "determiner" or any(u.tag in (*FINITE, "time", "relative") for u in units[k:end]):
            continue
        units[k : end + 1] = [as_tag(u, "aside") for u in units[k : end + 1]]
    return units
