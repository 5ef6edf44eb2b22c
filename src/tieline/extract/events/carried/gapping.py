"""Second halves without a verb: "The accord with Chile took effect in 2007 and the one with Mexico in 2005", "... and again in June"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tieline.extract.events.frame.dates import dated, named_by
from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.events.when.timing import time_of
from tieline.extract.syntax.clause import HARD
from tieline.extract.syntax.nouns import is_actor, modifiers, phrase_start
from tieline.extract.syntax.unit import Unit
from tieline.model.span import Span

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


def shortened(scene: Scene, hits: Sequence[Hit]) -> Iterator[Hit]:
    """The event of the verb before, told again of somebody or something else: "Chile ratified it in May and Peru in June"."""
    told = [hit for hit in hits if hit.clause is not None and not hit.nominal and hit.status is None]
    if not told:
        return
    units = scene.units
    dates = [
        k
        for k in range(2, len(units))
        if dated(units[k]) and (units[k - 1].lower in LED or is_actor(units[k - 1])) and _closes(units, k + 1)
    ]
    for time in dates:
        hit = next((h for h in reversed(told) if h.clause is not None and h.clause.verb.end <= time - 2), None)
        if (
            hit is None
            or hit.clause is None
            or not any(dated(units[m]) and not named_by(scene, m) for m in range(hit.clause.verb.end, time - 1))
        ):
            continue
        if units[time - 2].lower == "again":
            if any(hit.clause.verb.end <= c.verb.start < time for c in scene.clauses):
                continue  # "met in May and said that the crossing would open again in June"
            yield _again(hit, (time - 2, time + 1), units[time].span)
            continue
        head = time - 2 if units[time - 1].lower in LED else time - 1
        while units[head].tag == "adverb" or units[head].text == ",":
            head -= 1
        other = _in_second_half(scene, hit, head)
        if other is not None:
            yield replace(other, trigger=(other.trigger[0], time + 1), clause=None, nominal=True, time=units[time].span, like=hit)


def _in_second_half(scene: Scene, hit: Hit, head: int) -> Hit | None:
    """The event told again in words that end at a unit: of somebody or something else, in a place of its own where one is told last."""
    units = scene.units
    placed = units[head - 1].lower in ("in", "at") and "destination" in scene.kinds[head]
    for last in (head - 2, head) if placed else (head,):
        first = _standing(scene, hit, last)
        other = _same_again(scene, hit, first) if first is not None else _second(scene, hit, last)
        if other is not None:
            place = units[head].span if last != head else None
            return replace(other, trigger=(last if first is None else first, head), place=place)
    return None


def _standing(scene: Scene, hit: Hit, last: int) -> int | None:
    """Where the words open that stand for the thing told before: "and the third in Torv", ", that in Torv"; None where none do."""
    units = scene.units
    if last <= hit.trigger[1] or units[last].lower not in scene.words["standing"]:
        return None
    k = last
    while units[k - 1].lower in ("the", "a") or (units[k].lower == "one" and units[k - 1].lower in scene.words["standing"]):
        k -= 1
    joined = units[k - 1].tag == "coordinator" or units[k - 1].text in (";", ",")
    return k if joined and any(dated(u) for u in units[hit.trigger[1] : k]) else None


def _same_again(scene: Scene, hit: Hit, first: int) -> Hit:
    """What the verb before tells of one thing, told of another of its kind."""
    span = scene.units[first].span if hit.theme_span is not None else None
    agents = tuple((role, k) for role, k in hit.agents if hit.clause is not None and k < hit.clause.verb.start)
    return replace(hit, theme=None, theme_span=span, agents=agents)


def _closes(units: Sequence[Unit], k: int) -> bool:
    return (
        k >= len(units)
        or units[k].text in (".", ";", ",", ":")
        or units[k].tag in ("coordinator", "subordinator")
        or units[k].lower == "after"
        or (units[k].lower == "of" and k + 1 < len(units) and units[k + 1].tag == "time")  # "in May of that year"
    )


def _again(hit: Hit, trigger: tuple[int, int], time: Span) -> Hit:
    return replace(hit, trigger=trigger, clause=None, theme=None, nominal=True, time=time, like=hit)


def _second(scene: Scene, hit: Hit, head: int) -> Hit | None:
    """The event with another doer or another theme, whose noun phrase must stand right behind "and", a comma or a semicolon."""
    units, frame = scene.units, hit.frame
    start = phrase_start(units, head, hit.trigger[1])
    partner = start - 1 > hit.trigger[1] and units[start - 1].lower == "with"
    if start - 1 > hit.trigger[1] and units[start - 1].lower in ("by", "with", "to", "in"):
        start -= 1
    joined = start > hit.trigger[1] and (units[start - 1].tag == "coordinator" or units[start - 1].text in (";", ","))
    if not joined or not any(dated(u) for u in units[hit.trigger[1] : start]):
        return None
    if scene.kinds[head] & frame.theme and frame.theme:
        return replace(hit, theme=head, theme_span=units[head].span)
    if not (is_actor(units[head]) or scene.kinds[head] & {"parliament"}) or frame.theme_role or scene.kinds[head] & {"place"}:
        return None
    if frame.type == "visit" and "destination" in scene.kinds[head]:
        return replace(hit, theme=head, theme_span=units[head].span)
    if partner:
        own = tuple((role, k) for role, k in hit.agents if hit.clause is not None and k < hit.clause.verb.start)
        return replace(hit, theme=None, theme_span=None, agents=(*own, ("party", head)))
    owners = [k for k in modifiers(units, head) if is_actor(units[k])]
    return replace(hit, theme=None, agents=tuple((frame.agent_role, k) for k in ([head] if is_actor(units[head]) else owners)))


def joined(scene: Scene, hit: Hit) -> Iterator[Hit]:
    """The further agreements of one verb: "signed a treaty of friendship and a protocol on trade"."""
    units, theme = scene.units, hit.theme
    if hit.frame.type != "agreement" or theme is None or hit.like is not None or units[theme].span != hit.theme_span or hit.status:
        return
    timing = time_of(scene, hit)
    if timing is not None and timing[1] != "at":
        return
    for k in range(theme + 1, len(units)):
        if units[k].text in HARD or units[k].tag in ("relative", "subordinator", "be", "modal", "have") or _main_verb(units[k]):
            return
        first = units[k].lower.split()[0] if units[k].tag == "agreement" else ""
        own = any(dated(u) for u in units[hit.trigger[1] : k]) and any(dated(u) for u in units[k + 1 : k + 3])
        if "agreement" in scene.kinds[k] and _listed(units, k, first) and not own:  # what has a day of its own is told by `shortened`
            span = units[k].span
            time = timing[0] if timing else None
            yield replace(hit, trigger=(k, k + 1), clause=None, theme=k, theme_span=span, nominal=True, time=time, like=hit, together=True)


def _main_verb(unit: Unit) -> bool:
    return unit.tag == "verb" and unit.form("ing", "part") is None


def _listed(units: Sequence[Unit], k: int, first: str) -> bool:
    """Whether an agreement is a new one behind "and" or a comma: "and a protocol"."""
    at = k if first in ("a", "an", "another", "two", "three") else k - 1
    new = first in ("a", "an", "another") or (at > 0 and units[at].lower in ("a", "an", "another"))
    return new and (units[at - 1].tag == "coordinator" or units[at - 1].text == ",")


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
