"""Words written with a hyphen, put together: "long-awaited", "re-establish", "Chinese-built"."""

from collections.abc import Sequence
from dataclasses import replace

from tieline.extract.syntax.grammar import Grammar
from tieline.extract.syntax.unit import Unit

AGAIN = "re"


def join_hyphens(units: Sequence[Unit], grammar: Grammar) -> list[Unit]:
    """The units with hyphenated words as one; a participle tied to a name describes and tells of nothing."""
    found: list[Unit] = []
    k = 0
    while k < len(units):
        unit = units[k]
        if not found or unit.text != "-" or k + 1 == len(units) or not _touching(found[-1], unit, units[k + 1]):
            found.append(unit)
            k += 1
            continue
        before, after = found[-1], units[k + 1]
        if before.mention is None and after.mention is None:
            found[-1] = _joined(before, after, grammar)
        else:
            found += [unit, replace(after, tag="noun", verbs=()) if after.tag == "verb" else after]
        k += 2
    return found


def _touching(before: Unit, sign: Unit, after: Unit) -> bool:
    return (
        before.end == sign.start
        and sign.end == after.start
        and (before.text[-1].isalnum() or before.mention is not None)
        and after.text[0].isalnum()
    )


def _joined(before: Unit, after: Unit, grammar: Grammar) -> Unit:
    text, lower = f"{before.text}-{after.text}", f"{before.lower}-{after.lower}"
    verbs = grammar.forms.get(lower, ()) or (grammar.forms.get(AGAIN + after.lower, ()) if before.lower == AGAIN else ())
    if before.lower == AGAIN and not verbs:
        verbs = tuple((AGAIN + lemma, form) for lemma, form in after.verbs)
    tag = "verb" if verbs else ("number" if before.tag == "number" and after.tag == "number" else "noun")
    return replace(before, end=after.end, text=text, lower=lower, tag=tag, verbs=verbs)
