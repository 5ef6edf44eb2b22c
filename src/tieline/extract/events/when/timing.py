"""When and where: which time and place of a sentence belong to an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tieline.extract.events.frame.dates import dated, is_past, named_by, role
from tieline.extract.events.frame.infinitives import decision
from tieline.extract.events.when.clause_times import DECLARED, OWN_TIMES, clause_time, of_clause, time_of_gathering
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.unit import Unit
from tieline.model.span import Span
from tieline.model.time import TimeMention

if TYPE_CHECKING:
    from tieline.extract.events.frame.scene import Hit, Scene


SENT = "visit.sent"  # somebody is sent to a place that stands behind him
MADE, MADE_REACH = frozenset(("signed", "initialled", "concluded")), 3
ONCE = frozenset(("visit", "meeting", "summit"))
TOLD = ("occurred", "denied")  # statuses of what has a time of its own, whatever verb stands above
GATHERED = ONCE | {"negotiation"}
PLANNED = frozenset(("planned", "hypothetical", "cancelled"))
MEANT = frozenset(("infinitive", "participle"))  # clauses that tell what is planned or meant


def time_of(scene: Scene, hit: Hit) -> tuple[Span, str] | None:
    """The time that belongs to an event, and its role (at, since, by, before, from, ...)."""
    if hit.time is not None:
        return hit.time, "at"
    if hit.status in PLANNED and hit.clause is not None and not hit.nominal and hit.clause.kind in MEANT:
        return _span_of(scene, _of_plan(scene, hit.clause, hit.status))  # "announced plans to open talks in June"
    if hit.status is not None and hit.clause is not None and (hit.nominal or hit.status not in TOLD):
        return _span_of(scene, _begun(scene, hit)) if hit.status == "ongoing" and hit.nominal else None
    found = _place_of_time(scene, hit) if hit.place is None else None
    if found is not None and not _of_what_is_said(scene, hit, found[0]):
        k = _finer(scene, found[0])
        return scene.units[k].span, found[1] if k == found[0] else role(scene, k)
    decided = _when_decided(scene, hit)
    if decided is not None:
        return _span_of(scene, decided)
    if scene.said_at is not None and hit.clause is not None and not hit.nominal and _refers_back(scene, hit.clause):
        return scene.said_at, "at"
    return None


def _of_plan(scene: Scene, clause: Clause, status: str) -> tuple[int, str] | None:
    """The time of what is planned, and of plans given up the one that they were for: "dropped plans to visit Lima in June"."""
    found = clause_time(scene, clause)
    if found is None or status != "cancelled":
        return found
    given_up = scene.units[found[0]].lower.split()[0] in scene.words["near_days"] | {"last"}  # "dropped plans to visit it on Monday"
    return None if given_up else found


def _of_what_is_said(scene: Scene, hit: Hit, k: int) -> bool:
    """Whether a time is that of what is thought of a step, and not its own: "welcomed the lifting of the ban on Monday"."""
    clause = hit.clause
    if clause is not None and hit.nominal:
        behind = clause.verb.end <= hit.trigger[0] < k - 1 and clause.verb.lemma in scene.words["judging"]
        return behind and scene.units[k].lower.split()[0] in scene.words["near_days"]
    noun = decision(scene, clause) if clause is not None else None
    if noun is None or k >= noun - 2:
        return False
    told = next((c for c in reversed(scene.clauses) if c.verb.end <= noun), None)
    return told is not None and told.verb.lemma in scene.words["judging"]


def _when_decided(scene: Scene, hit: Hit) -> tuple[int, str] | None:
    """The time beside the decision to do something, which has none of its own: "the decision by Orsenda in May to raise duties"."""
    noun = decision(scene, hit.clause) if hit.clause is not None and not hit.nominal else None
    if noun is None or hit.clause is None:
        return None
    near = (*range(noun + 1, hit.clause.verb.start), noun - 1, noun - 2)
    at = next((k for k in near if k >= 0 and dated(scene.units[k])), None)
    return (at, "at") if at is not None else None


def _span_of(scene: Scene, found: tuple[int, str] | None) -> tuple[Span, str] | None:
    return (scene.units[found[0]].span, found[1]) if found is not None else None


def _finer(scene: Scene, k: int) -> int:
    """The day or month whose year stands behind it: "on 26 March of that year" is a day of March."""
    units = scene.units
    if k + 3 < len(units) and units[k + 1].text == "," and units[k + 2].lower == "on" and _is_week(units[k]) and dated(units[k + 3]):
        return k + 3  # "last week, on 11 July"
    return k - 2 if k >= 2 and units[k - 1].lower == "of" and dated(units[k - 2]) else k


def _is_week(unit: Unit) -> bool:
    return isinstance(unit.mention, TimeMention) and unit.mention.time is not None and unit.mention.time.grain in ("week", "month")


def _refers_back(scene: Scene, clause: Clause) -> bool:
    """Whether a sentence goes on from the words reported before it: "He made the remarks while holding talks with ..."."""
    opening = scene.clauses[0]
    if opening.verb.lemma not in scene.words["resuming"] or clause.kind not in ("subordinate", "participle"):
        return False
    return opening.verb.lemma == "speak" or any(scene.units[p.head].lower in scene.words["remarks"] for p in opening.after)


def scheduled(scene: Scene, hit: Hit) -> int | None:
    """The date for which a theme is set: "the summit, scheduled for May 3"."""
    units = scene.units
    start = hit.theme if hit.theme is not None and not hit.nominal else hit.trigger[1]
    if hit.frame.type in GATHERED and (held := _to_be_held(scene, hit)) is not None:
        return held
    for k in range(start, min(start + 12, len(units))):
        if units[k].lower in scene.words["scheduled"]:
            behind = [m for m in range(k + 1, min(k + 6, len(units))) if dated(units[m]) and not _stops(scene, k, m)]
            return behind[0] if behind else None
        told = hit.clause is not None and not hit.nominal and k == hit.clause.verb.start
        own = not hit.nominal and hit.clause is not None and k >= hit.clause.verb.end and dated(units[k])
        if told or own or units[k].text == ";" or units[k].tag in ("be", "modal", "have", "subordinator"):
            break
    return None


def _to_be_held(scene: Scene, hit: Hit) -> int | None:
    """The date at which a gathering is told to be or to have been held: "will attend a summit to be held in Lima in May"."""
    heads = {*range(*hit.trigger), hit.theme} if hit.nominal else {hit.theme}
    clause = hit.clause
    own = clause is not None and bool({*clause.antecedent, *clause.subject} & heads)  # "the session, last held in 2008, would open in May"
    found = None if own else time_of_gathering(scene, heads - {None})
    return found[0] if found is not None else None


def _stops(scene: Scene, k: int, m: int) -> bool:
    """Whether a sign or a verb stands between "due" and a date."""
    return any(u.tag in ("sign", "verb", "be", "have", "modal", "coordinator") for u in scene.units[k + 1 : m])


def _place_of_time(scene: Scene, hit: Hit) -> tuple[int, str] | None:
    ahead = scheduled(scene, hit)
    if ahead is not None:
        return ahead, "at"
    named = _in_name(scene, hit)
    if named is not None:
        return named, "at"
    began = _begun(scene, hit) if hit.frame.type in ONCE else None
    if began is not None:
        return began
    beside = _of_noun(scene, hit) if hit.nominal else None
    if beside is not None:
        return beside
    return _only_time(scene, hit) if hit.clause is None else _of_its_clause(scene, hit, hit.clause)


def _of_noun(scene: Scene, hit: Hit) -> tuple[int, str] | None:
    """The time that stands beside an event noun: "the April 9 meeting", "talks starting in May"."""
    near = _beside(scene, hit)
    if near is None or (role(scene, near) == "since" and hit.frame.type in ONCE):  # "the first visit since 1999"
        return None
    if near < hit.trigger[0]:
        return near, "at"  # "before the April 9 meeting": the meeting is on April 9
    starting = any(scene.units[k].form("ing") in ("start", "begin") for k in range(hit.trigger[1], near))
    return near, "from" if starting else role(scene, near)


def _only_time(scene: Scene, hit: Hit) -> tuple[int, str] | None:
    """The one time of words without a verb."""
    found = [k for k in range(len(scene.units)) if dated(scene.units[k]) and not _of_clause_between(scene, hit, k)]
    found = [k for k in found if not _of_relative(scene, hit, k)]
    return (found[0], role(scene, found[0])) if len(found) == 1 else None


def _of_its_clause(scene: Scene, hit: Hit, clause: Clause) -> tuple[int, str] | None:
    """The time of the clause in which an event is told, where that is its time too."""
    opens = hit.nominal and hit.trigger[0] < clause.verb.start
    if opens and clause.verb.lemma not in scene.words["light"] and not _told_done(scene, hit, clause):
        return None
    behind = scene.reaching(clause, hit.trigger[1]) if not (hit.nominal or hit.frame.lone) else None  # "agreed on Monday to do it by June"
    declared = not hit.nominal and (hit.frame.stage in DECLARED or hit.frame.id in scene.words["announced"])
    time = clause_time(scene, behind) if behind is not None else None
    time = time or of_clause(scene, clause, declared=declared) or _right_after(scene, hit)
    if time is not None and time[1] == "since" and not hit.nominal and clause.kind == "infinitive" and hit.frame.type in ONCE:
        return None  # "the first premier to visit Lima since 1978"
    return None if time is not None and hit.nominal and _of_something_else(scene, hit, time[0]) else time


def _of_something_else(scene: Scene, hit: Hit, place: int) -> bool:
    """Whether a time behind an event noun is that of a relative clause, or of another occasion in the same sentence."""
    # "the signing of the accord to restore the ties that were broken in May"
    return _of_relative(scene, hit, place) or any(scene.units[k].lower in scene.words["occasions"] for k in range(hit.trigger[1], place))


def _of_relative(scene: Scene, hit: Hit, k: int) -> bool:
    """Whether a date stands in a relative clause behind an event noun that is about another noun."""
    inner = (c for c in scene.clauses if c.kind == "relative" and hit.trigger[1] <= c.verb.start and c.left <= k < c.right)
    return any(not set(c.antecedent) & set(range(*hit.trigger)) for c in inner)


def _right_after(scene: Scene, hit: Hit) -> tuple[int, str] | None:
    """The day of what was done at a meeting told behind it: "signed the pact on Monday after they held talks"."""
    clause = hit.clause
    if clause is None or hit.nominal or clause.kind != "subordinate" or clause.link != "after" or clause.parent is None:
        return None
    met = hit.frame.type in ("meeting", "summit") and is_past(clause) and is_past(clause.parent)
    found = clause_time(scene, clause.parent) if met else None
    return found if found is not None and found[1] == "at" else None


def _in_name(scene: Scene, hit: Hit) -> int | None:
    """The date before a paper of whose making an aside tells: "the May 2019 pact signed by the two"."""
    clause, k = hit.clause, hit.theme
    if clause is None or hit.nominal or clause.kind != "participle" or hit.frame.stage not in MADE or not k:
        return None
    back = k - 1
    while back > 0 and scene.units[back].tag in ("noun", "actor") and k - back < MADE_REACH:
        back -= 1
    return back if dated(scene.units[back]) and named_by(scene, back) and clause_time(scene, clause) is None else None


def _of_clause_between(scene: Scene, hit: Hit, k: int) -> bool:
    """Whether a clause with a time of its own opens between an event noun and a date: "his first trip since he took over a year ago"."""
    return any(c.kind == "subordinate" and c.link in OWN_TIMES and hit.trigger[1] <= c.verb.start < k for c in scene.clauses)


def _told_done(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether a step is done by being told: "the launch of talks was announced on Friday"."""
    return hit.frame.stage in DECLARED | {"launched", "concluded"} and clause.verb.passive and clause.verb.lemma in scene.words["declaring"]


