"""The time of a clause: in its own words, behind an aside, or of what it hangs on."""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise
from typing import TYPE_CHECKING

from tieline.extract.events.frame.dates import dated, is_day, is_past, of_thing, role
from tieline.extract.syntax.clause import Clause
from tieline.model.time import TimeMention

if TYPE_CHECKING:
    from tieline.extract.events.frame.scene import Scene


DECLARED = frozenset(("restored", "severed", "established", "upgraded", "downgraded", "switched"))  # done by saying so
FIRST_SINCE = 14  # words before "since 2019" in which "the first time" may stand
AHEAD = frozenset(("will", "shall", "would"))
GATHERING = frozenset(("hold", "host", "convene"))
OPENING = 6  # the first words of a sentence
OWN_TIMES = frozenset(("since", "although", "though", "because", "after", "before", "until"))


def _of_means(scene: Scene, clause: Clause) -> tuple[int, str] | None:
    """The time told with what something was done by: "was hit by shells fired from Orsenda on Monday"."""
    means = [p.head for p in clause.after if p.preposition == "by"] if clause.verb.passive else []
    sent = next((c for c in scene.clauses if c.kind == "participle" and c.verb.form == "past" and set(c.subject) & set(means)), None)
    if sent is None or sent.verb.lemma not in scene.words["firing"]:
        return None
    at = next((k for k in range(sent.verb.end, sent.right) if dated(scene.units[k])), None)
    return None if at is None else (at, "at")


def clause_time(scene: Scene, clause: Clause) -> tuple[int, str] | None:
    """The time of a clause's own words, the nearest behind the verb first."""
    late = not_until(scene, clause)
    if late is not None:
        return late, "after" if role(scene, late) == "before" else "at"
    close = clause.verb.start - 1
    while close > clause.left and scene.units[close].tag == "adverb":
        close -= 1
    within = next((k for k in range(clause.verb.start + 1, clause.verb.head) if dated(scene.units[k])), None)
    if within is not None:
        return within, "at"  # "had in 2018 come up with"
    if close >= clause.left and dated(scene.units[close]) and role(scene, close) == "at" and not of_thing(scene, close):
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
        and not of_thing(scene, k)
        and not _first_since(scene, k)
        and not stood_since(scene, k)
        and not _of_reason(scene, clause, k)
    ]
    ahead = [
        k
        for k in (*range(clause.fronted), *range(clause.left, clause.verb.start))
        if dated(scene.units[k]) and not of_thing(scene, k) and not _of_aside(scene, clause, k)
    ]
    others = scene.words["times_of_others"]
    if ahead:
        inside = [k for k in inside if not _of_second(scene, k)]
    if inside and not (ahead and any(u.lower in others for u in scene.units[clause.verb.end : inside[0] - 2])):
        return inside[0], role(scene, inside[0])
    if ahead:
        return ahead[-1], role(scene, ahead[-1])
    return _behind_purpose(scene, clause) or _behind_aim(scene, clause) or _of_means(scene, clause) or _before_did(scene, clause)


def _before_did(scene: Scene, clause: Clause) -> tuple[int, str] | None:
    """The time with which a sentence opens that turns its verb about: "Not until 2012 did the treaty, signed in 2009, come into force"."""
    units = scene.units
    opened = len(units) > OPENING and units[0].lower in ("not", "only") and clause.kind == "main"
    did = next((k for k in range(2, OPENING) if units[k].lower == "did"), None) if opened else None
    return (did - 1, "at") if did is not None and did < clause.verb.start and dated(units[did - 1]) else None


def _of_second(scene: Scene, k: int) -> bool:
    """Whether a date opens a second half: "On 24 May it signed a pact with Orsenda, and on 9 June one with Halidor"."""
    lead = k - 2 if k > 1 and scene.units[k - 1].tag == "preposition" else k - 1
    return lead >= 0 and scene.units[lead].tag == "coordinator"


def _behind_purpose(scene: Scene, clause: Clause) -> tuple[int, str] | None:
    """The day of an occasion told behind what a paper is on: "signed a protocol on expanding trade at a Jan. 5 meeting"."""
    units = scene.units
    nxt = next((c for c in scene.clauses if c.verb.start >= clause.right - 1 and c is not clause), None)
    if nxt is None or nxt.kind != "participle" or nxt.verb.form != "ing" or nxt.verb.start < 2:
        return None
    if units[nxt.verb.start - 1].lower not in ("on", "for", "of") or units[nxt.verb.start - 2].tag not in ("agreement", "noun"):
        return None
    occasions = scene.words["occasions"] | scene.words["ceremonies"]
    for k in range(nxt.verb.end, nxt.right - 1):
        led = any(u.lower in ("at", "during") for u in units[max(nxt.verb.end, k - 2) : k])
        if dated(units[k]) and led and units[k + 1].lower in occasions:
            return k, "at"
    return None


