"""When and where: which time and place of a sentence belong to an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.unit import Unit
from tieline.model.span import Span
from tieline.model.time import TimeMention

if TYPE_CHECKING:
    from tieline.extract.events.scene import Hit, Scene

DECLARED = frozenset(("restored", "severed", "established", "upgraded", "downgraded", "switched"))  # done by saying so
ANNOUNCED = frozenset(("dispute.expulsion", "dispute.hostile"))  # steps told on the day on which they are taken
OWN_TIMES = frozenset(("since", "although", "though", "because", "after", "before", "until"))
ONCE = frozenset(("visit", "meeting", "summit"))


def time_of(scene: Scene, hit: Hit) -> tuple[Span, str] | None:
    """The time that belongs to an event, and its role (at, since, by, before, from, ...)."""
    if hit.time is not None:
        return hit.time, "at"
    if hit.status is not None and hit.clause is not None:
        return _span_of(scene, _begun(scene, hit)) if hit.status == "ongoing" and hit.nominal else None
    found = _place_of_time(scene, hit) if hit.place is None else None
    if found is not None:
        k = _finer(scene, found[0])
        return scene.units[k].span, found[1] if k == found[0] else role(scene, k)
    if scene.said_at is not None and hit.clause is not None and not hit.nominal and _refers_back(scene, hit.clause):
        return scene.said_at, "at"
    return None


def _span_of(scene: Scene, found: tuple[int, str] | None) -> tuple[Span, str] | None:
    return (scene.units[found[0]].span, found[1]) if found is not None else None


def _finer(scene: Scene, k: int) -> int:
    """The day or month whose year stands behind it: "on 26 March of that year" is a day of March."""
    units = scene.units
    return k - 2 if k >= 2 and units[k - 1].lower == "of" and dated(units[k - 2]) else k


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
    for k in range(start, min(start + 12, len(units))):
        if units[k].lower in scene.words["scheduled"]:
            behind = [m for m in range(k + 1, min(k + 4, len(units))) if dated(units[m])]
            return behind[0] if behind else None
        told = hit.clause is not None and not hit.nominal and k == hit.clause.verb.start
        if told or units[k].tag in ("be", "modal", "have", "subordinator"):
            break
    return None


def _place_of_time(scene: Scene, hit: Hit) -> tuple[int, str] | None:
    ahead = scheduled(scene, hit)
    if ahead is not None:
        return ahead, "at"
    began = _begun(scene, hit) if hit.frame.type in ONCE else None
    if began is not None:
        return began
    if hit.nominal:
        near = _beside(scene, hit)
        if near is not None and role(scene, near) == "since" and hit.frame.type in ONCE:
            near = None  # "the first visit since 1999"
        if near is not None:
            if near < hit.trigger[0]:
                return near, "at"  # "before the April 9 meeting": the meeting is on April 9
            starting = any(scene.units[k].form("ing") in ("start", "begin") for k in range(hit.trigger[1], near))
            return near, "from" if starting else role(scene, near)
    clause = hit.clause
    if clause is None:
        found = [k for k in range(len(scene.units)) if dated(scene.units[k]) and not _of_clause_between(scene, hit, k)]
        return (found[0], role(scene, found[0])) if len(found) == 1 else None
    if (
        hit.nominal
        and hit.trigger[0] < clause.verb.start
        and clause.verb.lemma not in scene.words["light"]
        and not _told_done(scene, hit, clause)
    ):
        return None
    behind = scene.reaching(clause, hit.trigger[1]) if not hit.nominal else None
    time = (clause_time(scene, behind) if behind is not None else None) or _of_clause(
        scene, clause, declared=not hit.nominal and (hit.frame.stage in DECLARED or hit.frame.id in ANNOUNCED)
    )
    if time is not None and time[1] == "since" and not hit.nominal and clause.kind == "infinitive" and hit.frame.type in ONCE:
        return None  # "the first premier to visit Lima since 1978"
    if time is not None and hit.nominal and any(scene.units[k].lower in scene.words["occasions"] for k in range(hit.trigger[1], time[0])):
        return None  # the time of another visit in the same sentence
    return time


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
    found = clause_time(scene, clause)
    return (found[0], "from") if found is not None and found[1] == "at" else None


def dated(unit: Unit) -> bool:
    """Whether a unit is a time that can be a date."""
    mention = unit.mention
    if not isinstance(mention, TimeMention) or (mention.timex3.value or "").endswith("_REF"):
        return False
    return mention.time is not None or mention.timex3.type in ("DATE", "TIME")


def role(scene: Scene, k: int) -> str:
    """What the preposition before a time makes of it."""
    units, roles = scene.units, scene.words.tables["times"]
    for m in range(k - 1, max(-1, k - 3), -1):
        if units[m].lower in roles:
            return str(roles[units[m].lower])
        if units[m].tag not in ("determiner", "adverb"):
            break
    return "at"


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
        if units[k].tag in ("preposition", "verb", "sign") and units[k].lower != "for" and not describes:
            break
    return None


def clause_time(scene: Scene, clause: Clause) -> tuple[int, str] | None:
    """The time of a clause's own words, the nearest behind the verb first."""
    late = not_until(scene, clause)
    if late is not None:
        return late, "at"
    close = clause.verb.start - 1
    while close > clause.left and scene.units[close].tag == "adverb":
        close -= 1
    within = next((k for k in range(clause.verb.start + 1, clause.verb.head) if dated(scene.units[k])), None)
    if within is not None:
        return within, "at"  # "had in 2018 come up with"
    if close >= clause.left and dated(scene.units[close]) and role(scene, close) == "at" and not _of_thing(scene, close):
        return close, "at"  # "Orsenda on Sunday recalled its envoy in protest at the vote on Friday"
    inside = [
        k
        for k in range(clause.verb.end, clause.right)
        if dated(scene.units[k])
        and not clause.verb.end <= scene.gap < k
        and not _counted_from(scene, k)
        and not _in_apposition(scene, clause, k)
        and not _behind_relative(scene, clause, k)
        and scene.units[max(0, k - 2)].lower != "instead"
        and role(scene, k) not in ("until", "within")
        and not (role(scene, k) == "since" and _plain_past(clause))  # "met in Lima, the first such talks since 2009"
        and not _of_thing(scene, k)
        and not _first_since(scene, k)
    ]
    ahead = [
        k
        for k in (*range(clause.fronted), *range(clause.left, clause.verb.start))
        if dated(scene.units[k]) and not _of_thing(scene, k) and not _of_aside(scene, clause, k)
    ]
    others = scene.words["times_of_others"]
    if inside and not (ahead and any(u.lower in others for u in scene.units[clause.verb.end : inside[0] - 2])):
        return inside[0], role(scene, inside[0])
    if ahead:
        return ahead[-1], role(scene, ahead[-1])
    return None


