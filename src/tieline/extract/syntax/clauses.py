"""Sentences taken apart into clauses: a verb group each, with what stands to its left and right."""

from collections.abc import Sequence
from dataclasses import replace

from tieline.extract.syntax.bounds import governed, is_set_off, left_of, opener_before, right_of
from tieline.extract.syntax.clause import Clause, phrases
from tieline.extract.syntax.governing import govern
from tieline.extract.syntax.grammar import Grammar
from tieline.extract.syntax.told_nouns import ruled_by_noun
from tieline.extract.syntax.unit import NOMINAL, Unit
from tieline.extract.syntax.verb_groups import VerbGroup, verb_groups

AFTER_PASSIVE = frozenset(("preposition", "time", "adverb", "coordinator", "subordinator"))  # what may follow a participle without object

BY_WHOM = frozenset(("by", "with"))


def clauses(units: Sequence[Unit], grammar: Grammar) -> list[Clause]:
    """The clauses of a sentence, one for each verb group."""
    groups = verb_groups(units)
    found: list[Clause] = []
    for n, group in enumerate(groups):
        lonely = not governed(units, groups, n, grammar)
        before = _same_stretch(units, group, found)
        previous = before[-1] if before else None
        floor = groups[n - 1].end if n else 0
        told_of = ruled_by_noun(units, group, before)
        left, link, kind = (
            left_of(units, group, floor, previous, grammar, lonely=lonely) if told_of is None else (group.start, None, "main")
        )
        opener = _opener_before_aside(units, groups, n) if kind == "main" else None
        if opener is not None:
            link, kind = opener.lower, "subordinate"
        if found:
            found[-1].right = min(found[-1].right, right_of(units, found[-1].verb.end, group.start, left))
        clause = Clause(group, left, len(units), link, None, kind)
        clause.resumed = any(c.kind == "main" and c.verb.finite for c in before)
        govern(units, clause, before, grammar)
        if opener is not None:
            clause.parent = found[-1].parent if found else None
        if told_of is not None:
            clause.subject = [told_of]
        if previous is not None and _still_passive(units, clause, previous) and not grammar.is_a(clause.verb.lemma, "never_passive"):
            modal, negated = previous.verb.modal, clause.verb.negated or (previous.verb.negated and clause.link == "or")
            clause.verb = replace(clause.verb, passive=True, modal=modal, negated=negated, perfect=previous.verb.perfect)
        found.append(clause)
    _fill_opening(found)
    if found:
        found[-1].right = next((k for k in range(found[-1].verb.end, len(units)) if units[k].text == ";"), len(units))
    for clause in found:
        clause.after = phrases(units, clause.verb.end, clause.right)
        clause.before = [p for p in phrases(units, clause.left, clause.verb.start) if p.head not in clause.subject]
    return found


def _opener_before_aside(units: Sequence[Unit], groups: Sequence[VerbGroup], n: int) -> Unit | None:
    """The word that opens the clause of a verb behind a participle set off by commas: "if the ban, imposed in May, is not lifted"."""
    if n == 0 or units[groups[n].start - 1].text != "," or not is_set_off(units, groups[n - 1]):
        return None
    return opener_before(units, groups[n - 2].end if n > 1 else 0, groups[n - 1].start)


def _same_stretch(units: Sequence[Unit], group: VerbGroup, found: list[Clause]) -> list[Clause]:
    """The clauses on which a verb can lean: behind a semicolon with a noun of its own, those behind that sign."""
    sign = next((k for k in range(group.start - 1, -1, -1) if units[k].text == ";"), None)
    first = next((c.verb.start for c in found if sign is not None and c.verb.start > sign), group.start)
    if sign is None or not any(u.tag in NOMINAL and u.tag != "time" for u in units[sign + 1 : first]):
        return found
    return [c for c in found if c.verb.start > sign]


def _still_passive(units: Sequence[Unit], clause: Clause, previous: Clause) -> bool:
    """Whether a bare participle goes on with the passive before it: "was signed in May, approved in June and ..."."""
    verb = clause.verb
    after = units[verb.end] if verb.end < len(units) else None
    bare = verb.end - verb.start == 1 and units[verb.head].form("part") is not None and clause.subject == previous.subject
    both = clause.kind == previous.kind == "main"
    if verb.lemma == "meet" and after is not None and after.lower not in BY_WHOM:
        return False  # "was set up in May and met in June"
    return bare and both and previous.verb.passive and after is not None and after.tag in AFTER_PASSIVE


def _fill_opening(found: list[Clause]) -> None:
    """A participle that opens the sentence takes the subject of the clause behind it: "Ratified in May, it ..."."""
    for n, clause in enumerate(found[:-1]):
        if clause.kind == "participle" and not clause.subject and clause.verb.start <= 2:
            clause.subject = next((c.subject for c in found[n + 1 :] if c.kind == "main" and c.subject), [])
