"""Nouns with a clause that tells what is in them, and the verb behind both: "Reports that the two had signed a pact were wrong"."""

from collections.abc import Sequence

from tieline.extract.syntax.clause import HARD, SUBJECTS, Clause
from tieline.extract.syntax.governing import SAYING
from tieline.extract.syntax.unit import NOMINAL, Unit
from tieline.extract.syntax.verb_groups import VerbGroup

_OPEN = ("be", "have", "modal", "verb")


def ruled_by_noun(units: Sequence[Unit], group: VerbGroup, earlier: Sequence[Clause]) -> int | None:
    """The noun of which a verb tells over the clause between: what stands before the verb is the object of that clause."""
    if not group.finite or units[group.start].tag not in _OPEN or not earlier or units[group.start - 1].tag == "coordinator":
        return None
    opener = next((c for c in earlier if c.kind == "subordinate" and c.link == "that"), None)
    noun = opener.left - 2 if opener is not None else -1
    if opener is None or noun < 0 or units[noun].tag != "noun" or not _is_object_free(units, earlier[-1], group):
        return None
    before = [c for c in earlier if c is not opener and c.verb.start < opener.left]
    if any(c.verb.finite for c in before) and not _said_right_before(units, before[-1], noun):
        return None
    inside = [c for c in earlier if c.verb.start > opener.verb.start and c.verb.finite]
    return noun if all(c.kind != "main" or c.link in ("and", "or") for c in inside) else None


def _is_object_free(units: Sequence[Unit], last: Clause, group: VerbGroup) -> bool:
    """Whether only one thing, with what belongs to it, stands between two verbs: what the first is done to."""
    between = units[last.verb.end : group.start]
    if any(u.tag in ("relative", "subordinator") or u.text in HARD or u.text == "," for u in between):
        return False
    if between and (between[-1].tag == "pronoun" or between[-1].lower in SUBJECTS):
        return False
    return bool(between) or last.verb.passive or not any(u.tag in NOMINAL for u in between)


def _said_right_before(units: Sequence[Unit], clause: Clause, noun: int) -> bool:
    """Whether the noun is the subject of what is said: "said reports that it had signed a pact were false"."""
    said = clause.verb.finite and clause.verb.lemma in SAYING
    return said and all(u.tag in ("determiner", "noun", "adverb") for u in units[clause.verb.end : noun])
