"""What a clause only denies or calls wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tieline.extract.syntax.clause import Clause

if TYPE_CHECKING:
    from tieline.extract.events.frame.scene import Scene


CONTENT = ("subordinate", "relative")  # "reports that it cut ties", "suggestions that it would cut ties"


def is_not_so(scene: Scene, clause: Clause) -> bool:
    """Whether a clause only says what is not so: "did not mean that ties had been cut", "it is not true that ..."."""
    parent = clause.parent
    if clause.kind == "subordinate" and clause.link == "that" and _no_sign(scene, clause.left - 2):
        return True
    if (clause.kind in CONTENT or clause.link in ("and", "or")) and _untrue(scene, clause):
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
    opener = _opener(scene, clause)
    noun = scene.units[opener.left - 2].lower if opener.left > 1 else ""
    if noun not in scene.words["rumours"]:
        return False
    told = scene.units[opener.parent.verb.end : opener.left] if opener.parent is not None else ()
    if any(u.lower in scene.words["untrue"] for u in told) or _no_sign(scene, opener.left - 4):
        return True  # "described as baseless the claim that the envoy had been asked to leave", "no truth in reports that"
    of_noun = next((c for c in scene.clauses if c.verb.start > opener.verb.start and c.subject == [opener.left - 2]), None)
    later = of_noun or next((c for c in scene.clauses if c.verb.start >= clause.verb.end and c.verb.finite), None)
    if later is None:
        return False
    if later.verb.passive:
        return later.verb.lemma in scene.words["denying"] and not later.verb.negated  # "were dismissed as nonsense"
    behind = [u.lower for u in scene.units[later.verb.end : later.verb.end + 3]]
    wrong = bool(scene.words["untrue"] & set(behind)) or (behind[:1] == ["without"] and bool(scene.words["grounds"] & set(behind)))
    not_right = later.verb.negated and bool(scene.words["true"] & set(behind))
    return later.verb.lemma == "be" and ((wrong and not later.verb.negated) or not_right)


def _opener(scene: Scene, clause: Clause) -> Clause:
    """The clause that opens what is reported: "reports that it had recalled its envoy and cut ties"."""
    if clause.kind != "main":
        return clause
    back = scene.clauses[: scene.clauses.index(clause)]
    first = next((c for c in reversed(back) if not (c.kind == "main" and c.link in ("and", "or"))), clause)
    return first if first.kind in CONTENT and clause.subject == first.subject else clause
