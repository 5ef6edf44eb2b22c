"""What verbs tell as still ahead, or as once set and given up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tieline.extract.events.status.cues import HEADS
from tieline.extract.syntax.clause import Clause

if TYPE_CHECKING:
    from tieline.extract.events.frame.scene import Hit, Scene

BEGINNING = {"will": "planned", "shall": "planned", "is to": "planned"} | dict.fromkeys(
    ("may", "might", "could", "would", "should"), "hypothetical"
)  # what a verb of beginning makes of what is begun


def _heads_infinitive(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether a headline tells by an infinitive what is to come: "Orsenda to reopen embassy"."""
    return scene.sentence.zone in HEADS and clause.kind == "infinitive" and clause.parent is None


def _to_be_seen(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether a participle tells what somebody will see or have done: "the pact will see a pipeline built"."""
    parent = clause.parent
    done = clause.kind == "participle" and clause.verb.form != "ing"
    return done and parent is not None and parent.verb.modal in ("will", "would") and parent.verb.lemma in ("see", "have", "get")


def _first_to_come(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether it is told as the first time of something to come: "It will be the first time the two are meeting since 2019"."""
    at = scene.clauses.index(clause)
    before = scene.clauses[at - 1] if at else None
    if before is None or before.verb.lemmas[-1:] != ("be",) or before.verb.modal not in ("will", "would", "is to"):
        return False
    return clause.verb.form == "present" and any(u.lower.split()[-1] == "time" for u in scene.units[before.verb.end : clause.verb.start])


def set_about(scene: Scene, clause: Clause) -> str | None:
    """The status that a verb of beginning lends to what is begun: "will start prohibiting", "has not begun building"."""
    at = scene.clauses.index(clause)
    before = scene.clauses[at - 1] if at else None
    if clause.kind != "participle" or clause.verb.form != "ing" or before is None or before.verb.end != clause.verb.start:
        return None
    if before.verb.lemma not in scene.words["beginning"]:
        return None
    return "denied" if before.verb.negated else BEGINNING.get(before.verb.modal or "")


def is_given_up(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether what had once been set is told as given up."""
    return _given_up(scene, clause) or _dropped_after(scene, clause)


def _given_up(scene: Scene, clause: Clause) -> bool:
    """Whether something had once been set: "had been due to begin in August"."""
    parent = clause.parent if clause.kind == "infinitive" else clause
    if parent is None or (parent is clause and clause.verb.lemma != "be"):
        return False
    verb = parent.verb
    due = verb.lemma in scene.words["was_set"] or any(u.lower in scene.words["was_set"] for u in scene.units[verb.end : verb.end + 1])
    return verb.perfect and scene.units[verb.start].lower == "had" and due


def _dropped_after(scene: Scene, clause: Clause) -> bool:
    """Whether what was set is told right behind to have been given up: "was due to visit Lima on Monday but called it off"."""
    parent = clause.parent if clause.kind == "infinitive" else clause
    if parent is None or parent.verb.form != "past":
        return False
    at = max(scene.clauses.index(clause), scene.clauses.index(parent))
    behind = scene.clauses[at + 1] if at + 1 < len(scene.clauses) else None
    set_ = parent.verb.lemma in scene.words["was_set"] or parent.verb.modal == "was to" or _was_set(scene, parent)
    if behind is None or not set_ or (behind.link != "but" and scene.units[max(0, behind.left - 1)].lower != "but"):
        return False
    if _stopped(scene, behind):
        return True
    off = any(u.lower in ("off", "out") for u in scene.units[behind.verb.end : behind.verb.end + 3])
    return behind.verb.lemma in scene.words["calling_off"] | scene.words["postponing"] or (
        off and behind.verb.lemma in scene.words["backing_out"]
    )


def _stopped(scene: Scene, behind: Clause) -> bool:
    """Whether what is told behind "but" is something that came between: "but he fell ill", "but the two could not agree"."""
    verb = behind.verb
    if not verb.finite or (verb.form != "past" and verb.modal not in ("could", "would")):
        return False
    if verb.lemma in scene.words["spoken"] | scene.words["no_hindrance"]:
        return False
    if verb.lemma == "be":
        return any(u.lower in scene.words["hindered"] for u in scene.units[verb.end : verb.end + 3])
    return verb.modal is None or verb.negated


def _was_set(scene: Scene, clause: Clause) -> bool:
    return any(u.lower in scene.words["was_set"] for u in scene.units[clause.verb.start : clause.verb.end + 1])


AHEAD: tuple[tuple[str, Callable[[Scene, Hit, Clause], bool]], ...] = (
    ("headline.to", _heads_infinitive),
    ("participle.of_something_ahead", _to_be_seen),
    ("verb.first_time_ahead", _first_to_come),
)
