"""Events told so long before or after another: "took effect on Monday, 14 years to the day after the first was signed"."""

import re
from collections.abc import Sequence

from tieline.extract.events.frame.dates import dated, role
from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.events.when.clause_times import clause_time
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.unit import Unit
from tieline.model.span import Span
from tieline.model.time import TimeMention

SIGNS = {"after": "-", "before": "+"}
OPPOSITE = {"after": "+", "before": "-"}
GONE = frozenset(("be", "pass", "elapse"))  # "it is two years since", "two years have passed since"
ASIDE, REACH = 4, 12  # words behind the verb in which the length stands; and from it to the date
_BESIDE = frozenset(("determiner", "'s", "actor", "noun", "agreement", "pronoun", "number"))
_LENGTH = re.compile(r"P\d{1,4}[DWMY]")


def offset(scene: Scene, hit: Hit) -> tuple[Span, str] | None:
    """The time of the event that another one is counted from, and how far the one lies from it: "-P14Y", "-P14Y!" for "to the day"."""
    clause = hit.clause
    if hit.nominal:
        return _of_noun(scene, hit)
    counted = _from_behind(scene, hit)
    if counted is not None:
        return counted
    while clause is not None and clause.kind == "infinitive":
        clause = clause.parent
    own = clause_time(scene, hit.clause) if hit.clause is not None else None
    if clause is None or own or clause.left < 2 or scene.units[clause.left - 1].lower not in SIGNS:
        return None
    at = clause.left - 2
    exact = at > 2 and [u.lower for u in scene.units[at - 2 : at + 1]] == ["to", "the", "day"]
    length = _length(scene.units, at - 3 if exact else at)
    base = _base(scene, clause) if length else None
    if length is None or base is None:
        return None
    return base, SIGNS[scene.units[clause.left - 1].lower] + length + ("!" if exact else "")


def _of_noun(scene: Scene, hit: Hit) -> tuple[Span, str] | None:
    """The same for an event told by a noun: "began a visit on Monday, eleven months after the queen's journey to Lima"."""
    units = scene.units
    k = _opening(scene, hit) - 1
    length = _length(units, k - 1) if k > 0 and units[k].lower in SIGNS else None
    main = next((one for one in scene.clauses if one.kind == "main" and one.verb.start < k), None)
    found = clause_time(scene, main) if length and main is not None else None
    if length is None or found is None or not (found[1] in ("at", "since") and units[found[0]].start < units[k].start):
        return None
    return units[found[0]].span, SIGNS[units[k].lower] + length


def _from_behind(scene: Scene, hit: Hit) -> tuple[Span, str] | None:
    """The same for an event told before what it is counted from: "took effect three months after it was signed on 5 May 2009"."""
    units, clause = scene.units, hit.clause
    end = clause.verb.end if clause is not None else len(units)
    k = next((k for k in range(end, min(end + ASIDE, len(units) - 1)) if _length(units, k) and units[k + 1].lower in SIGNS), None)
    if k is None or any(units[m].tag in ("verb", "sign", "coordinator") for m in range(end, k)):
        return None
    base = next((m for m in range(k + 2, min(k + REACH, len(units))) if dated(units[m]) or units[m].text in (",", ";")), None)
    if base is None or not dated(units[base]) or role(scene, base) != "at":
        return None
    return units[base].span, OPPOSITE[units[k + 1].lower] + str(_length(units, k))


def years_since(scene: Scene, hit: Hit) -> int | None:
    """How many years back an event lies from which a sentence counts to now: "Ten years after they signed it, trade has doubled"."""
    clause = hit.clause
    opening = _opening(scene, hit) if hit.nominal else clause.left if clause is not None else 0
    if opening < 2 or scene.units[opening - 1].lower not in ("after", "since"):
        return None
    length = _length(scene.units, opening - 2) if scene.units[opening - 1].lower == "after" else _gone_by(scene, opening - 1)
    counted = hit.nominal or clause is None or clause_time(scene, clause) is None
    if length is None or not length.endswith("Y") or not counted or _base(scene, clause):
        return None
    main = next((one for one in scene.clauses if one.kind == "main"), None)
    now = main is not None and (main.verb.form == "present" or main.verb.perfect) and not main.verb.modal and main.verb.form != "past"
    return int(length[1:-1]) if now else None


def _gone_by(scene: Scene, since: int) -> str | None:
    """The length that is told to lie between an event and now: "it is two years since", "two years have passed since"."""
    above = next((one for one in reversed(scene.clauses) if one.verb.end <= since), None)
    if above is None or above.verb.lemma not in GONE or above.verb.modal or above.verb.negated:
        return None
    opening = above.verb.end if above.verb.lemma == "be" else above.left  # "the first in two years since": no such length
    lengths = [_length(scene.units, k) for k in range(opening, min(since, opening + ASIDE if above.verb.lemma == "be" else since))]
    if above.verb.lemma == "be" and any(u.tag == "preposition" for u in scene.units[opening:since]):
        return None
    told = [length for length in lengths if length]
    return told[0] if len(told) == 1 else None


def _opening(scene: Scene, hit: Hit) -> int:
    """Where the words of an event noun begin behind their preposition: "after the entry into force of"."""
    k = hit.trigger[0] - 1
    while k > 0 and scene.units[k].tag in _BESIDE and scene.units[k].lower not in SIGNS:
        k -= 1
    return k + 1


def _length(units: Sequence[Unit], k: int) -> str | None:
    mention = units[k].mention if k >= 0 else None
    value = mention.timex3.value if isinstance(mention, TimeMention) else None
    return value if value and _LENGTH.fullmatch(value) else None


def _base(scene: Scene, clause: Clause | None) -> Span | None:
    """The time of the clause on which it hangs, else of the main clause behind it."""
    at = scene.clauses.index(clause) if clause is not None else 0
    near = [clause.parent] if clause is not None and clause.parent is not None else []
    rest = scene.clauses[at + 1 :] if clause is not None else scene.clauses
    for one in [*near, *reversed(scene.clauses[:at]), *rest]:
        found = clause_time(scene, one)
        if found is not None and found[1] == "at":
            return scene.units[found[0]].span
    return None
