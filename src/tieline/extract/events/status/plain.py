"""The status of an event that no word of its sentence qualifies: by its frame, and by the tense of its verb."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tieline.extract.events.status.cues import HEADS, accompanies
from tieline.extract.events.when.clause_times import stood_since

if TYPE_CHECKING:
    from tieline.extract.events.frame.scene import Hit, Scene
    from tieline.extract.syntax.verb_groups import VerbGroup

NEXT = frozenset(("next", "tomorrow", "tonight", "later", "soon"))
THEN = frozenset(("then", "afterwards", "thereafter", "subsequently", "thence"))  # before a verb in the present: "He then visits Lima"
LASTING = frozenset(("visit", "negotiation"))
TALKED = LASTING | {"meeting", "summit"}
FOLLOWS = 8  # units behind a verb within which it is told what must come first
GIFTS = frozenset(("aid", "investment"))
STATES = frozenset(("be", "remain", "stay"))


def plain_status(scene: Scene, hit: Hit, *, dated: str | None) -> str:
    """The status that the frame or the tense of its verb gives an event; `occurred` where neither says otherwise."""
    verb = _verb(hit)
    if hit.frame.status and not _came_true(hit, verb, dated):
        return hit.frame.status
    return next((status for reading in _BY_TENSE if (status := reading(scene, hit, dated))), "occurred")


def _verb(hit: Hit) -> VerbGroup | None:
    return hit.clause.verb if hit.clause is not None and not hit.nominal else None


def _came_true(hit: Hit, verb: VerbGroup | None, dated: str | None) -> bool:
    """Whether what a frame holds for imagined is told in the past with a day; who was invited or threatened on Monday is not hit yet."""
    told = verb is not None and verb.form == "past" and verb.lemma != "threaten"
    return bool(hit.frame.status == "hypothetical" and dated and told and hit.frame.type != "visit")


def _under_way(scene: Scene, hit: Hit, dated: str | None) -> str | None:
    """What lasts, told in the present: "is visiting Lima", "is on a visit"."""
    verb = _verb(hit)
    if verb is None or verb.form != "present" or hit.frame.type not in TALKED:
        return None
    there = verb.lemma == "be" and hit.frame.type in LASTING and not verb.passive and "back" not in hit.words
    return "ongoing" if (verb.progressive or there) and (dated != "ahead" or _on_this_day(scene, hit)) else None


def _to_come(scene: Scene, hit: Hit, dated: str | None) -> str | None:
    """What lasts, told in the present with a day that is still to come: "meets them on Friday", "arrives for talks on Friday"."""
    verb = hit.clause.verb if hit.clause is not None and accompanies(scene, hit) else _verb(hit)
    if verb is None or dated != "ahead" or verb.form != "present" or verb.perfect or hit.frame.type not in TALKED:
        return None
    return "ongoing" if _closes_today(scene, hit) else "planned"


def _next(scene: Scene, hit: Hit, dated: str | None) -> str | None:
    """The next leg of a journey: "travels to Lima next"."""
    verb = _verb(hit)
    if verb is None or hit.frame.type != "visit" or verb.form != "present" or verb.perfect or verb.progressive:
        return None
    behind = scene.units[verb.end : hit.clause.right if hit.clause else None]
    then = {u.lower for u in scene.units[max(0, verb.start - 3) : verb.start]} & THEN and scene.sentence.zone not in HEADS
    return "planned" if then or NEXT & {u.lower for u in behind} else None


def _arranged(scene: Scene, hit: Hit, dated: str | None) -> str | None:
    """What is arranged, told as going on with a time to come: "said that he was summoning his envoy home later this week"."""
    verb = _verb(hit)
    if verb is None or not verb.progressive or verb.modal or hit.clause is None:
        return None
    times = (u for u in scene.units[verb.end : hit.clause.right] if u.tag == "time")
    return "planned" if any(u.lower.split()[0] in NEXT for u in times) else None


def _runs_out(scene: Scene, hit: Hit, dated: str | None) -> str | None:
    """What ends by itself on a day: "the loan agreement expires in February"."""
    verb = _verb(hit)
    ends = verb is not None and verb.form == "present" and scene.units[verb.start].lower.endswith("s")
    return "planned" if ends and dated and hit.frame.stage == "lapsed" else None


def _holds(scene: Scene, hit: Hit, dated: str | None) -> str | None:
    """What is so at the time of the report, without a day: "is in force", "is being built"."""
    verb = _verb(hit)
    if verb is None or verb.form != "present" or dated:
        return None
    in_force = verb.lemma in STATES and not verb.perfect and hit.frame.stage == "in_force"
    return "ongoing" if in_force or (verb.progressive and hit.frame.id == "project.started") else None


def _comes_into_force(scene: Scene, hit: Hit, dated: str | None) -> str | None:
    """What takes effect once something else is done: "enters into force upon ratification", "takes effect 30 days after it is signed"."""
    verb = _verb(hit)
    if verb is None or hit.frame.stage != "in_force" or verb.form != "present" or verb.perfect or verb.lemma in STATES:
        return None
    behind = {u.lower for u in scene.units[verb.end : verb.end + FOLLOWS]}
    return "planned" if behind & scene.words["conditions"] and scene.sentence.zone not in HEADS else None


def _goes_on(scene: Scene, hit: Hit, dated: str | None) -> str | None:
    """What is told as stuck, under way or remaining."""
    verb = _verb(hit)
    present = verb is not None and verb.form == "present"
    return "ongoing" if present and (_stuck(scene, hit) or "under" in hit.words or "remain" in hit.words) else None


def _disputed_since(scene: Scene, hit: Hit, dated: str | None) -> str | None:
    """A dispute that has gone on since something."""
    verb = _verb(hit)
    if verb is None or hit.clause is None or not verb.perfect or hit.frame.type != "dispute":
        return None
    behind = range(verb.end, min(hit.clause.right, len(scene.units) - 1))
    own = (k for k in behind if scene.units[k].lower == "since" and not stood_since(scene, k + 1))
    return "ongoing" if next(own, None) is not None else None


def _promised(scene: Scene, hit: Hit, dated: str | None) -> str | None:
    """Money that somebody has promised, told without a day: "has promised Orsenda a grant" is still to be given."""
    verb = _verb(hit)
    told = verb is not None and not dated and hit.frame.type in GIFTS and verb.perfect
    return "planned" if told and verb is not None and verb.lemma in scene.words["promising"] else None


_BY_TENSE: tuple[Callable[[Scene, Hit, str | None], str | None], ...] = (
    _promised,
    _under_way,
    _to_come,
    _next,
    _arranged,
    _runs_out,
    _holds,
    _comes_into_force,
    _goes_on,
    _disputed_since,
)


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
