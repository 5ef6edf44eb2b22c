"""Which cue words apply to an event: by its verb, what governs it, or what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from tieline.extract.events.frame.dates import dated, role
from tieline.extract.events.frame.frames import BARGAINS
from tieline.extract.events.status.qualifier_rules import Cue
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import is_actor, phrase_start

if TYPE_CHECKING:
    from tieline.extract.events.frame.scene import Hit, Scene


PERFORMATIVE = frozenset(
    ("suspended", "upgraded", "restored", "established", "severed", "switched", "launched", "downgraded", "terminated")
)
STRUCK = BARGAINS | {"aid"}  # done on the day on which it is agreed
SUBJECT = 4  # units of a subject behind the helping verb of a condition
INVERTING = frozenset(("had", "were", "should"))
HEADS = frozenset(("headline", "heading"))
FAR = frozenset(("invitation", "prospect"))  # nouns that may stand further behind their verb
COMING_ABOUT = frozenset(("materialise", "materialize", "happen", "occur", "take", "go", "begin", "start", "open"))
GATHERED = frozenset(("visit", "meeting", "summit", "negotiation"))
LEAD = 6  # words of a noun phrase before its head
MEETING = frozenset(("meeting", "summit"))


def _opens_verb(scene: Scene, k: int) -> bool:
    """Whether a verb stands behind a "to"."""
    row = [unit for unit in scene.units[k : k + 2] if unit.tag != "adverb"][:1]
    return any(unit.form("base", "ing") is not None or unit.tag == "be" for unit in row)


def applies(scene: Scene, hit: Hit, clause: Clause, cue: Cue) -> bool:
    """Whether a qualifier rule speaks of an event in its clause."""
    fields = cue.fields
    holder = clause.parent if _led_gerund(scene, clause) and clause.parent is not None else clause
    if "modal" in fields and holder.verb.modal == "would" and _is_done_by(scene, hit, clause) and _promised(scene, holder):
        return cue.status == "planned"
    if "modal" in fields and _is_bound(scene, clause):
        return cue.status == "planned"
    if "modal" in fields:
        held = [c for c in _chain(scene, clause, hit) if c.verb.modal in fields["modal"] and not foreseen(scene, c)]
        return any(_owed(scene, c, hit) == bool(fields.get("still", False)) for c in held)
    if "link" in fields:
        if fields.get("tense"):
            told = clause.link == "after" and scene.sentence.zone in HEADS  # "Ties cut after Orsenda signs pact"
            return not hit.nominal and not told and clause.link in fields["link"] and clause.verb.form == fields["tense"]
        return any(c.link in fields["link"] for c in _upward(scene, clause)) or is_inverted(scene, clause)
    if "governor" in fields:
        return _governed(scene, hit, clause, cue)
    if "determiner" in fields:
        return _determined(scene, hit, fields["determiner"], noun_alone=bool(fields.get("nominal")))
    return _cued(scene, hit, clause, cue)


def left_open(scene: Scene, clause: Clause) -> bool:
    """Whether it is told as not ruled out: "will not rule out sanctions", "has not ruled out imposing duties"."""
    held = (clause, clause.parent) if clause.kind in ("infinitive", "participle", "subordinate") else (clause,)
    return any(c is not None and c.verb.negated and c.verb.lemma in scene.words["ruling_out"] for c in held)


def foreseen(scene: Scene, clause: Clause) -> bool:
    """Whether a thing is foreseen for a time, "The first train should run in May", and not somebody told what to do."""
    things = bool(clause.subject) and not any(is_actor(scene.units[k]) or scene.units[k].tag == "pronoun" for k in clause.subject)
    timed = any(dated(u) for u in scene.units[clause.verb.end : clause.right])
    return clause.verb.modal == "should" and things and timed and not clause.verb.perfect and not is_inverted(scene, clause)


def _is_done_by(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether it is an event of the verb itself, and none that it only speaks of: "said it would respond to the expulsion"."""
    told = not hit.nominal or hit.trigger[0] < clause.verb.start or _done_to(hit, clause)
    return told or any(True for _ in _chain(scene, clause, hit))


def _is_bound(scene: Scene, clause: Clause) -> bool:
    """Whether a duty is one that several took on: "agreed that their ministers should meet in June"."""
    parent = clause.parent
    agreed = clause.kind == "subordinate" and clause.link == "that" and parent is not None and parent.verb.lemma in scene.words["binding"]
    return agreed and clause.verb.modal in ("should", "must") and parent is not None and not (parent.verb.modal or parent.verb.negated)


