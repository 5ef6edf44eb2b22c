"""Verb groups: auxiliaries and their verb, with tense, voice, modal and negation."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tieline.extract.syntax.unit import Unit
from tieline.light import dataclass

AUXILIARY = frozenset(("modal", "be", "have", "do"))
SELVES = frozenset(("itself", "himself", "herself", "themselves"))
BETWEEN = frozenset(("adverb", "negator"))
ASIDE = 14  # units within which an aside that a verb group is broken by is closed
HELPING = frozenset(("help", "helps", "helped", "helping"))  # behind these a bare verb is an infinitive


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
            denied = any(units[m].tag == "negator" for m in range(i + 1, k)) or _not_to(units, i)
            return _made(found, start=i, form="infinitive", negated=found.negated or denied) if found else None
        return None
    if unit.tag != "verb":
        return None
    return _plain(units, i)


def _not_to(units: Sequence[Unit], to: int) -> bool:
    """Whether "not" or "never" stands before the "to" of an infinitive: "decided not to sign"; not "whether or not to sign"."""
    before = units[to - 1] if to else None
    if before is None or before.tag != "negator" or before.lower == "no":
        return False
    return to < 2 or units[to - 2].lower not in ("or", "if")


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
    elif i and units[i - 1].tag == "verb" and units[i - 1].lower in HELPING and "base" in forms:
        form = "infinitive"  # "to help rebuild the port"
    else:
        form = "present"
    start = back if negated else i
    return VerbGroup(start, i + 1, i, lemmas[0], lemmas, form, passive=form == "part", negated=negated)


@dataclass
class _Row:
    """A row of auxiliaries, as far as it is read: the last of them in `state`, its place in `head`, and what they tell together."""

    head: int
    state: str = ""
    modal: str | None = None
    negated: bool = False
    perfect: bool = False
    passive: bool = False
    progressive: bool = False

    def take_auxiliary(self, unit: Unit, k: int) -> bool:
        """Go on with a further auxiliary, where it can follow the last one."""
        if unit.tag == "modal" and not self.state:
            self.modal = unit.lower
        elif unit.tag == "be" and self.state in ("", "modal", "have", "be"):
            self.perfect = self.perfect or self.state == "have"
            self.progressive = self.progressive or (self.state == "be" and unit.lower == "being")
        elif unit.lower == "had" and self.state == "have":
            self.perfect = True  # "which have had no envoys since May"
        elif not (unit.tag == "have" and self.state in ("", "modal")) and not (unit.tag == "do" and not self.state):
            return False
        self.state, self.head = unit.tag, k
        return True

    def take_verb(self, unit: Unit, k: int) -> bool:
        """Close the row with its verb, where it can follow the last auxiliary: "did not do so", "has been signed"."""
        if unit.tag == "verb" and _fits(unit, self.state):
            self.perfect = self.perfect or self.state == "have"
            if self.state == "be":
                self.passive = unit.form("part") is not None
                self.progressive = self.progressive or not self.passive
        elif not (unit.tag == "do" and unit.lower == "do" and self.state in ("modal", "do")):
            return False
        self.head, self.state = k, "verb"
        return True

    def passes(self, unit: Unit) -> bool:
        """Whether a word may stand within the row: "has since been suspended", "does not itself impose"."""
        if unit.lower in SELVES and self.state:
            return True
        return unit.tag in ("adverb", "time") or unit.lower == "about" or (unit.lower == "since" and self.state == "have")


def _auxiliary(units: Sequence[Unit], i: int, start: int) -> VerbGroup | None:
    """A group that opens with an auxiliary: "will not have been signed"."""
    row = _Row(i)
    k = _read_row(units, i, row)
    first, head, tag = units[i], units[row.head], units[row.head].tag
    negated = row.negated
    lemmas = tuple(dict.fromkeys(lemma for lemma, _ in head.verbs)) or (head.lower,)
    if row.state != "verb":
        lemmas = ({"be": "be", "have": "have", "do": "do", "modal": "be"}.get(tag, lemmas[0]),)
        if tag == "be" and k < len(units) and units[k].lower == "to" and _to_verb(units, k):
            return _be_to(units, k, start, negated, first)
        negated = negated or (row.head + 1 < len(units) and units[row.head + 1].lower in ("not", "never", "n't"))
    form = "past" if first.lower in ("was", "were", "had", "did") else "present"
    form = {"being": "ing", "having": "ing", "been": "part"}.get(first.lower, form)
    return VerbGroup(start, row.head + 1, row.head, lemmas[0], lemmas, form, row.passive, negated, row.modal, row.perfect, row.progressive)


def _read_row(units: Sequence[Unit], i: int, row: _Row) -> int:
    """Read a row of auxiliaries up to its verb, or as far as it goes; gives the place behind it."""
    k = i
    while k < len(units):
        unit = units[k]
        if unit.tag == "negator":
            if unit.lower == "no" and not _no_longer(units, k):
                return k
            row.negated = True
        elif not (row.take_auxiliary(unit, k) or row.passes(unit)):
            put_in = _put_in(units, k, row.state)
            if not put_in:
                return k + 1 if row.take_verb(unit, k) else k
            k = put_in
        k += 1
    return k


def _no_longer(units: Sequence[Unit], k: int) -> bool:
    return units[k].lower == "no" and k + 1 < len(units) and units[k + 1].lower == "longer"


def _aside(units: Sequence[Unit], k: int, state: str) -> int:
    """The comma that closes an aside within a verb group, "will not, as had been reported, go on", "has, it said, signed", or 0."""
    if units[k].text != "," or state not in AUXILIARY or k + 2 >= len(units):
        return 0
    end = next((n for n in range(k + 2, min(k + ASIDE, len(units) - 1)) if units[n].text == ","), 0)
    row = units[k + 1 : end]
    if not end or any(u.tag == "coordinator" or u.text in (";", ":") for u in row):
        return 0
    behind = units[end + 1]
    return end if behind.tag == "verb" and _fits(behind, state) else 0


def _put_in(units: Sequence[Unit], k: int, state: str) -> int:
    """The last word put into a verb group ("has in fact signed", "had in 2018 come up", "has for the second time halted"), or 0."""
    if units[k].text == ",":
        return _aside(units, k, state)
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
