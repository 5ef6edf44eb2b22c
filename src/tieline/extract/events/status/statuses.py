"""The statuses that the clause of an event gives it, each with the rule that says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tieline.extract.events.status.ahead import AHEAD, is_given_up, set_about
from tieline.extract.events.status.cues import HEADS, accompanies, applies, foreseen, not_denied
from tieline.extract.events.status.open import OPEN, is_striven_for
from tieline.extract.events.status.qualifier_rules import Qualifiers
from tieline.extract.events.status.undone import UNDONE
from tieline.extract.syntax.clause import Clause

if TYPE_CHECKING:
    from tieline.extract.events.frame.scene import Hit, Scene

FAR = 12  # units behind a noun in which an aside on it opens
LEAD = 5  # units before a noun within which a word leads it
TOLD = {"denied": UNDONE, "hypothetical": OPEN, "planned": AHEAD, "cancelled": (("verb.had_been_due", is_given_up),)}


def statuses(scene: Scene, hit: Hit, qualifiers: Qualifiers) -> Iterator[tuple[str, str]]:
    """Every status that the words around an event give it, with the id of the rule or reading that says so."""
    clause = hit.clause
    if clause is None:
        return
    yield from _of_noun(scene, hit, clause) if hit.nominal else _of_verb(scene, hit, clause)
    if clause.kind == "subordinate" and clause.parent is not None and not_denied(clause.parent):
        yield "hypothetical", "verb.not_denied"
    if hit.nominal and _had_it_been(scene, hit):
        yield "hypothetical", "noun.had_it_been"
    if is_striven_for(scene, hit, clause):
        yield "hypothetical", "verb.wished"
    if not hit.nominal or accompanies(scene, hit):
        yield from _of_either(scene, clause)
    for cue in qualifiers.cues:
        if applies(scene, hit, clause, cue):
            yield cue.status, cue.id


def _had_it_been(scene: Scene, hit: Hit) -> bool:
    """Whether an aside tells what would have been with an event noun: "The trip to Lima, had it gone ahead, would have been the first"."""
    row = scene.units[hit.trigger[1] : hit.trigger[1] + FAR]
    return any(
        one.text == "," and two.lower == "had" and three.tag in ("pronoun", "actor")
        for one, two, three in zip(row, row[1:], row[2:], strict=False)
    )


def _of_verb(scene: Scene, hit: Hit, clause: Clause) -> Iterator[tuple[str, str]]:
    """The statuses that its own verb gives an event."""
    for status, readings in TOLD.items():
        for rule, holds in readings:
            if holds(scene, hit, clause):
                yield status, rule
    if (begun := set_about(scene, clause)) is not None:
        yield begun, "verb.set_about"


def _of_either(scene: Scene, clause: Clause) -> Iterator[tuple[str, str]]:
    """The statuses that a verb gives an event, and one told by a noun that goes with it."""
    if foreseen(scene, clause):
        yield "expected", "verb.should_by_then"
    if clause.verb.modal == "was to":
        yield "cancelled" if clause.verb.perfect else "planned", "verb.was_to"


def _of_noun(scene: Scene, hit: Hit, clause: Clause) -> Iterator[tuple[str, str]]:
    """The statuses that the verb beside an event noun gives it: "denied that it was negotiating the sale", "ratification depends on"."""
    if clause.kind == "subordinate" and clause.parent is not None and clause.parent.verb.lemma in scene.words["denying"]:
        yield "denied", "verb.denied_that"
    if _is_invited_to(scene, hit, clause):
        yield "hypothetical", "verb.invited_to"
    if _is_not_in_store(scene, hit, clause):
        yield "denied", "noun.not_in_store"
    if _is_condition(scene, hit, clause):
        yield "planned", "noun.condition"
    if clause.verb.lemma in scene.words["hanging"] and hit.trigger[0] < clause.verb.start:
        yield "hypothetical", "verb.hangs_on"


def _is_invited_to(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether somebody is only asked to come to it: "has been invited to Lima for a meeting of the commission"."""
    behind = clause.verb.end <= hit.trigger[0] and clause.verb.lemma == "invite"
    return behind and any(u.lower in ("for", "to") for u in scene.units[max(clause.verb.end, hit.trigger[0] - LEAD) : hit.trigger[0]])


def _is_not_in_store(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether an event is told not to be planned: "A summit is not on the agenda", "talks are not scheduled"."""
    heads = {*range(*hit.trigger), *([hit.theme] if hit.theme is not None else ())}
    if not clause.verb.negated or clause.verb.modal or not heads & set(clause.subject):
        return False
    if clause.verb.passive:
        return clause.verb.lemma in scene.words["intended"]
    return clause.verb.lemma == "be" and any(scene.units[p.head].lower in scene.words["in_store"] for p in clause.after)


def _is_condition(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether a ratification told by a noun is what must come first: "enters into force upon ratification by both"."""
    if hit.frame.stage != "ratified" or hit.trigger[0] < clause.verb.end or clause.verb.form != "present" or clause.verb.perfect:
        return False
    behind = (u.lower for u in scene.units[max(clause.verb.end, hit.trigger[0] - LEAD) : hit.trigger[0]])
    linked = clause.kind == "subordinate" and clause.link in scene.words["conditions"]
    return (linked or any(word in scene.words["conditions"] | {"on"} for word in behind)) and scene.sentence.zone not in HEADS