def _promised(scene: Scene, clause: Clause) -> bool:
    """Whether a "would" is the "will" of somebody's past words: "announced that it would lift tariffs"."""
    if {u.lower for u in scene.units} & {"if", "unless"} or scene.units[0].lower in ("had", "were", "should"):
        return False
    if clause.verb.perfect and _had_it(scene, clause):
        return False  # "told us he would have come, had it not been for his health"
    at = scene.clauses.index(clause)
    while at > 0 and scene.clauses[at - 1].verb.modal == "would":
        at -= 1  # "said that it would restore ties and open an embassy"
    above = (*scene.clauses[max(0, at - 1) : at], *([scene.clauses[at].parent] if scene.clauses[at].kind != "infinitive" else ()))
    return any(c is not None and _spoke(scene, c) for c in above) or _spoken_behind(scene, clause) or _told_on(scene, clause)


def _told_on(scene: Scene, clause: Clause) -> bool:
    """Whether a sentence goes on in the words told in the one before, and speaks of nobody's words or hopes itself."""
    return scene.retold and clause.kind in ("main", "relative") and not any(c.link == "that" for c in scene.clauses)


def tells_on(scene: Scene) -> bool:
    """Whether a sentence tells in somebody's words what would be done, so that the next one may go on: "He said X would come. ..."."""
    if {u.lower for u in scene.units} & {"if", "unless", "whether"}:
        return False
    would = [c for c in scene.clauses if c.verb.modal == "would" and not c.verb.perfect]
    return bool(would) and (scene.retold or any(c.parent is not None and _spoke(scene, c.parent) for c in would))


def _had_it(scene: Scene, clause: Clause) -> bool:
    """Whether a condition without "if" stands behind a clause: "had it not been for"."""
    behind = scene.units[clause.verb.end :]
    return any(one.lower == "had" and after.tag in ("pronoun", "actor", "determiner") for one, after in pairwise(behind))


def _spoke(scene: Scene, clause: Clause) -> bool:
    behind = scene.units[clause.verb.end].lower if clause.verb.end < len(scene.units) else ""
    noticed = clause.verb.lemma in ("give", "serve", "make") and behind in ("notice", "clear")  # "gave notice that it would withdraw"
    if not (noticed or clause.verb.lemma in scene.words["spoken"] | scene.words["settled"]) or clause.verb.form != "past":
        return False
    return not clause.verb.passive or [scene.units[k].lower for k in clause.subject] == ["it"]  # "it had been reported that"


def _spoken_behind(scene: Scene, clause: Clause) -> bool:
    """Whether the words are closed by who said them: "would visit Lima on June 19, his deputy said"."""
    said = next((c for c in scene.clauses if c.verb.start > clause.verb.end and c.kind == "main"), None)
    if clause.kind != "main" or said is None or not _spoke(scene, said) or said.left < 1:
        return False
    closing = said.verb.end >= len(scene.units) - 1 or scene.units[said.verb.end].tag in ("sign", "time", "preposition")
    return scene.units[said.left - 1].text in (",", '"', "”") and closing


def _owed(scene: Scene, clause: Clause, hit: Hit) -> bool:
    """Whether a duty is a step that remains: "must be ratified by both parliaments", "must still be signed"."""
    still = any(u.lower == "still" for u in scene.units[max(0, clause.verb.start - 1) : clause.verb.end])
    return clause.verb.modal == "must" and (still or hit.frame.stage == "ratified")


def _upward(scene: Scene, clause: Clause) -> Iterator[Clause]:
    current: Clause | None = clause
    seen = 0
    while current is not None and seen < 4:
        yield current
        if current.kind not in ("infinitive", "subordinate") and not _led_gerund(scene, current):
            return
        if current.kind == "subordinate" and current.link not in ("that", "whether", "if"):
            return
        if current.parent is not None and current.parent.verb.lemma in scene.words["spoken"]:
            return
        current = current.parent
        seen += 1


def accompanies(scene: Scene, hit: Hit) -> bool:
    """Whether an event noun tells when something else is done: "will be signed during her visit to Lima"."""
    clause, units = hit.clause, scene.units
    if not hit.nominal or clause is None or hit.trigger[0] < clause.verb.end:
        return False
    before = [units[k].lower for k in range(max(clause.verb.end, hit.trigger[0] - 5), hit.trigger[0])]
    met = hit.frame.type in MEETING and "for" in before  # "will be in Lima for talks with the premier"
    closing = clause.verb.lemma in scene.words["closing"] and "with" in before  # "will end his tour with a trip to Lima"
    return met or closing or any(word in scene.words["accompanying"] for word in before)