def _begun(scene: Scene, hit: Hit) -> tuple[int, str] | None:
    """The time at which a stay told by a noun began, told behind it: "his two-day trip, which began on Sunday, ..."."""
    end = hit.trigger[1]
    clause = next((c for c in scene.clauses if c.kind in ("relative", "participle") and end <= c.verb.start <= end + 6), None)
    if clause is None or clause.verb.lemma not in scene.words["running"] or clause.verb.negated:
        return None
    if clause.antecedent and not set(clause.antecedent) & set(range(hit.trigger[0], end)):
        return None  # "her arrival completes a thaw that began in 2016"
    found = clause_time(scene, clause)
    return (found[0], "from") if found is not None and found[1] == "at" else None


def _beside(scene: Scene, hit: Hit) -> int | None:
    """A time in the noun phrase of a nominal trigger: "a state visit to Beijing in September"."""
    units = scene.units
    for k in range(hit.trigger[1], min(hit.trigger[1] + 14, len(units))):
        if dated(units[k]) and role(scene, k) != "within" and not named_by(scene, k):
            return k
        if units[k].tag in ("modal", "be", "have", "relative", "subordinator") or units[k].text in (";", ":", "—"):
            break
        if units[k].lower in scene.words["times_of_others"] and not any(dated(u) for u in units[k + 1 : k + 3]):
            break  # "her first visit since the collapse of the talks in May"
        if units[k].tag == "verb":
            opening = units[k].form("ing") in ("start", "begin") and units[k - 1].text == ","
            if not opening and units[k].form("part") not in ("plan", "schedule", "set"):
                break
    start = hit.trigger[0] - 1
    for k in range(start, max(-1, start - 4), -1):
        if dated(units[k]):
            return k
        describes = units[k].tag == "verb" and units[k].form("ing") is not None  # "the April 9 policymaking meeting"
        if units[k].tag in ("preposition", "verb", "sign", "determiner") and units[k].lower != "for" and not describes:
            break
    return None


