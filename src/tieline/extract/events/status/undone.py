"""What verbs tell as not done: negated, nobody's, nearly, not planned, yet to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tieline.extract.events.frame.infinitives import out_of_question
from tieline.extract.events.status.open import is_counterfactual
from tieline.extract.events.status.untrue import is_not_so
from tieline.extract.events.when.clause_times import not_until
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import is_one_of, names_nobody

if TYPE_CHECKING:
    from tieline.extract.events.frame.scene import Hit, Scene


def _is_negated(scene: Scene, hit: Hit, clause: Clause) -> bool:
    negated = clause.verb.negated and clause.verb.modal not in ("may", "might") and not_until(scene, clause) is None
    return negated and not is_counterfactual(scene, hit, clause)


def _nearly(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether it is told as not quite done: "nearly collapsed", "is almost complete"."""
    until = max(hit.trigger[1] if clause.verb.lemma == "be" else 0, clause.verb.head)
    return any(u.lower in ("nearly", "almost") for u in scene.units[max(0, clause.verb.start - 1) : until])


def _of_nobody(scene: Scene, hit: Hit, clause: Clause) -> bool:
    told = (
        hit.theme is not None
        and not hit.nominal
        and clause.verb.start < hit.theme < clause.right
        and is_one_of(scene.units, hit.theme, ("none",))
    )
    return not clause.verb.negated and (told or _nobody(scene, clause) or _neither_did(scene, clause))


def _neither_did(scene: Scene, clause: Clause) -> bool:
    """Whether a word for nobody alone stands before a verb: "a treaty that neither ever ratified"."""
    k = clause.verb.start - 1
    k -= k > 0 and scene.units[k].lower in ("ever", "yet", "fully", "formally")
    alone = k >= 0 and clause.kind != "participle" and not clause.verb.passive
    return alone and scene.units[k].lower in ("neither", "nobody", "none")


def _nobody(scene: Scene, clause: Clause) -> bool:
    """Whether a verb has nobody as its subject: "No state has recognised it", "neither side has ratified"."""
    parent = clause.parent
    if clause.kind == "infinitive" and parent is not None and not clause.verb.passive and parent.verb.lemma in scene.words["wishing"]:
        return _nobody(scene, parent)  # "Neither side wants to end it"
    if clause.kind == "infinitive" and parent is not None and clause.verb.perfect and parent.verb.passive:
        return any(names_nobody(scene.units, k) for k in parent.subject)  # "none of the ships are known to have been attacked"
    if parent is not None and parent.verb.finite and _thought_of(scene, clause, parent):
        return _nobody(scene, parent)  # "Nobody is talking of breaking off relations"
    heads = clause.subject if not clause.verb.passive else [p.head for p in clause.after if p.preposition == "by"]
    whole = clause.subject if clause.verb.passive else []  # "none of the boats was delivered"
    return any(names_nobody(scene.units, k) for k in heads) or any(
        scene.units[k].lower == "none" or is_one_of(scene.units, k, ("none",)) for k in whole
    )


def _thought_of(scene: Scene, clause: Clause, parent: Clause) -> bool:
    """Whether an -ing form is what somebody speaks or thinks of: "is talking of breaking with Orsenda", "considers leaving the pact"."""
    ing = clause.kind == "participle" and clause.verb.form == "ing" and clause.verb.start > 0
    led = ing and scene.units[clause.verb.start - 1].lower in ("of", "about") and clause.verb.start - 1 == parent.verb.end
    return led or (ing and clause.verb.start == parent.verb.end)


def _unwanted(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether it is said that something is not planned or not allowed: "does not intend to visit Lima"."""
    parent = clause.parent
    if parent is not None and clause.kind == "infinitive" and parent.verb.negated and parent.verb.lemma in scene.words["allowing"]:
        return True
    if clause.kind != "infinitive" or parent is None or not parent.verb.negated:
        return False
    return parent.verb.lemma in scene.words["intending"] or minded(scene, parent)


def minded(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says how somebody is minded: "is not ready to sign", "is not going to sign"."""
    verb = clause.verb
    lowest = verb.head + 1 if verb.lemma == "be" else verb.head
    helped = verb.lemma == "be" or verb.passive or verb.progressive
    return helped and any(u.lower in scene.words["minded"] for u in scene.units[lowest : lowest + 1])


def _for_no(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether a noun with "no" stands before an infinitive: "sees no reason to withdraw"."""
    return clause.kind == "infinitive" and any(u.lower == "no" for u in scene.units[max(0, clause.verb.start - 4) : clause.verb.start])


def _yet(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether something remains to be done: "has yet to ratify", "is yet to give its assent"."""
    verb, units = clause.verb, scene.units
    if verb.modal == "is to":
        return any(u.lower == "yet" for u in units[verb.start : verb.head])
    return clause.kind == "infinitive" and verb.start > 0 and units[verb.start - 1].lower == "yet"


def _nothing(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether a verb has nothing as its object: "apologised for nothing", "signed nothing"."""
    near = scene.units[clause.verb.end : clause.verb.end + 2]
    told = near[0].lower == "nothing" or (near[0].lower in ("for", "on", "to") and near[-1].lower == "nothing") if near else False
    return told and scene.units[min(clause.verb.end + 2, len(scene.units) - 1)].lower not in ("but", "other")


UNDONE: tuple[tuple[str, Callable[[Scene, Hit, Clause], bool]], ...] = (
    ("verb.negated", _is_negated),
    ("verb.nearly", _nearly),
    ("object.nothing", _nothing),
    ("subject.nobody", _of_nobody),
    ("verb.not_planned", _unwanted),
    ("noun.no", lambda scene, hit, clause: out_of_question(scene, clause)),
    ("verb.yet_to", _yet),
    ("verb.not_so", lambda scene, hit, clause: is_not_so(scene, clause)),
    ("noun.no", _for_no),
)
