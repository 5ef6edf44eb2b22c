"""Verb groups: auxiliaries and their verb, with tense, voice, modal and negation."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tieline.extract.syntax.unit import Unit
from tieline.light import dataclass

AUXILIARY = frozenset(("modal", "be", "have", "do"))
SELVES = frozenset(("itself", "himself", "herself", "themselves"))
BETWEEN = frozenset(("adverb", "negator"))


@dataclass(frozen=True)
class VerbGroup:
    """Auxiliaries and their verb, as places in the row of units. `form`, of the first word: past, present, infinitive, part, ing."""

    start: int
    end: int
    head: int
    lemma: str
    lemmas: tuple[str, ...]
    form: str
    passive: bool = False
    negated: bool = False
    modal: str | None = None
    perfect: bool = False
    progressive: bool = False

    @property
    def finite(self) -> bool:
        """Whether the group can stand alone in a main clause."""
        return self.form in ("past", "present")


def verb_groups(units: Sequence[Unit]) -> list[VerbGroup]:
    """The verb groups of a sentence, from left to right."""
    groups: list[VerbGroup] = []
    i = 0
    while i < len(units):
        group = _group(units, i)
        if group:
            groups.append(group)
            i = group.end
        else:
            i += 1
    return groups


def _group(units: Sequence[Unit], i: int) -> VerbGroup | None:
    unit = units[i]
    if unit.tag in AUXILIARY:
        return _auxiliary(units, i, i)
    if unit.lower == "to" and i + 1 < len(units):
        k = i + 1
        while k < len(units) and units[k].tag in BETWEEN and k < i + 3:
            k += 1
        if k < len(units) and units[k].tag in ("verb", "be", "have") and (units[k].tag != "verb" or units[k].form("base")):
            found = _auxiliary(units, k, i)
            denied = any(units[m].tag == "negator" for m in range(i + 1, k))
            return _made(found, start=i, form="infinitive", negated=found.negated or denied) if found else None
        return None
    if unit.tag != "verb":
        return None
    return _plain(units, i)


def _made(group: VerbGroup, **changes: Any) -> VerbGroup:
    return replace(group, **changes)


def _plain(units: Sequence[Unit], i: int) -> VerbGroup:
    unit = units[i]
    forms = {form for _, form in unit.verbs}
    back = i - 1
    while back > 0 and units[back].tag == "adverb":
        back -= 1
    negated = back >= 0 and units[back].tag == "negator" and (units[back].lower != "no" or _no_longer(units, back))
    lemmas = tuple(dict.fromkeys(lemma for lemma, _ in unit.verbs))
    if "ing" in forms:
        form = "ing"
    elif "past" in forms:
        form = "past"
    elif "part" in forms and "base" not in forms:
        form = "part"
    else:
        form = "present"
    start = back if negated else i
    return VerbGroup(start, i + 1, i, lemmas[0], lemmas, form, passive=form == "part", negated=negated)


def _auxiliary(units: Sequence[Unit], i: int, start: int) -> VerbGroup | None:
    """A group that opens with an auxiliary: "will not have been signed"."""
    modal, negated, perfect, passive, progressive = None, False, False, False, False
    first, head, k = units[i], i, i
    state = ""
    while k < len(units):
        unit = units[k]
        if unit.tag == "negator":
            if unit.lower == "no" and not _no_longer(units, k):
                break
            negated = True
        elif unit.tag == "modal" and not state:
            modal, state, head = unit.lower, "modal", k
        elif unit.tag == "have" and state in ("", "modal"):
            state, head = "have", k
        elif unit.tag == "be" and state in ("", "modal", "have", "be"):
            perfect = perfect or state == "have"
            progressive = progressive or (state == "be" and unit.lower == "being")
            state, head = "be", k
        elif unit.tag == "do" and state == "":
            state, head = "do", k
        elif unit.tag == "do" and unit.lower == "do" and state in ("modal", "do"):
            head, k, state = k, k + 1, "verb"  # "did not do so"
            break
        elif unit.lower in SELVES and state:
            pass  # "does not itself impose"
        elif unit.tag in ("adverb", "time") or unit.lower == "about" or (unit.lower == "since" and state == "have"):
            pass  # "has since been suspended"
        elif _put_in(units, k, state):
            k = _put_in(units, k, state)
        elif unit.tag == "verb" and _fits(unit, state):
            perfect = perfect or state == "have"
            if state == "be":
                passive = unit.form("part") is not None
                progressive = progressive or not passive
            head, k, state = k, k + 1, "verb"
            break
        else:
            break
        k += 1
    end = head + 1
    lemmas = tuple(dict.fromkeys(lemma for lemma, _ in units[head].verbs)) or (units[head].lower,)
    tag = units[head].tag
    if state != "verb":
        lemmas = ({"be": "be", "have": "have", "do": "do", "modal": "be"}.get(tag, lemmas[0]),)
        if tag == "be" and k < len(units) and units[k].lower == "to" and _to_verb(units, k):
            return _be_to(units, k, start, negated, first)
        negated = negated or (head + 1 < len(units) and units[head + 1].lower in ("not", "never", "n't"))
    form = "past" if first.lower in ("was", "were", "had", "did") else "present"
    form = {"being": "ing", "having": "ing", "been": "part"}.get(first.lower, form)
    return VerbGroup(start, end, head, lemmas[0], lemmas, form, passive, negated, modal, perfect, progressive)


def _no_longer(units: Sequence[Unit], k: int) -> bool:
    return units[k].lower == "no" and k + 1 < len(units) and units[k + 1].lower == "longer"


def _put_in(units: Sequence[Unit], k: int, state: str) -> int:
    """The last word put into a verb group ("has in fact signed", "had in 2018 come up", "has for the second time halted"), or 0."""
    if state and units[k].lower == "for" and any(u.lower == "time" for u in units[k + 1 : k + 4]):
        end = next(n for n in range(k + 1, k + 4) if units[n].lower == "time")
        if end + 1 < len(units) and units[end + 1].lower == "in":
            end = next((n - 1 for n in range(end + 2, min(end + 8, len(units))) if units[n].tag == "verb"), end)
        return end
    if units[k].lower not in ("in", "on", "at", "of") or k + 1 >= len(units):
        return 0
    return k + 1 if units[k + 1].lower in ("fact", "last", "course") or (state and units[k + 1].tag == "time") else 0


def _to_verb(units: Sequence[Unit], i: int) -> bool:
    k = i + 1
    while k < len(units) and units[k].tag in BETWEEN:
        k += 1
    return k < len(units) and (units[k].tag in ("be", "have") or (units[k].tag == "verb" and units[k].form("base") is not None))


def _be_to(units: Sequence[Unit], to: int, start: int, negated: bool, first: Unit) -> VerbGroup | None:
    """A plan: "is to sign", "was to have been signed"."""
    k = to + 1
    while units[k].tag in BETWEEN:
        k += 1
    inner = _auxiliary(units, k, k) if units[k].tag != "verb" else _made(_plain(units, k), passive=False)
    if inner is None:
        return None
    past = first.lower in ("was", "were", "had")
    return _made(
        inner, start=start, form="past" if past else "present", modal="was to" if past else "is to", negated=negated or inner.negated
    )


def _fits(unit: Unit, state: str) -> bool:
    forms = {form for _, form in unit.verbs}
    if state in ("modal", "do"):
        return "base" in forms
    if state == "have":
        return "part" in forms
    if state == "be":
        return bool(forms & {"part", "ing"})
    return False