def _in_apposition(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether a date stands in what is said of somebody named: "met X, a key player in the opening to Orsenda in 1972"."""
    units = scene.units
    comma = next((m for m in range(k - 1, clause.verb.end, -1) if units[m].text == ","), None)
    if comma is None or comma + 3 >= k or units[comma - 1].tag != "actor":
        return False
    opened = units[comma + 1].tag == "determiner" or units[comma + 1].lower.startswith(("a ", "an ", "the "))
    return opened and any(u.tag == "preposition" for u in units[comma + 2 : k - 1])


def _behind_relative(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether a date stands behind an aside with "who", and belongs to the verb before it: "received X, who is on a visit, on May 3"."""
    units = scene.units
    if clause.kind != "relative" or clause.left < 2 or units[clause.left - 2].text != ",":
        return False
    lead = k - 2 if units[k - 1].tag == "preposition" else k - 1
    outer = next((c for c in scene.clauses if c.kind == "main" and c.verb.end <= clause.left), None)
    return units[lead].text == "," and outer is not None and not any(dated(u) for u in units[: clause.left])


def _first_since(scene: Scene, k: int) -> bool:
    """Whether a time only says how long something had not been: "for the first time since 2019"."""
    before = [u.lower for u in scene.units[max(0, k - 4) : k] if u.tag != "determiner"]
    return before[-1:] == ["since"] and any(word.endswith("time") for word in before)


def _of_aside(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether a date before a verb is told of something else: "At the crossing, reopened in August 2017, the premiers laid ..."."""
    return any(c is not clause and _is_aside(c) and c.verb.end <= k < c.right and c.verb.start < clause.verb.start for c in scene.clauses)


def _is_aside(clause: Clause) -> bool:
    """Whether a clause has its own time and lends it to none: "in her first trip since she took office a year ago"."""
    return clause.kind in ("participle", "relative") or (clause.kind == "subordinate" and clause.link in OWN_TIMES)


def _plain_past(clause: Clause) -> bool:
    return _past(clause) and not (clause.verb.passive or clause.verb.lemma == "be")


def _past(clause: Clause) -> bool:
    verb = clause.verb
    return verb.form == "past" and verb.finite and not (verb.perfect or verb.progressive)


def _of_thing(scene: Scene, k: int) -> bool:
    """Whether a date is part of the name of a text: "amended the treaty of 1998", "the treaty of friendship of 31 May 1998"."""
    if named_by(scene, k):
        return True
    if k < 2 or scene.units[k - 1].lower != "of":
        return False
    m = k - 2
    while m > max(0, k - 8) and scene.units[m].tag != "agreement" and scene.units[m].tag in ("noun", "preposition", "determiner", "actor"):
        m -= 1
    return scene.units[m].tag == "agreement"


def named_by(scene: Scene, k: int) -> bool:
    """Whether a year stands in the name of a thing: "terminated a 1956 treaty", "the June 2019 memorandum"."""
    units = scene.units
    if k < 1 or k + 1 >= len(units) or not units[k].text[-4:].isdigit() or units[k - 1].tag not in ("determiner", "'s"):
        return False
    return units[k + 1].tag in ("noun", "agreement")


def not_until(scene: Scene, clause: Clause) -> int | None:
    """The date at which something came at last: "was not ratified until May 2011"."""
    if not clause.verb.negated:
        return None
    units = scene.units
    reach = min(max(clause.right, clause.verb.end + 4), len(units))  # "until" may be read as the opening of another clause
    return next((k for k in range(clause.verb.end + 1, reach) if dated(units[k]) and role(scene, k) == "until"), None)


def _of_clause(scene: Scene, clause: Clause, *, declared: bool = False) -> tuple[int, str] | None:
    """The time of a clause, else that of the clause on which it hangs."""
    current: Clause | None = clause
    for _ in range(4):
        if current is None:
            break
        found = clause_time(scene, current)
        if found:
            return found
        named = _named_year(scene, current)
        if named is not None:
            return named, "at"
        later = behind_aside(scene, current)
        later = behind_gerund(scene, current) if later is None else later
        if later is not None:
            return later, role(scene, later)
        occasion = _when(scene, current)
        if occasion is not None:
            return occasion
        current = _source(scene, current, declared=declared)
    if declared and clause.verb.perfect and clause.kind == "main":
        said = _said_behind(scene, clause)
        if said is not None:
            return said
    lead = next((k for k in range(min(4, len(scene.units))) if dated(scene.units[k]) and not _of_thing(scene, k)), None)
    if lead is not None and clause.kind in ("main", "infinitive") and lead < clause.verb.start and not clause.verb.negated:
        return lead, role(scene, lead)
    return None


def time_above(scene: Scene, clause: Clause) -> tuple[int, str] | None:
    """The time of a clause or of those on which it hangs."""
    return _of_clause(scene, clause)


def _counted_from(scene: Scene, k: int) -> bool:
    """Whether a time only opens a phrase: "the day after the announcement in Lima"."""
    units = scene.units
    return (
        units[k].lower.endswith((" after", " before"))
        and k + 2 < len(units)
        and units[k + 1].tag in ("determiner", "actor")
        and not any(u.tag in ("verb", "be", "have", "modal") for u in units[k + 1 : k + 5])
    )


def behind_aside(scene: Scene, clause: Clause) -> int | None:
    """The time of a clause behind an aside: "withdrew from the pact, to which Orsenda never belonged, in 1977"."""
    units, at = scene.units, scene.clauses.index(clause)
    if at + 1 >= len(scene.clauses) or not clause.verb.finite or clause.verb.end >= len(units):
        return None
    aside = scene.clauses[at + 1]
    opens = next((k for k in range(clause.verb.end, aside.verb.start) if units[k].text == ","), None)
    if opens is None or (aside.kind == "main" and units[opens + 1].tag == "coordinator"):
        return None
    for k in range(aside.verb.end + 1, len(units)):
        if units[k].text in (";", ":") or (units[k].text == "," and units[k + 1 : k + 2] and units[k + 1].tag == "coordinator"):
            return None
        lead = k - 2 if units[k - 1].tag == "preposition" else k - 1
        if dated(units[k]) and lead > aside.verb.start and units[lead].text == "," and _ends(scene, k + 1):
            return k if not any(c.verb.start > aside.verb.start and c.verb.finite for c in scene.clauses[at + 2 :]) else None
    return None


def behind_gerund(scene: Scene, clause: Clause) -> int | None:
    """The time that ends a sentence behind a topic told by a gerund: "signed a pact on training nurses, and on clinics in 2016"."""
    units, last = scene.units, len(scene.units) - 1
    while last > clause.verb.end and units[last].tag == "sign":
        last -= 1
    if clause.kind != "main" or not _past(clause) or not dated(units[last]) or role(scene, last) != "at":
        return None
    behind = scene.clauses[scene.clauses.index(clause) + 1 :]
    topics = all(c.kind == "participle" and c.verb.form == "ing" and units[c.verb.start - 1].tag == "preposition" for c in behind)
    return last if behind and topics and units[last - 1].tag == "preposition" else None


def _when(scene: Scene, clause: Clause) -> tuple[int, str] | None:
    """The time of what something to come goes with: "will be signed when the premier visits Lima in May"."""
    if not clause.verb.modal:
        return None
    behind = next((c for c in scene.clauses if c.parent is clause and c.link == "when" and c.kind == "subordinate"), None)
    found = clause_time(scene, behind) if behind is not None and behind.verb.form == "present" else None
    return found if found is not None and found[1] == "at" else None


def _ends(scene: Scene, k: int) -> bool:
    units = scene.units
    if k >= len(units) or units[k].text in (".", ";"):
        return True
    closing = next((c for c in scene.clauses if k < c.verb.start <= k + 4), None)  # "..., on March 10, the ministry said"
    return units[k].text == "," and closing is not None and closing.verb.lemma in scene.words["spoken"]


def _said_behind(scene: Scene, clause: Clause) -> tuple[int, str] | None:
    """The time at which somebody said that ties have changed: "Orsenda has cut relations, its president said on Monday"."""
    at = scene.clauses.index(clause)
    said = scene.clauses[at + 1] if at + 1 < len(scene.clauses) else None
    if said is None or said.verb.lemma not in scene.words["spoken"] or said.kind != "main" or scene.units[said.left - 1].text != ",":
        return None
    return clause_time(scene, said)


def instead(scene: Scene, hit: Hit) -> Span | None:
    """The former date in "will open in May instead of in March"."""
    clause = hit.clause
    if clause is None or hit.nominal:
        return None
    for k in range(clause.verb.end, len(scene.units)):
        if scene.units[k].lower in ("instead", "rather") and k + 1 < len(scene.units) and scene.units[k + 1].lower in ("of", "than"):
            return next((u.span for u in scene.units[k + 2 : k + 4] if dated(u)), None)
    return None


def _named_year(scene: Scene, clause: Clause) -> int | None:
    """The date in "1962, the year in which ties were established", "the decree of 3 May, by which it banned ..."."""
    units = scene.units
    if clause.link == "when" and clause.left >= 2 and clause.kind in ("relative", "subordinate"):
        k = clause.left - 2 - (units[clause.left - 2].text == ",")
        if k >= 0 and dated(units[k]):
            return k  # "since 1963, when they established relations"
    if clause.kind == "relative" and clause.left > 2 and units[clause.left - 2].lower in ("by", "under", "with"):
        return next((k for k in range(clause.left - 3, max(-1, clause.left - 8), -1) if dated(units[k])), None)
    if clause.kind != "relative" or not any(
        units[k].lower in ("year", "month", "day") for k in range(max(0, clause.left - 4), clause.left)
    ):
        return None
    return next((k for k in range(clause.left - 1, max(-1, clause.left - 8), -1) if dated(units[k])), None)


def _source(scene: Scene, clause: Clause, *, declared: bool = False) -> Clause | None:
    """The clause whose time holds for this one as well."""
    parent = clause.parent
    if clause.kind == "infinitive" or (clause.kind == "participle" and clause.verb.form == "ing"):
        return parent
    if clause.kind == "subordinate" and parent is not None:
        if clause.link in ("while", "when", "as"):
            return parent
        cleft = parent.verb.lemma == "be" and any(scene.units[k].lower == "it" for k in parent.subject)
        own = declared and parent.verb.lemma == "say"
        return parent if clause.link == "that" and (cleft or own or parent.verb.lemma in scene.words["declaring"]) else None
    if clause.kind == "main" and clause.link in ("and", ",") and not clause.verb.negated and not clause.verb.perfect:
        before = _before(scene, clause)
        return None if before is not None and clause.verb.modal and _past(before) else before
    return None


def _before(scene: Scene, clause: Clause) -> Clause | None:
    at = scene.clauses.index(clause)
    return next((c for c in reversed(scene.clauses[:at]) if c.kind == "main"), None)


def _is_destination(scene: Scene, span: Span) -> bool:
    return any(unit.span == span and "destination" in kinds for unit, kinds in zip(scene.units, scene.kinds, strict=True))


def place_of(scene: Scene, hit: Hit) -> Span | None:
    """The place where it happened: "in Beijing", "at the Great Hall"."""
    if hit.place is not None:
        return hit.place
    if hit.frame.type == "visit" and hit.theme_span is not None and _is_destination(scene, hit.theme_span):
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