def _chain(scene: Scene, clause: Clause, hit: Hit) -> Iterator[Clause]:
    """The clause of an event and those it hangs on by an infinitive ("may agree to sign")."""
    if hit.nominal:
        borne = clause.verb.passive and clause.verb.lemma in scene.words["bearing"] and hit.trigger[0] < clause.verb.start
        if borne or clause.verb.lemma in scene.words["carried"] | scene.words["closing"] or accompanies(scene, hit):
            yield clause
        return
    current: Clause | None = clause
    while current is not None:
        yield current
        current = current.parent if current.kind == "infinitive" or _led_gerund(scene, current) else None


def _led_gerund(scene: Scene, clause: Clause) -> bool:
    """Whether an -ing form is as sure as the verb on which it hangs: "will meet him before leaving", "would do so by recognising it"."""
    before = scene.units[clause.verb.start - 1].lower if clause.verb.start else ""
    return clause.kind == "participle" and clause.verb.form == "ing" and before in scene.words["gerund_leads"]


def _beside_verb(scene: Scene, clause: Clause) -> bool:
    """Whether an -ing form behind a comma tells what was done with what the verb tells: "ordered cuts at the embassy, expelling two"."""
    behind = clause.kind == "participle" and clause.verb.form == "ing" and clause.verb.start > 0
    return behind and scene.units[clause.verb.start - 1].text == ","


def _or_else(clause: Clause) -> bool:
    """Whether a bare verb behind "or" goes on with a clause that hangs on another: "denied that it had drafted or signed a pact"."""
    return clause.kind == "main" and clause.link == "or" and clause.verb.end - clause.verb.start == 1


def _governed(scene: Scene, hit: Hit, clause: Clause, cue: Cue) -> bool:
    if hit.frame.nominal == "beside":
        return False  # "rejected the plan during talks in Lome": the talks were held
    verbs = cue.governors
    if cue.fields.get("object"):
        behind = hit.nominal and hit.trigger[0] >= clause.verb.end and not (accompanies(scene, hit) or _is_occasion(scene, hit, clause))
        return behind and _is_one(scene, clause, verbs)
    if hit.nominal:
        if not (cue.fields.get("nominal") or cue.status in ("denied", "expected", "planned")) or _fronted(scene, hit, clause):
            return False
        verb = clause.verb
        if cue.status == "denied" and (_is_occasion(scene, hit, clause) or (not verb.passive and _was_held(scene, hit, clause))):
            return False
        if hit.trigger[0] >= clause.verb.end and (cue.status == "planned" or (cue.status == "cancelled" and not _done_to(hit, clause))):
            return False
        return _is_one(scene, clause, verbs) and (verb.lemma not in ("agree", "have", "set"))
    parent = clause.parent
    if parent is None or (clause.kind not in ("infinitive", "subordinate", "participle") and not _or_else(clause)):
        return False
    if clause.kind == "participle" and (clause.verb.form != "ing" or _done_before(scene, clause)):
        return False
    if clause.kind == "subordinate" and (clause.link != "that" or (cue.status == "planned" and _told_as_past(clause))):
        return False
    if clause.kind == "infinitive" and cue.status == "planned" and parent.verb.lemma == "agree" and done_by_agreeing(scene, hit, clause):
        return False
    decided = parent.verb.lemma == "decide" and parent.verb.form != "infinitive" and not (parent.verb.modal or parent.verb.negated)
    if clause.kind == "infinitive" and cue.status == "planned" and decided and hit.frame.type in ("diplomatic_ties", "partnership"):
        return False  # "has decided to break off relations"
    steps = 0
    if _led_gerund(scene, clause) or _beside_verb(scene, clause):
        # "told reporters before flying home", "ordered cuts, expelling two": as sure as the verb, and not what that governs
        parent = parent.parent if parent.kind == "infinitive" else None
    while parent is not None and steps < 3:
        if _is_one(scene, parent, verbs) and not (cue.status == "denied" and not_denied(parent)):
            owed = clause.kind == "infinitive" and parent.verb.form != "past"  # "had to borrow" tells of what was done
            return parent.verb.lemma != "have" or owed
        if parent.kind != "infinitive" and not (parent.kind == "subordinate" and parent.link in ("that", "whether")):
            break
        parent, steps = parent.parent, steps + 1
    return False


