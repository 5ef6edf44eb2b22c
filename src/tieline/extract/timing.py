"""When and where: which time and place of a sentence belong to an event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tieline.extract.clauses import Clause
from tieline.extract.units import Unit
from tieline.model.span import Span
from tieline.model.time import TimeMention

if TYPE_CHECKING:
    from tieline.extract.events import Hit, Scene

ROLES = {
    "since": "since",
    "until": "until",
    "till": "until",
    "by": "by",
    "before": "before",
    "after": "after",
    "from": "from",
    "within": "within",
}


def time_of(scene: Scene, hit: Hit) -> tuple[int, str] | None:
    """The place of the time that belongs to an event, and its role (at, since, by, before, from, ...)."""
    if hit.nominal:
        near = _beside(scene, hit)
        if near is not None:
            return near, role(scene.units, near)
    clause = hit.clause
    if clause is None:
        found = [k for k in range(len(scene.units)) if dated(scene.units[k])]
        return (found[0], role(scene.units, found[0])) if len(found) == 1 else None
    return _of_clause(scene, clause, hit.trigger[1])


def dated(unit: Unit) -> bool:
    """Whether a unit is a time that can be a date."""
    mention = unit.mention
    if not isinstance(mention, TimeMention) or (mention.timex3.value or "").endswith("_REF"):
        return False
    return mention.time is not None or mention.timex3.type in ("DATE", "TIME")


def role(units: Sequence[Unit], k: int) -> str:
    """What the preposition before a time makes of it."""
    for m in range(k - 1, max(-1, k - 3), -1):
        if units[m].lower in ROLES:
            return ROLES[units[m].lower]
        if units[m].tag not in ("determiner", "adverb"):
            break
    return "at"


def _beside(scene: Scene, hit: Hit) -> int | None:
    """A time in the noun phrase of a nominal trigger: "a state visit to Beijing in September"."""
    units = scene.units
    for k in range(hit.trigger[1], min(hit.trigger[1] + 14, len(units))):
        if dated(units[k]):
            return k
        if units[k].tag in ("modal", "be", "have", "relative", "subordinator") or units[k].text in (";", ":", "—"):
            break
        if units[k].tag == "verb" and (hit.clause is None or k != hit.clause.verb.head):
            break
    start = hit.trigger[0] - 1
    for k in range(start, max(-1, start - 4), -1):
        if dated(units[k]):
            return k
        if units[k].tag in ("preposition", "verb", "sign"):
            break
    return None


def _of_clause(scene: Scene, clause: Clause, after: int) -> tuple[int, str] | None:
    seen = 0
    current: Clause | None = clause
    while current is not None and seen < 4:
        inside = [k for k in range(current.verb.end, current.right) if dated(scene.units[k]) and role(scene.units, k) != "until"]
        if inside:
            best = inside[0]
            return best, role(scene.units, best)
        ahead = [k for k in range(current.left, current.verb.start) if dated(scene.units[k])]
        if ahead:
            return ahead[-1], role(scene.units, ahead[-1])
        if current.kind == "infinitive" or (current.kind == "participle" and current.verb.form == "ing"):
            current = current.parent
        elif current.kind == "main" and current.link in ("and", ",") and not current.verb.negated and not current.verb.perfect:
            current = _before(scene, current)
        else:
            break
        seen += 1
    lead = next((k for k in range(min(4, len(scene.units))) if dated(scene.units[k])), None)
    if lead is not None and clause.kind in ("main", "infinitive") and lead < clause.verb.start:
        return lead, role(scene.units, lead)
    return None


def _before(scene: Scene, clause: Clause) -> Clause | None:
    at = scene.clauses.index(clause)
    return next((c for c in reversed(scene.clauses[:at]) if c.kind == "main"), None)


def place_of(scene: Scene, hit: Hit) -> Span | None:
    """The place where it happened: "in Beijing", "at the Great Hall"."""
    if hit.frame.type == "visit" and hit.theme_span is not None:
        return hit.theme_span
    low = hit.trigger[1] if hit.clause is None or hit.nominal else hit.clause.verb.end
    high = min(len(scene.units), low + 16) if hit.clause is None or hit.nominal else hit.clause.right
    for k in range(low, high):
        if scene.kinds[k] & {"destination"} and k > 0 and scene.units[k - 1].lower in ("in", "at"):
            return scene.units[k].span
        if hit.nominal and scene.units[k].tag in ("modal", "be", "have"):
            break
    if hit.clause is not None and not hit.nominal:
        for k in range(hit.clause.left, hit.clause.verb.start):
            if scene.kinds[k] & {"destination"} and k > 0 and scene.units[k - 1].lower in ("in", "at"):
                return scene.units[k].span
    return None
