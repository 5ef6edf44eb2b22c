"""What a clause only denies or calls wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tieline.extract.syntax.clause import Clause

if TYPE_CHECKING:
    from tieline.extract.events.frame.scene import Scene


def is_not_so(scene: Scene, clause: Clause) -> bool:
    """Whether a clause only says what is not so: "did not mean that ties had been cut", "it is not true that ..."."""
    parent = clause.parent
    if clause.kind == "subordinate" and clause.link == "that" and _no_sign(scene, clause.left - 2):
        return True
    if clause.kind == "subordinate" and _untrue(scene, clause):
        return True
    if parent is None or clause.kind != "subordinate" or clause.link != "that":
        return False
    if not (parent.verb.negated or any(u.lower == "no" for u in scene.units[max(0, parent.verb.start - 3) : parent.verb.start])):
        return False  # "did not mean that ...", "no reason to believe that ..."
    after = scene.units[parent.verb.end].lower if parent.verb.end < len(scene.units) else ""
    return parent.verb.lemma in scene.words["not_so"] or (parent.verb.lemma == "be" and after in ("true", "correct", "right"))


def _no_sign(scene: Scene, k: int) -> bool:
    """Whether a "that" follows on what is said not to be there: "no sign that Orsenda will resume deliveries"."""
    if k < 1 or scene.units[k].lower not in scene.words["signs"]:
        return False
    return any(u.lower in ("no", "little", "without") for u in scene.units[max(0, k - 3) : k])


def _untrue(scene: Scene, clause: Clause) -> bool:
    """Whether what is reported is told to be wrong: "reports that the president would visit Lima were false"."""
    noun = scene.units[clause.left - 2].lower if clause.left > 1 else ""
    told = scene.units[clause.parent.verb.end : clause.left] if clause.parent is not None else ()
    if noun in scene.words["rumours"] and any(u.lower in scene.words["untrue"] for u in told):
        return True  # "described as baseless the claim that the envoy had been asked to leave"
    later = next((c for c in scene.clauses if c.verb.start >= clause.verb.end and c.verb.finite), None)
    if noun not in scene.words["rumours"] or later is None:
        return False
    if later.verb.passive:
        return later.verb.lemma in scene.words["denying"] and not later.verb.negated  # "were dismissed as nonsense"
    behind = scene.units[later.verb.end : later.verb.end + 3]
    return later.verb.lemma == "be" and any(u.lower in scene.words["untrue"] for u in behind)
