"""Second halves without a verb: "The accord with Chile took effect in 2007 and the one with Mexico in 2005"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tieline.extract.events.scene import Hit, Scene
from tieline.extract.events.timing import dated
from tieline.extract.syntax.nouns import is_actor, modifiers

LED = frozenset(("on", "in", "since", "from"))


def gapped(scene: Scene, hits: Sequence[Hit]) -> Iterator[Hit]:
    """The event of the verb before, told again of another party and another time."""
    units = scene.units
    told = [hit for hit in hits if hit.clause is not None and not hit.nominal]
    if not told:
        return
    for k in range(1, len(units) - 3):
        if units[k].lower not in scene.words["standing"] or units[k - 1].lower not in ("the", "and", ","):
            continue
        actor = _actor(scene, k)
        time = _time(scene, actor) if actor is not None else None
        before = [hit for hit in told if hit.clause is not None and hit.clause.verb.end <= k]
        if actor is not None and time is not None and before:
            hit = before[-1]
            owners = [m for m in modifiers(units, hit.theme) if is_actor(units[m])] if hit.theme is not None else []
            agents = tuple(("party", m) for m in (*owners, actor))
            span = units[k].span if hit.theme_span is not None else None
            yield replace(
                hit, trigger=(k, time + 1), clause=None, theme=None, theme_span=span, agents=agents, nominal=True, time=units[time].span
            )


def _actor(scene: Scene, k: int) -> int | None:
    """The place of the actor in "the second[,] with Chile"."""
    m = k + 1 if scene.units[k + 1].text != "," else k + 2
    if m + 1 < len(scene.units) and scene.units[m].lower in ("with", "between") and is_actor(scene.units[m + 1]):
        return m + 1
    return None


def _time(scene: Scene, actor: int) -> int | None:
    """The place of the time right behind: "[,] since 3 September 2007"."""
    units = scene.units
    m = actor + 1
    if m < len(units) and units[m].text == ",":
        m += 1
    return m + 1 if m + 1 < len(units) and units[m].lower in LED and dated(units[m + 1]) else None
