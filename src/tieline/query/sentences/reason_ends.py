"""Where the words end in which a sentence gives a reason: before "according to", a speaker, or what goes on about something else."""

from tieline.extract.syntax.unit import Unit
from tieline.query.sentences.parsed import parsed
from tieline.query.view import Passage, View

_TURNS = frozenset(("but", "according", "while", "whereas", "although", "though", "despite", "however", "adding", "instead", "nor"))
_FINITE = frozenset(("modal", "be", "have", "do"))


def reason_end(view: View, passage: Passage, start: int, end: int) -> int:
    """Where a reason ends that opens at one character of a sentence and goes on to another at most."""
    units = parsed(view, passage).units
    base = passage.fact.start
    own = [k for k, unit in enumerate(units) if start <= unit.start - base and unit.end - base <= end]
    for k in own[2:]:
        if units[k].text == "," and k + 1 < len(units) and _turns(view, units, k + 1, own[-1]):
            return units[k].start - base
    return end


def _turns(view: View, units: tuple[Unit, ...], k: int, last: int) -> bool:
    """Whether what stands behind a comma is no more of the reason: another verb of the main subject, a turn, or who says so."""
    unit = units[k]
    if unit.lower in _TURNS or unit.tag in _FINITE or unit.tag == "relative":
        return True
    if unit.tag == "pronoun" and k < last and (units[k + 1].tag in _FINITE or _bare_verb(units[k + 1])):
        return True  # "..., it was learned here"
    if unit.tag == "coordinator":
        behind = units[k + 1 : min(k + 7, last + 1)]
        return any(one.tag in _FINITE or (one.tag == "verb" and _bare_verb(one)) for one in behind)  # ", and roads are crucial"
    if (_bare_verb(unit) or (unit.verbs and k < last and units[k + 1].tag == "determiner")) and (
        k < 2 or units[k - 2].tag != "coordinator"
    ):
        return True
    return _speaker(view, units, k, last)


def _bare_verb(unit: Unit) -> bool:
    return unit.tag == "verb" and unit.form("past", "s", "base") is not None and unit.form("ing") is None


def _speaker(view: View, units: tuple[Unit, ...], k: int, last: int) -> bool:
    """Whether the rest of a sentence only says who says so: ", the ministry said on Monday"."""
    says = view.lexicon.verb_kinds["saying"]
    verb = next((n for n in range(k, min(k + 9, last + 1)) if any(lemma in says for lemma, _ in units[n].verbs)), None)
    if verb is None or any(units[n].tag in ("relative", "subordinator", "coordinator", *_FINITE) for n in range(k, verb)):
        return False
    return not any(units[n].tag == "verb" or units[n].tag in _FINITE for n in range(verb + 1, last + 1))