def instead(scene: Scene, hit: Hit) -> Span | None:
    """The former date in "will open in May instead of in March"."""
    clause = hit.clause
    if clause is None or hit.nominal:
        return None
    for k in range(clause.verb.end, len(scene.units)):
        if scene.units[k].lower in ("instead", "rather") and k + 1 < len(scene.units) and scene.units[k + 1].lower in ("of", "than"):
            return next((u.span for u in scene.units[k + 2 : k + 4] if dated(u)), None)
    return None


def promised_at(scene: Scene, hit: Hit) -> Span | None:
    """When it was agreed or promised to do it: "agreed last month to reopen the missions in March"."""
    clause = hit.clause
    parent = clause.parent if clause is not None and not hit.nominal and clause.kind in ("infinitive", "subordinate") else None
    if parent is None or parent.verb.lemma not in scene.words["agreed_that"] | scene.words["spoken"] | scene.words["settled"]:
        return None
    found = clause_time(scene, parent) if is_past(parent) else None
    return scene.units[found[0]].span if found is not None and found[1] == "at" else None


def _is_destination(scene: Scene, span: Span) -> bool:
    return any(unit.span == span and "destination" in kinds for unit, kinds in zip(scene.units, scene.kinds, strict=True))


def place_of(scene: Scene, hit: Hit) -> Span | None:
    """The place where it happened: "in Beijing", "at the Great Hall"."""
    if hit.place is not None:
        return hit.place
    if hit.frame.id == SENT and "destination" in scene.kinds[hit.trigger[1] - 1]:
        return scene.units[hit.trigger[1] - 1].span
    if hit.frame.type == "visit" and hit.theme_span is not None and _is_destination(scene, hit.theme_span):
        return hit.theme_span
    low = hit.trigger[1] if hit.clause is None or hit.nominal else hit.clause.verb.end
    high = min(len(scene.units), low + 16) if hit.clause is None or hit.nominal else hit.clause.right
    high = scene.gap if low <= scene.gap < high else high  # what stands behind is the place of the second half
    for k in range(low, high):
        if scene.kinds[k] & {"destination"} and k > 0 and scene.units[k - 1].lower in ("in", "at"):
            return scene.units[k].span
        if hit.nominal and (scene.units[k].tag in ("modal", "be", "have") or _goes_on_elsewhere(scene, k)):
            break
    if hit.clause is not None and not hit.nominal:
        for k in range(hit.clause.left, hit.clause.verb.start):
            if scene.kinds[k] & {"destination"} and k > 0 and scene.units[k - 1].lower in ("in", "at"):
                return scene.units[k].span
    return None


def _goes_on_elsewhere(scene: Scene, k: int) -> bool:
    """Whether "and" leads to another place, which is not that of the event noun before: "met during his visit and in Accra"."""
    return scene.units[k].tag == "coordinator" and scene.units[min(k + 1, len(scene.units) - 1)].lower in ("in", "at")