def _is_occasion(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether a gathering is only where something was refused: "rejected the offer at the summit", "ruled out talks during the visit"."""
    if hit.frame.type not in GATHERED or hit.trigger[0] < clause.verb.end:
        return False
    lead = phrase_start(scene.units, hit.trigger[0], max(clause.verb.end, hit.trigger[0] - LEAD)) - 1
    return lead > clause.verb.head and scene.units[lead].lower in scene.words["at_occasion"] - {"on"}


def not_denied(clause: Clause) -> bool:
    """Whether a denial is itself denied: "did not deny that they had met", "would neither confirm nor deny"."""
    return clause.verb.lemma == "deny" and (clause.verb.negated or clause.link == "nor")


def _told_as_past(clause: Clause) -> bool:
    """Whether what is told was done by then: "told reporters that Orsenda had signed", "agreed that the talks failed"."""
    return (clause.verb.form == "past" or clause.verb.perfect) and clause.verb.modal is None


def _was_held(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether a gathering failed in what it was for, "The summit failed to settle it", and was not missed altogether."""
    if hit.frame.type not in GATHERED or not set(range(*hit.trigger)) & set(clause.subject):
        return False
    return not any(c.parent is clause and c.kind == "infinitive" and c.verb.lemma in COMING_ABOUT for c in scene.clauses)


def _done_before(scene: Scene, clause: Clause) -> bool:
    """Whether an -ing form tells what came before the wish for something else: "wants talks after imposing duties in April"."""
    led = clause.verb.start > 0 and scene.units[clause.verb.start - 1].lower in ("after", "since", "following")
    return led and clause.parent is not None and clause.parent.verb.finite


def done_by_agreeing(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether what is agreed to is done by that: ties raised, work suspended; a bargain on the day on which it was struck."""
    parent = clause.parent
    if parent is None or _set_for_later(scene, clause, parent):
        return False
    verb = parent.verb
    by_now = verb.perfect and scene.units[verb.start].lower != "had"  # "has agreed to lend": it is still to come; "had agreed on Monday"
    struck = verb.lemma == "agree" and (verb.form == "past" or verb.perfect) and verb.finite and not (verb.modal or verb.negated or by_now)
    on_a_day = hit.frame.type in STRUCK and struck and any(dated(unit) for unit in scene.units[: clause.verb.start])
    return hit.frame.stage in PERFORMATIVE or on_a_day


def _set_for_later(scene: Scene, clause: Clause, parent: Clause) -> bool:
    """Whether what was agreed has a time of its own: "agreed on Monday to restore ties in June", "agreed to do so when she visits Lima"."""
    if any(c.link == "when" and c.verb.form == "present" and c.parent in (clause, parent) for c in scene.clauses):
        return True
    own = any(dated(scene.units[k]) and role(scene, k) != "until" for k in range(clause.verb.end, clause.right))
    return own and (parent.verb.perfect or any(dated(unit) for unit in scene.units[parent.left : clause.left]))


def _done_to(hit: Hit, clause: Clause) -> bool:
    """Whether an event noun is the object of a verb, and not behind a preposition: "dropped in after a visit to the mill"."""
    objects = {p.head for p in clause.after if p.preposition is None}
    return bool(objects & {*range(*hit.trigger), *([hit.theme] if hit.theme is not None else ())})


def _fronted(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether an event noun only tells when something else is done, before the verb: "During the talks he pledged support"."""
    first = hit.trigger[0]
    heads = {first, *([hit.theme] if hit.theme is not None else ())}
    return first < clause.verb.start and not heads & set(clause.subject) and not clause.verb.passive


def _is_one(scene: Scene, clause: Clause, verbs: Mapping[str, list[list[str]]]) -> bool:
    wide = _before_infinitive(scene, clause.verb.end, clause.verb.end + 6)
    near = wide[:3]
    for lemma in clause.verb.lemmas:
        for rest in verbs.get(lemma, ()):
            row = wide if set(rest) & FAR else near
            if not rest or any(row[n : n + len(rest)] == rest for n in range(len(row))):
                return True
    return _is_so(scene, clause, verbs.get("be", ()))


def _before_infinitive(scene: Scene, start: int, end: int) -> list[str]:
    """The words behind a verb, up to a verb that hangs on it: "is close to signing", and not "is due to close"."""
    row = scene.units[start:end]
    stop = next((k + 1 for k, (to, verb) in enumerate(pairwise(row)) if to.lower == "to" and verb.tag == "verb"), len(row))
    return [u.lower for u in row[:stop]]


def _is_so(scene: Scene, clause: Clause, described: Sequence[list[str]]) -> bool:
    """Whether a word that looks like a participle says how somebody is minded: "is prepared to", "is willing to", "is going to"."""
    verb = clause.verb
    said = [u.lower for u in scene.units[verb.head : verb.head + 2]]
    return (verb.passive or verb.progressive) and any(rest == said[: len(rest)] for rest in described)


def _determined(scene: Scene, hit: Hit, words: list[str], *, noun_alone: bool) -> bool:
    if noun_alone and (not hit.nominal or not any(u.tag == "noun" for u in scene.units[hit.trigger[0] : hit.trigger[1]])):
        return False
    heads = [hit.theme] if hit.theme is not None and not noun_alone else []
    heads += [hit.trigger[0]] if hit.nominal else []
    for head in heads:
        if scene.units[head].lower.split()[0] in words:
            return True
        for k in range(head - 1, max(-1, head - 5), -1):
            if scene.units[k].lower in words:
                return True
            if scene.units[k].tag in ("preposition", "verb", "sign"):
                break
    return False


def _cued(scene: Scene, hit: Hit, clause: Clause, cue: Cue) -> bool:
    direction = cue.fields.get("direction", "any")
    if cue.fields.get("nominal", hit.nominal) != hit.nominal:
        return False
    low, high = clause.left, clause.right
    if hit.nominal and clause.verb.end <= hit.trigger[0]:
        low = clause.verb.start if direction == "any" else clause.left
    if direction == "sentence":
        low, high = 0, len(scene.units)
    if direction == "before":
        first = clause.row.verb.start if clause.row is not None else hit.trigger[0]  # "without signing the pact or resuming ties"
        opens = phrase_start(scene.units, hit.trigger[0], max(0, hit.trigger[0] - 6)) if hit.nominal else first
        low, high = max(0, opens - 3), hit.trigger[0] if hit.nominal else first
        low = next((k + 1 for k in range(high - 1, low - 1, -1) if scene.units[k].text in (";", ":")), low)
    for k in range(low, min(high, len(scene.units))):
        for pattern in cue.patterns if cue.firsts is None or scene.units[k].lower in cue.firsts else ():
            match = pattern.match(scene.units, k, lambda kind, tokens, i: ())  # type: ignore[arg-type]
            if match and not hit.nominal and clause.verb.head <= k and match.end <= hit.trigger[1] and cue.status == "ongoing":
                continue  # "got under way" is the event itself
            infinitive = not hit.nominal and clause.kind == "infinitive"
            if match and cue.status == "planned" and scene.units[match.end - 1].lower == "to" and not _opens_verb(scene, match.end):
                continue  # "was suspended in 2020 due to the plague"
            if match and (direction != "before" or match.end <= hit.trigger[0] + infinitive):
                return True
    return False


def is_inverted(scene: Scene, clause: Clause) -> bool:
    """A condition without "if": "Had it gone ahead", "Were lawmakers to reject it", "Should both agree"."""
    first = next((u for u in scene.units if u.tag != "sign"), None)
    opening = first is not None and first.lower in INVERTING
    return (opening and clause in scene.clauses[:3] and scene.clauses[0].verb.start <= 1) or _turned(scene, clause)


def _turned(scene: Scene, clause: Clause) -> bool:
    """Whether a helping verb stands right before the subject: "trade would suffer should Orsenda impose sanctions", "had it signed"."""
    at = scene.clauses.index(clause)
    before = scene.clauses[at - 1] if at else None
    if before is None or before.verb.end - before.verb.start > 1 or before.verb.start == 0 or clause.kind != "main":
        return False
    helper, verb = scene.units[before.verb.start].lower, scene.units[clause.verb.head]
    between = scene.units[before.verb.end : clause.verb.start]
    near = 0 < len(between) <= SUBJECT and all(u.tag in ("pronoun", "actor", "determiner", "noun") for u in between)
    if helper == "should":
        return near and clause.verb.form == "present" and clause.verb.modal is None
    supposed = any(c.verb.modal in ("would", "could", "might") for c in scene.clauses)
    return near and helper == "had" and supposed and verb.form("part") is not None and not clause.verb.perfect
