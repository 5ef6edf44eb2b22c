"""The gathering or journey told before for which "it", "one" or "the second" stands: "planned a visit in May. It was put off"."""

from tieline.extract.events.frame.frames import Frames
from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.syntax.clause import Clause
from tieline.model.span import Span

OCCASIONS = {
    "visit": "visit.paid",
    "meeting": "meeting.held",
    "summit": "summit.held",
    "round": "negotiation.round",
    "talks": "negotiation.held",
}  # the frame of each class of occasion
THINGS = frozenset(("agreement", "project", "contract", "ties", "tariff", "sanction", "election", "loan", "embassy", "flight"))
REACH = 2  # sentences within which the occasion was told


def stood_for(scene: Scene, k: int, clause: Clause, frames: Frames) -> Hit | None:
    """The occasion that a word only points back to, as something that a verb befalls; None where something else may be meant."""
    if scene.units[k].lower not in scene.words["back"] | scene.words["another"]:
        return None
    told = [(span, kind) for kind in OCCASIONS if (span := _last(scene, k, kind)) is not None]
    if not told:
        return None
    span, kind = max(told)
    others = [other for thing in sorted(THINGS) if (other := _last(scene, k, thing)) is not None]
    if others and max(others) > span:
        return None
    frame = frames.by_id.get(OCCASIONS[kind])
    return Hit(frame, (k, k + 1), clause, None, None, nominal=True) if frame is not None else None


def _last(scene: Scene, k: int, kind: str) -> Span | None:
    return scene.focus.last(frozenset((kind,)), scene.sentence.index, scene.units, scene.kinds, k, REACH)
