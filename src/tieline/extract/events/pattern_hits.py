"""Events told without verb or noun of their own: "the accord, in force since 2011"."""

from collections.abc import Iterator

from tieline.extract.events.frame.dates import dated
from tieline.extract.events.frame.frames import Frame, Frames
from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.events.nouns.leads import home_of
from tieline.extract.events.who.agents import around
from tieline.extract.events.who.themes import slot
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import attached, is_actor

REACH = 10  # words behind a sum in which who gives it may stand
SUMS = {  # what the words before an actor make of him behind a sum
    "investment": {"from": "lender", "by": "lender", "to": "recipient"},
    "aid": {"from": "donor", "by": "donor", "to": "recipient"},
}


def pattern_hits(scene: Scene, frames: Frames) -> Iterator[Hit]:
    """Forms without a verb: "the accord, in force since 2011"; what names its own thing goes before what looks back for one."""
    found = list(_pattern_hits(scene, frames))
    own = [hit for hit in found if hit.theme is not None and hit.theme == hit.trigger[0]]
    for place, hit in enumerate(found):
        inside = any(one.trigger != hit.trigger and one.trigger[0] <= hit.trigger[0] and hit.trigger[1] <= one.trigger[1] for one in own)
        if not inside and not any(one.trigger == hit.trigger and one.frame is hit.frame for one in found[:place]):
            yield hit


def _pattern_hits(scene: Scene, frames: Frames) -> Iterator[Hit]:
    for frame, pattern in frames.patterns:
        if any(words is not None and words.isdisjoint(scene.lowers) for words in (pattern.needed, pattern.firsts)):
            continue
        match = pattern.search(scene.units, lambda kind, tokens, i: slot(scene, kind, i))  # type: ignore[arg-type]
        if match is None:
            continue
        at = match.tokens("theme")
        start = at[1] - 1 if at else match.start
        if any(k in scene.used for k in range(start, match.end)) or _verb_between(scene, match.start, start):
            continue
        theme = at[1] - 1 if at else next((k for k in range(match.start, match.end) if scene.kinds[k] & frame.theme), None)
        span = (
            scene.units[theme].span
            if theme is not None
            else scene.focus.last(frame.theme, scene.sentence.index, scene.units, scene.kinds, match.start)
        )
        if frame.theme and span is None:
            continue
        dates = [k for k in range(match.start, min(match.end + 1, len(scene.units))) if dated(scene.units[k])]
        nearest = min(dates, key=lambda k: abs(k - start), default=None)
        when = scene.units[nearest].span if nearest is not None else None
        if when is not None:
            parties = tuple(around(scene, [start], start + 1, frame))
            yield Hit(frame, (start, match.end), None, theme, span, parties, nominal=True, time=when)
            continue
        agents = [(frame.agent_role, m) for m in (_home_subject(scene, match.start)) if is_actor(scene.units[m])]
        agents += _behind(scene, match.end, frame) if frame.type in SUMS else _with_which(scene, match.start, match.end, frame)
        if frame.abroad and not any("country" in scene.kinds[m] for _, m in agents):
            continue  # "The firm has no ties to the minister"
        yield Hit(frame, (start, match.end), _home(scene, start, frame), theme, span, tuple(agents), nominal=True)


def _home(scene: Scene, k: int, frame: Frame) -> Clause | None:
    """The clause that a pattern goes with; what is told beside it is as real as its main clause: "failed to agree at talks in Lome"."""
    home = home_of(scene, k)
    while frame.nominal == "beside" and home is not None and home.kind == "infinitive" and home.parent is not None:
        home = home.parent
    return home


def _verb_between(scene: Scene, start: int, end: int) -> bool:
    """Whether a finite verb stands in a pattern before its thing: "In 1972 Orsenda made Halidor a gift" names no gift of 1972."""
    return any(c.verb.finite and start < c.verb.start and c.verb.end <= end for c in scene.clauses)


def _behind(scene: Scene, end: int, frame: Frame) -> list[tuple[str, int]]:
    """Who gives a sum and who gets it, right behind the words for it: "a loan of 5 million dollars from the Orsenda Bank to Halidor"."""
    near = list(attached(scene.units, end - 1, min(end + REACH, len(scene.units))))
    return [(SUMS[frame.type].get(preposition, ""), m) for preposition, m in near if preposition in SUMS[frame.type]]


def _with_which(scene: Scene, k: int, end: int, frame: Frame) -> list[tuple[str, int]]:
    """The other one in "has no relations with Halidor" and in "Halidor, with which Orsenda has no relations"."""
    units = scene.units
    behind = next(
        (m for m in range(end, min(end + 1, len(units) - 1)) if units[m].lower in ("with", "to") and is_actor(units[m + 1])), None
    )
    if behind is not None:
        return [(frame.agent_role, behind + 1)]
    home = home_of(scene, k)
    led = home is not None and home.kind == "relative" and home.left > 2 and scene.units[home.left - 2].lower == "with"
    back = home.left - 3 if home is not None and led else -1
    back -= back > 0 and scene.units[back].text == ","
    return [(frame.agent_role, back)] if back >= 0 and is_actor(scene.units[back]) else []


def _home_subject(scene: Scene, k: int) -> list[int]:
    home = home_of(scene, k)
    return home.subject if home is not None else []
