"""How sure an event is: done, planned, expected, denied, called off, imagined."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tieline.extract.events.status.cues import HEADS, MEETING
from tieline.extract.events.status.qualifier_rules import Qualifiers
from tieline.extract.events.status.statuses import statuses

if TYPE_CHECKING:
    from tieline.extract.events.frame.scene import Hit, Scene


STRENGTH = ("denied", "cancelled", "hypothetical", "expected", "planned", "ongoing", "occurred")
NEXT = frozenset(("next", "tomorrow", "tonight", "later", "soon"))
UNDATED = frozenset(("status.planned.ahead",))  # "ahead of his visit in May": the date tells whether it was
LASTING = frozenset(("visit", "negotiation"))
ONCE_SET = "it was set before, and may have changed"  # a reason: the past tells of a plan
STATES = frozenset(("be", "remain", "stay"))


def status_of(scene: Scene, hit: Hit, qualifiers: Qualifiers, *, dated: str | None) -> tuple[str, tuple[str, ...]]:
    """The status of an event, and why it is that."""
    if hit.like is not None:
        return status_of(scene, hit.like, qualifiers, dated=dated)
    told = replace(hit, nominal=False) if _borne(scene, hit) or _aimed_at(scene, hit) else hit
    found = [one for one in statuses(scene, told, qualifiers) if not (dated and one[1] in UNDATED)]
    if _unless(scene, hit, found):
        return "expected", ("told with a condition: unless",)
    if not found:
        plain = _plain(scene, hit, since=_since(scene, hit), dated=dated)
        return plain, (ONCE_SET,) if _had_to(told) and _once_set(scene, told) else ()
    if any(one[1] == "status.hypothetical.link" for one in found):
        found = [one for one in found if one[0] != "denied"] or found  # "if Orsenda fails to ratify"
    best = min(found, key=lambda one: STRENGTH.index(one[0]))
    set_once = (ONCE_SET,) if best[0] in ("planned", "expected") and _once_set(scene, told) else ()
    return best[0], (f"told as {best[0]} (rule {best[1]})", *set_once)


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
    heads = [p.head for p in clause.after if p.preposition is None][:1]
    return bool(heads) and hit.trigger[0] <= heads[0] < hit.trigger[1] and hit.trigger[0] >= clause.verb.end


def _aimed_at(scene: Scene, hit: Hit) -> bool:
    """Whether an event noun tells what something still to be done is for: "prepares to visit Lima for talks with Tavonia"."""
    clause = hit.clause
    if not hit.nominal or clause is None or clause.kind != "infinitive" or hit.trigger[0] < clause.verb.end:
        return False
    return any(scene.units[k].lower == "for" for k in range(max(clause.verb.end, hit.trigger[0] - 3), hit.trigger[0]))


def _unless(scene: Scene, hit: Hit, found: list[tuple[str, str]]) -> bool:
    """Whether something will come unless something else is done: "lapses in 2026 unless it is renewed"."""
    clause = hit.clause
    if clause is None or hit.nominal or clause.kind not in ("main", "relative") or clause.verb.form != "present" or clause.verb.perfect:
        return False
    behind = any(u.lower == "unless" for u in scene.units[clause.verb.end : clause.verb.end + 12])
    return behind and all(status == "planned" for status, _ in found)


def _since(scene: Scene, hit: Hit) -> bool:
    clause = hit.clause
    return clause is not None and any(u.lower == "since" for u in scene.units[clause.verb.end : clause.right])


def _plain(scene: Scene, hit: Hit, *, since: bool, dated: str | None) -> str:
    verb = hit.clause.verb if hit.clause is not None and not hit.nominal else None
    if hit.frame.status and not (
        hit.frame.status == "hypothetical"
        and dated
        and verb is not None
        and verb.form == "past"
        and verb.lemma != "threaten"
        and hit.frame.type != "visit"  # who was invited on Monday has not come
    ):
        return hit.frame.status
    if (
        verb is not None
        and verb.form == "present"
        and (verb.progressive or (verb.lemma == "be" and hit.frame.type in LASTING and not verb.passive and "back" not in hit.words))
        and hit.frame.type in (*LASTING, "meeting", "summit")
        and (dated != "ahead" or _on_this_day(scene, hit))
    ):
        return "ongoing"
    if (
        verb is not None
        and dated == "ahead"
        and verb.form == "present"
        and not verb.perfect
        and hit.frame.type in (*LASTING, "meeting", "summit")
    ):
        return "ongoing" if _closes_today(scene, hit) else "planned"
    if (
        verb is not None
        and hit.frame.type == "visit"
        and verb.form == "present"
        and not (verb.perfect or verb.progressive)
        and NEXT & {u.lower for u in scene.units[verb.end : hit.clause.right if hit.clause else None]}
    ):
        return "planned"  # "travels to Lima next"
    if (
        verb is not None
        and hit.frame.stage == "lapsed"
        and dated
        and scene.units[verb.start].lower.endswith("s")
        and verb.form == "present"
    ):
        return "planned"  # "the loan agreement expires in February"
    holds = verb is not None and verb.lemma in STATES and verb.form == "present" and not verb.perfect
    if holds and hit.frame.stage == "in_force" and not dated:
        return "ongoing"
    if verb is not None and verb.form == "present" and verb.progressive and hit.frame.id == "project.started" and not dated:
        return "ongoing"
    if verb is not None and verb.form == "present" and (_stuck(scene, hit) or "under" in hit.words or "remain" in hit.words):
        return "ongoing"
    if verb is not None and verb.perfect and hit.frame.type == "dispute" and since:
        return "ongoing"
    return "occurred"


def _on_this_day(scene: Scene, hit: Hit) -> bool:
    """Whether a clause tells of the day of the report: "is visiting Lima today"."""
    behind = scene.units[hit.clause.left : hit.clause.right] if hit.clause is not None else []
    return any(u.lower in ("today", "tonight", "now") for u in behind)


def _closes_today(scene: Scene, hit: Hit) -> bool:
    """Whether a stay is told to end on the day of the report: "ends a three-day visit today"."""
    behind = scene.units[hit.trigger[0] : hit.clause.right if hit.clause is not None else hit.trigger[1]]
    return hit.frame.type == "visit" and hit.frame.stage == "concluded" and any(u.lower in ("today", "tonight") for u in behind)


def _stuck(scene: Scene, hit: Hit) -> bool:
    """Whether talks are told to be stuck; a headline's "talks end in failure" and talks that have ended tell what has happened."""
    if hit.clause is None or hit.frame.stage != "stalled":
        return hit.frame.stage == "stalled"
    verb = hit.clause.verb
    over = verb.lemma not in STATES and verb.lemma != "stall" and not verb.passive
    return not (over and (verb.perfect or scene.sentence.zone in HEADS))
