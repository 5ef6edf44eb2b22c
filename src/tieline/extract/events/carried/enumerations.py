"""Events told as a list: "two meetings between both presidents, one in Lima last year and the other in Quito in June"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tieline.extract.events.frame.dates import dated, role
from tieline.extract.events.frame.frames import Frames
from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.events.when.timing import time_of
from tieline.extract.syntax.nouns import is_actor
from tieline.extract.syntax.unit import Unit
from tieline.model.time import TimeMention


def listed_noun(scene: Scene) -> int | None:
    """The noun whose events a sentence tells one by one."""
    return next((k for k, unit in enumerate(scene.units) if unit.lower in scene.words.tables["listed"]), None)


def enumerated(scene: Scene, frames: Frames) -> Iterator[Hit]:
    """The events of a list whose items stand as "one ..." and "the other ..."."""
    units, listed = scene.units, scene.words.tables["listed"]
    noun = listed_noun(scene)
    starts = [k for k, unit in enumerate(units) if noun is not None and k > noun and unit.lower in ("one", "another", "other", "third")]
    if noun is None or len(starts) < 2 or listed[units[noun].lower] not in frames.nouns:
        return
    frame = frames.nouns[listed[units[noun].lower]][0].frame
    agents = tuple(
        (frame.agent_role, k) for k in range(noun + 1, starts[0]) if is_actor(units[k]) and scene.kinds[k] & {"person", "group", "country"}
    )
    if not agents:
        return
    for start, end in zip(starts, [*starts[1:], len(units)], strict=True):
        place = next((k for k in range(start, end) if "destination" in scene.kinds[k]), None)
        time = next((k for k in range(start, end) if dated(units[k])), None)
        last = max([k for k in (place, time) if k is not None], default=None)
        if last is not None:
            yield Hit(
                frame, (start, last + 1), None, None, None, agents, nominal=True,
                time=units[time].span if time is not None else None, place=units[place].span if place is not None else None,
            )  # fmt: skip


def repeated(scene: Scene, hits: Sequence[Hit]) -> Iterator[Hit]:
    """The further times of an event told once for several: "rounds in 2006 and 2008", "visited Lima in 2001, 2004 and 2009"."""
    units = scene.units
    for hit in hits:
        if hit.frame.type not in ("visit", "meeting", "summit") and hit.frame.stage != "round":
            continue
        timing = time_of(scene, hit)
        k = next((m for m, unit in enumerate(units) if timing and unit.span == timing[0]), None)
        if k is None or role(scene, k) != "at":
            continue
        if units[k].lower.endswith("day"):
            continue  # "will be in Lima on Thursday and Friday", "held talks last Friday and Saturday" are one
        for m in _joined_times(scene, k):
            yield replace(hit, time=units[m].span)


def _alike(one: Unit, other: Unit) -> bool:
    """Whether two times are of one grain, so that they are a list: "last week, on 11 July" is one time."""
    grains = {u.mention.time.grain for u in (one, other) if isinstance(u.mention, TimeMention) and u.mention.time}
    return not ({"week", "day"} <= grains)


def _joined_times(scene: Scene, k: int) -> Iterator[int]:
    """The times that go on a list of times: ", 2004 and [in] 2009"."""
    units = scene.units
    while k + 2 < len(units) and (units[k + 1].text == "," or units[k + 1].lower == "and"):
        step = 3 if k + 3 < len(units) and units[k + 2].lower in ("and", "in", "on") else 2
        if k + step >= len(units) or not dated(units[k + step]) or not _alike(units[k], units[k + step]):
            return
        k += step
        yield k
