"""How sure an event is: done, planned, expected, denied, called off, imagined."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from tieline.extract.events.status.cues import MEETING, left_open
from tieline.extract.events.status.plain import plain_status
from tieline.extract.events.status.qualifier_rules import Qualifiers
from tieline.extract.events.status.statuses import statuses

if TYPE_CHECKING:
    from tieline.extract.events.frame.scene import Hit, Scene


STRENGTH = ("denied", "cancelled", "hypothetical", "expected", "planned", "ongoing", "occurred")
UNDATED = frozenset(("status.planned.ahead",))  # "ahead of his visit in May": the date tells whether it was
GATHERINGS, WILL = frozenset(("visit", "meeting", "summit", "negotiation")), frozenset(("will", "would", "'ll"))
LEAD = 5  # units before a noun in which "for" may stand
BEFORE = 10  # units before a verb in which it may be told that something was set
ONCE_SET = "it was set before, and may have changed"  # a reason: the past tells of a plan


def status_of(scene: Scene, hit: Hit, qualifiers: Qualifiers, *, dated: str | None) -> tuple[str, tuple[str, ...]]:
    """The status of an event, and why it is that."""
    if hit.like is not None:
        return status_of(scene, hit.like, qualifiers, dated=dated)
    if hit.clause is not None and left_open(scene, hit.clause):
        return "hypothetical", ("told as not ruled out",)
    told = replace(hit, nominal=False) if _borne(scene, hit) or _aimed_at(scene, hit) else hit
    found = [one for one in statuses(scene, told, qualifiers) if not (dated and one[1] in UNDATED)]
    if hit.frame.status == "denied":
        return "denied", ("told as kept away from",)
    if _unless(scene, hit, found):
        return "expected", ("told with a condition: unless",)
    if not found:
        return plain_status(scene, hit, dated=dated), (ONCE_SET,) if _had_to(told) and _once_set(scene, told) else ()
    if any(one[1] == "status.hypothetical.link" for one in found):
        found = [one for one in found if one[0] != "denied"] or found  # "if Orsenda fails to ratify"
    if any(one[1] == "status.hypothetical.governor" for one in found) and told.clause is not None and told.clause.kind == "infinitive":
        found = [one for one in found if one[1] != "verb.negated"]  # "urged it not to withdraw", "threatened not to ratify"
    best = min(found, key=lambda one: STRENGTH.index(one[0]))
    if best[0] == "denied" and _is_dropped(scene, told):
        return "cancelled", ("what was set is told not to take place",)
    set_once = (ONCE_SET,) if best[0] in ("planned", "expected") and _once_set(scene, told) else ()
    return best[0], (f"told as {best[0]} (rule {best[1]})", *set_once)


def _is_dropped(scene: Scene, hit: Hit) -> bool:
    """Whether what had been set is told not to come: "the sixth round, set for 3 May, will not take place", "will not now visit"."""
    clause, units = hit.clause, scene.units
    if clause is None or not clause.verb.negated or clause.verb.modal not in WILL or hit.frame.type not in GATHERINGS:
        return False
    row = units[max(0, clause.verb.start - BEFORE) : clause.verb.start]
    was_set = any(one.lower in scene.words["was_planned"] and after.lower in ("for", "to") for one, after in pairwise(row))
    group = {u.lower for u in units[max(0, clause.verb.start - 1) : clause.verb.end]}
    behind = [u.lower for u in units[clause.verb.end : clause.right]]
    as_planned = any(one == "as" and after in scene.words["was_planned"] for one, after in pairwise(behind))
    return was_set or as_planned or bool(group & {"now", "longer"})


def _had_to(hit: Hit) -> bool:
    """Whether it is told as what somebody had to do: done, where nothing tells that it was called off."""
    parent = hit.clause.parent if hit.clause is not None and not hit.nominal else None
    return parent is not None and parent.verb.lemma == "have" and hit.frame.type in MEETING | {"visit"}


def _once_set(scene: Scene, hit: Hit) -> bool:
    """Whether the past tells what had been arranged: "was scheduled to visit Lima", "the talks were due on Monday"."""
    clause = hit.clause
    if clause is None or (hit.nominal and hit.trigger[0] >= clause.verb.end):
        return False
    if clause.verb.modal == "was to":
        return True
    holder = clause.parent if clause.kind == "infinitive" else clause
    if holder is None or holder.verb.form != "past" or holder.verb.modal:
        return False
    behind = scene.units[holder.verb.end : holder.verb.end + 2]
    had_to = holder.verb.lemma == "have" and clause.kind == "infinitive"
    return had_to or holder.verb.lemma in scene.words["was_set"] or any(u.lower in scene.words["was_set"] for u in behind)


def _borne(scene: Scene, hit: Hit) -> bool:
    """Whether an event noun is the object of a verb that only carries it: "has yet to complete its ratification of the treaty"."""
    clause = hit.clause
    if not hit.nominal or clause is None or clause.verb.passive or clause.verb.lemma not in scene.words["bearing"]:
        return False
    heads = (p.head for p in clause.after if p.preposition is None)  # "to hold its tenth meeting and the first session of the council"
    return any(hit.trigger[0] <= head < hit.trigger[1] for head in heads) and hit.trigger[0] >= clause.verb.end


def _aimed_at(scene: Scene, hit: Hit) -> bool:
    """Whether an event noun tells what something still to be done is for: "prepares to visit Lima for talks with Tavonia"."""
    clause = hit.clause
    if not hit.nominal or clause is None or clause.kind != "infinitive" or hit.trigger[0] < clause.verb.end:
        return False
    return any(scene.units[k].lower == "for" for k in range(max(clause.verb.end, hit.trigger[0] - LEAD), hit.trigger[0]))


def _unless(scene: Scene, hit: Hit, found: list[tuple[str, str]]) -> bool:
    """Whether something will come unless something else is done: "lapses in 2026 unless it is renewed"."""
    clause = hit.clause
    if clause is None or hit.nominal or clause.kind not in ("main", "relative") or clause.verb.form != "present" or clause.verb.perfect:
        return False
    behind = any(u.lower == "unless" for u in scene.units[clause.verb.end : clause.verb.end + 12])
    return behind and all(status == "planned" for status, _ in found)