def _behind_aim(scene: Scene, clause: Clause) -> tuple[int, str] | None:
    """A day just gone that is told behind what a thing is for: "won a contract to supply trams to Orsenda on Monday"."""
    units = scene.units
    aim = next((c for c in scene.clauses if c.parent is clause and c.kind == "infinitive" and c.left == clause.right), None)
    if aim is None or clause.kind != "main" or not is_past(clause) or units[aim.left - 1].tag not in ("agreement", "noun"):
        return None
    at = next((k for k in range(aim.verb.end, aim.right) if dated(units[k])), None)
    if at is None or units[at].lower.split()[0] not in scene.words["near_days"] | {"last"}:
        return None
    return (at, "at") if role(scene, at) == "at" else None


def _in_apposition(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether a date stands in what is said of somebody named: "met X, a key player in the opening to Orsenda in 1972"."""
    units = scene.units
    comma = next((m for m in range(k - 1, clause.verb.end, -1) if units[m].text == ","), None)
    if comma is None or comma + 3 >= k or units[comma - 1].tag != "actor":
        return False
    opened = units[comma + 1].tag == "determiner" or units[comma + 1].lower.startswith(("a ", "an ", "the "))
    return opened and any(u.tag == "preposition" for u in units[comma + 2 : k - 1])


def _of_reason(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether a time that is no day ends what a step answers: "barred them in response to sanctions imposed last month"."""
    time = scene.units[k].mention
    coarse = not isinstance(time, TimeMention) or time.time is None or time.time.grain not in ("day", "hour", "minute")
    row = scene.units[clause.verb.end : k]
    answers = any(u.lower in scene.words["reasons"] and v.tag == "preposition" for u, v in pairwise(row))
    return coarse and answers


def _behind_relative(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether a date stands behind an aside with "who", and belongs to the verb before it: "received X, who is on a visit, on May 3"."""
    units = scene.units
    if clause.kind != "relative" or clause.left < 2 or units[clause.left - 2].text != ",":
        return False
    lead = k - 2 if units[k - 1].tag == "preposition" else k - 1
    outer = next((c for c in scene.clauses if c.kind == "main" and c.verb.end <= clause.left), None)
    return units[lead].text == "," and outer is not None and not any(dated(u) for u in units[: clause.left])


def stood_since(scene: Scene, k: int) -> bool:
    """Whether a time tells since when a thing has stood that is done with now: "lifted the quota, in force since 1994"."""
    before = [u.lower for u in scene.units[max(0, k - 4) : k]]
    return before[-1:] == ["since"] and before[:1] == [","] and (before[1:2] == ["in"] or before[1:2] == ["in force"])


def _first_since(scene: Scene, k: int) -> bool:
    """Whether a time only says how long something had not been: "for the first time since 2019", "the second since 2020"."""
    before = [u.lower for u in scene.units[max(0, k - FIRST_SINCE) : k] if u.tag != "determiner"]
    firsts = any(one == "first" and other == "time" for one, other in pairwise(before))
    counted = scene.words.tables["counts"]
    return before[-1:] == ["since"] and (firsts or any(word.endswith("time") or word in counted for word in before[-4:]))


def _of_aside(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether a date before a verb is told of something else: "At the crossing, reopened in August 2017, the premiers laid ..."."""
    return any(c is not clause and _is_aside(c) and c.verb.end <= k < c.right and c.verb.start < clause.verb.start for c in scene.clauses)


def _is_aside(clause: Clause) -> bool:
    """Whether a clause has its own time and lends it to none: "in her first trip since she took office a year ago"."""
    return clause.kind in ("participle", "relative") or (clause.kind == "subordinate" and clause.link in OWN_TIMES)


def _plain_past(clause: Clause) -> bool:
    return is_past(clause) and not (clause.verb.passive or clause.verb.lemma == "be")


def not_until(scene: Scene, clause: Clause) -> int | None:
    """The date at which something came at last or is to come: "was not ratified until May 2011", "will not open before the autumn"."""
    if not clause.verb.negated:
        return None
    sooner = ("until", "before") if clause.verb.modal in AHEAD else ("until",)
    units = scene.units
    reach = min(max(clause.right, clause.verb.end + 4), len(units))  # "until" may be read as the opening of another clause
    return next((k for k in range(clause.verb.end + 1, reach) if dated(units[k]) and role(scene, k) in sooner), None)


def of_clause(scene: Scene, clause: Clause, *, declared: bool = False) -> tuple[int, str] | None:
    """The time of a clause, else that of the clause on which it hangs."""
    current: Clause | None = clause
    if _is_asked_for(scene, clause):
        return clause_time(scene, clause)
    for _ in range(4):
        if current is None:
            break
        found = clause_time(scene, current)
        if found:
            return found
        named = _named_year(scene, current)
        if named is not None:
            return named, "at"
        gathered = time_of_gathering(scene, _gatherings(scene, current))
        if gathered is not None:
            return gathered  # "signed it at a summit held in Lima in May"
        later = behind_aside(scene, current)
        later = behind_gerund(scene, current) if later is None else later
        if later is not None:
            return later, role(scene, later)
        occasion = _when(scene, current) or _meanwhile(scene, current)
        if occasion is not None:
            return occasion
        current = _source(scene, current, declared=declared)
    top = clause.parent if clause.kind == "infinitive" and clause.parent is not None else clause
    if declared and (top.verb.perfect or is_past(top)) and top.kind == "main":
        said = _said_behind(scene, clause) or _according(scene, clause)
        if said is not None:
            return said
    first = range(min(4, len(scene.units)))
    lead = next((k for k in first if dated(scene.units[k]) and not of_thing(scene, k) and not _of_aside(scene, clause, k)), None)
    if lead is not None and clause.kind in ("main", "infinitive") and lead < clause.verb.start and not clause.verb.negated:
        return lead, role(scene, lead)
    return None


def _gatherings(scene: Scene, clause: Clause) -> set[int | None]:
    """The nouns behind "at" or "during" that tell where a verb's step was taken, those that open its sentence included."""
    heads: set[int | None] = {p.head for p in clause.after if p.preposition in ("at", "during")}
    opened = clause.kind == "main" and scene.units[0].lower in ("at", "during") and scene.clauses[0] is not clause
    return heads | set(scene.clauses[0].antecedent) if opened else heads


def time_of_gathering(scene: Scene, heads: Set[int | None]) -> tuple[int, str] | None:
    """The date at which a gathering, told by a noun, is told to be or to have been held: "a summit to be held in Lima in May"."""
    described = (c for c in scene.clauses if c.kind in ("infinitive", "participle") and heads & set(c.antecedent))
    told = next((c for c in described if c.kind == "infinitive" or c.verb.lemma in GATHERING), None)
    found = clause_time(scene, told) if told is not None else None
    return found if found is not None and found[1] == "at" else None


def _is_asked_for(scene: Scene, clause: Clause) -> bool:
    """Whether an infinitive tells what somebody is asked to do, which is not done on the day of asking: "was urged on Monday to"."""
    return clause.kind == "infinitive" and clause.parent is not None and clause.parent.verb.lemma in scene.words["begging"]


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
    units, last = scene.units, _last(scene)
    if last <= clause.verb.end:
        return None
    if clause.kind != "main" or not is_past(clause) or not dated(units[last]) or role(scene, last) != "at":
        return None
    behind = scene.clauses[scene.clauses.index(clause) + 1 :]
    topics = all(_topic(scene, clause, c) for c in behind)
    led = units[last - 1].tag == "preposition" or is_day(units[last])  # "... yesterday"
    return last if behind and topics and led else None


def _last(scene: Scene) -> int:
    """The last unit of a sentence that is no sign."""
    last = len(scene.units) - 1
    while last > 0 and scene.units[last].tag == "sign":
        last -= 1
    return last


def _topic(scene: Scene, clause: Clause, behind: Clause) -> bool:
    """Whether a clause only says what a paper is on or for: "a pact on training nurses", "a protocol amending the treaty"."""
    ing = behind.kind == "participle" and behind.verb.form == "ing"
    if behind.kind == "infinitive" and clause.verb.lemma in scene.words["papering"] and is_day(scene.units[_last(scene)]):
        before = behind.verb.start - 1 - (scene.units[behind.verb.start - 1].lower == "to")
        if "agreement" in scene.kinds[before]:
            return True  # "signed the treaty to join the pact on Sunday"
    if ing and scene.units[behind.verb.start - 1].tag == "coordinator":
        joined = scene.clauses[scene.clauses.index(behind) - 1]
        return joined is not clause and _topic(scene, clause, joined)  # "on strengthening ties and deepening trust"
    return (ing and scene.units[behind.verb.start - 1].tag == "preposition") or changes_by_paper(scene, clause, behind, ing=ing)


def changes_by_paper(scene: Scene, clause: Clause, behind: Clause, *, ing: bool) -> bool:
    """Whether a clause says what a paper that is signed does to another: "signed a protocol to update their treaty of 1978"."""
    if clause.verb.lemma not in scene.words["papering"] or not (ing or behind.kind == "infinitive") or behind.parent is not clause:
        return False
    return any("agreement" in scene.kinds[p.head] for p in clause.after) and behind.verb.lemma in scene.words["altering"]


def _when(scene: Scene, clause: Clause) -> tuple[int, str] | None:
    """The time of what something goes with: "will be signed when the premier visits Lima in May", "was signed when he visited it"."""
    past = is_past(clause) and clause.verb.passive
    if not clause.verb.modal and not past:
        return None
    behind = next((c for c in scene.clauses if c.parent is clause and c.link == "when" and c.kind == "subordinate"), None)
    fits = behind is not None and (is_past(behind) and not behind.verb.perfect if past else behind.verb.form == "present")
    found = clause_time(scene, behind) if behind is not None and fits else None
    return found if found is not None and found[1] == "at" else None


def _meanwhile(scene: Scene, clause: Clause) -> tuple[int, str] | None:
    """The time of what came about meanwhile: "were visiting Lima, and the premier met them on Monday"."""
    if not (clause.verb.progressive and clause.verb.form == "past") or clause.verb.modal:
        return None
    at = scene.clauses.index(clause)
    behind = scene.clauses[at + 1] if at + 1 < len(scene.clauses) else None
    if behind is None or not is_past(behind) or not (behind.link in ("and", "when") or behind.parent is clause):
        return None
    found = clause_time(scene, behind)
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
    said = next((c for c in scene.clauses[at + 1 :] if c.kind not in ("infinitive", "participle")), None)
    if said is None or said.verb.lemma not in scene.words["spoken"] or said.kind != "main" or scene.units[said.left - 1].text != ",":
        return None
    return clause_time(scene, said)


def _according(scene: Scene, clause: Clause) -> tuple[int, str] | None:
    """The day of the statement that tells of a step: "according to a statement issued by the ministry on Monday"."""
    units = scene.units
    start = next((k for k in range(clause.verb.end, len(units)) if units[k].lower == "according"), None)
    if start is None or not any(u.lower in scene.words["saying_at"] for u in units[start : start + 6]):
        return None
    end = next((k for k in range(start, len(units)) if units[k].text in (",", ";") or units[k].tag == "relative"), len(units))
    k = next((k for k in range(start, end) if dated(units[k])), None)
    return (k, "at") if k is not None and role(scene, k) == "at" else None


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
    if clause.kind == "participle" and clause.verb.start and scene.units[clause.verb.start - 1].lower == "before":
        return None  # "left for Lima on Monday before going on to Quito"
    if clause.kind == "infinitive" or (clause.kind == "participle" and clause.verb.form == "ing"):
        return parent
    if clause.kind == "relative" and clause.link == "where" and parent is not None and is_past(clause) and is_past(parent):
        return parent  # "flew to Lima on Monday, where the premier received him"
    if clause.kind == "relative" and parent is not None and _upon_which(scene, clause) and _of_one_time(clause, parent):
        return parent  # "held talks on Saturday, following which they signed an accord"
    if clause.kind == "subordinate" and parent is not None:
        if clause.link in ("while", "when", "as"):
            later = clause.verb.perfect and not parent.verb.perfect  # "was signed in 2019, while work has already started"
            return None if later else parent
        if clause.link in ("after", "before") and _hours_away(scene, clause):
            return parent
        if clause.verb.modal in ("will", "would", "may", "might", "could", "can"):
            return None  # "announced on Monday that it would reopen the mission"
        cleft = parent.verb.lemma == "be" and any(scene.units[k].lower == "it" for k in parent.subject)
        own = declared and parent.verb.lemma == "say"
        return parent if clause.link == "that" and (cleft or own or parent.verb.lemma in scene.words["declaring"]) else None
    if clause.kind == "main" and clause.link in ("and", ",") and not clause.verb.negated and not clause.verb.perfect:
        before = _before(scene, clause)
        return None if before is not None and clause.verb.modal and is_past(before) else before
    return None


def _of_one_time(clause: Clause, other: Clause) -> bool:
    """Whether two clauses both lie in the past, or both ahead."""
    return (is_past(clause) and is_past(other)) or (clause.verb.modal in AHEAD and other.verb.modal in AHEAD)


def _upon_which(scene: Scene, clause: Clause) -> bool:
    """Whether a relative clause tells what was done at the occasion before it: "at which", "following which"."""
    before = scene.units[clause.left - 2].lower if clause.left > 1 else ""
    return clause.link == "which" and before in ("following", "after", "at", "during", "upon")


def _hours_away(scene: Scene, clause: Clause) -> bool:
    """Whether something was within hours of what it hangs on: "left on Monday, hours after the police had arrested two reporters"."""
    before = scene.units[clause.left - 2].lower.split() if clause.left > 1 else []
    return bool(before) and before[-1] in scene.words["soon"]


def _before(scene: Scene, clause: Clause) -> Clause | None:
    at = scene.clauses.index(clause)
    return next((c for c in reversed(scene.clauses[:at]) if c.kind == "main"), None)
