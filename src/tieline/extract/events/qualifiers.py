"""Status of an event: occurred, ongoing, planned, expected, hypothetical, cancelled, denied; by cues around it (after ConText)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tieline.extract.events.timing import not_until
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import phrase_start
from tieline.rules.load import Rulebook
from tieline.rules.pattern import Pattern, compile_pattern

if TYPE_CHECKING:
    from tieline.extract.events.scene import Hit, Scene

FOLDER = "en/qualifiers"
STRENGTH = ("denied", "cancelled", "hypothetical", "expected", "planned", "ongoing", "occurred")
PERFORMATIVE = frozenset(
    ("suspended", "upgraded", "restored", "established", "severed", "switched", "launched", "downgraded", "terminated")
)
HEADS = frozenset(("headline", "heading"))
NEXT = frozenset(("next", "tomorrow", "tonight", "later", "soon"))
UNDATED = frozenset(("status.planned.ahead",))  # "ahead of his visit in May": the date tells whether it was
FAR = frozenset(("invitation", "prospect"))  # nouns that may stand further behind their verb
MEETING = frozenset(("meeting", "summit"))
LASTING = frozenset(("visit", "negotiation"))
ONCE_SET = "it was set before, and may have changed"  # a reason: the past tells of a plan
STATES = frozenset(("be", "remain", "stay"))


@dataclass(frozen=True, eq=False)
class Cue:
    """One qualifier rule."""

    id: str
    status: str
    fields: Mapping[str, Any]
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, eq=False)
class Qualifiers:
    """All qualifier rules."""

    cues: tuple[Cue, ...]


@lru_cache(maxsize=4)
def qualifiers_of(rulebook: Rulebook) -> Qualifiers:
    """The qualifier rules of a rulebook."""
    return Qualifiers(
        tuple(
            Cue(r.id, r.fields["status"], r.fields, tuple(compile_pattern(c) for c in r.fields.get("cue", ())))
            for r in rulebook.rules(FOLDER)
        )
    )


def status_of(scene: Scene, hit: Hit, qualifiers: Qualifiers, *, dated: str | None) -> tuple[str, tuple[str, ...]]:
    """The status of an event, and why it is that."""
    if hit.like is not None:
        return status_of(scene, hit.like, qualifiers, dated=dated)
    told = replace(hit, nominal=False) if _borne(scene, hit) or _aimed_at(scene, hit) else hit
    found = [one for one in _statuses(scene, told, qualifiers) if not (dated and one[1] in UNDATED)]
    if _unless(scene, hit, found):
        return "expected", ("told with a condition: unless",)
    if not found:
        plain = _plain(scene, hit, since=_since(scene, hit), dated=dated)
        return plain, (ONCE_SET,) if _had_to(told) and _once_set(scene, told) else ()
    if any(one[1] == "status.hypothetical.link" for one in found):
        found = [one for one in found if one[0] != "denied"] or found  # "if Orsenda fails to ratify"
    best = min(found, key=lambda one: STRENGTH.index(one[0]))
    set_once = (ONCE_SET,) if best[0] in ("planned", "expected") and _once_set(scene, told) else ()
    return best[0], (f"told as {best[0]} (rule {best[1]})", *set_once)


def _had_to(hit: Hit) -> bool:
    """Whether it is told as what somebody had to do: done, where nothing tells that it was called off."""
    parent = hit.clause.parent if hit.clause is not None and not hit.nominal else None
    return parent is not None and parent.verb.lemma == "have" and hit.frame.type in MEETING | {"visit"}


def _once_set(scene: Scene, hit: Hit) -> bool:
    """Whether the past tells what had been arranged: "was scheduled to visit Lima", "the talks were due on Monday"."""
    clause = hit.clause
    if clause is None or (hit.nominal and hit.trigger[0] >= clause.verb.end):
        return False
    if clause.verb.modal == "was to":
        return True
    holder = clause.parent if clause.kind == "infinitive" else clause
    if holder is None or holder.verb.form != "past" or holder.verb.modal:
        return False
    behind = scene.units[holder.verb.end : holder.verb.end + 2]
    had_to = holder.verb.lemma == "have" and clause.kind == "infinitive"
    return had_to or holder.verb.lemma in scene.words["was_set"] or any(u.lower in scene.words["was_set"] for u in behind)


def _borne(scene: Scene, hit: Hit) -> bool:
    """Whether an event noun is the object of a verb that only carries it: "has yet to complete its ratification of the treaty"."""
    clause = hit.clause
    if not hit.nominal or clause is None or clause.verb.passive or clause.verb.lemma not in scene.words["bearing"]:
        return False
    heads = [p.head for p in clause.after if p.preposition is None][:1]
    return bool(heads) and hit.trigger[0] <= heads[0] < hit.trigger[1] and hit.trigger[0] >= clause.verb.end


def _aimed_at(scene: Scene, hit: Hit) -> bool:
    """Whether an event noun tells what something still to be done is for: "prepares to visit Lima for talks with Tavonia"."""
    clause = hit.clause
    if not hit.nominal or clause is None or clause.kind != "infinitive" or hit.trigger[0] < clause.verb.end:
        return False
    return any(scene.units[k].lower == "for" for k in range(max(clause.verb.end, hit.trigger[0] - 3), hit.trigger[0]))


def _unless(scene: Scene, hit: Hit, found: list[tuple[str, str]]) -> bool:
    """Whether something will come unless something else is done: "lapses in 2026 unless it is renewed"."""
    clause = hit.clause
    if clause is None or hit.nominal or clause.kind not in ("main", "relative") or clause.verb.form != "present" or clause.verb.perfect:
        return False
    behind = any(u.lower == "unless" for u in scene.units[clause.verb.end : clause.verb.end + 12])
    return behind and all(status == "planned" for status, _ in found)


def _nobody(scene: Scene, clause: Clause) -> bool:
    """Whether a verb has nobody as its subject: "No state has recognised it", "neither side has ratified"."""
    heads = clause.subject if not clause.verb.passive else [p.head for p in clause.after if p.preposition == "by"]
    for k in heads:
        near = {u.lower.split()[0] for u in scene.units[max(0, k - 2) : k + 1]}
        if near & {"no", "neither", "nobody", "none"}:
            return True
    return False


def _wished(scene: Scene, clause: Clause) -> bool:
    """Whether it is only wished or weighed: "asked that the duties be lifted", "removing the tariffs would help both"."""
    verb, units = clause.verb, scene.units
    if verb.modal is None and clause.kind != "infinitive" and units[verb.start].lower == "be":
        return True
    at = scene.clauses.index(clause)
    after = scene.clauses[at + 1] if at + 1 < len(scene.clauses) else None
    subject = clause.kind == "participle" and verb.form == "ing" and (verb.start <= 1 or units[verb.start - 1].lower in ("that", "said"))
    return subject and after is not None and after.verb.modal in ("would", "could", "might", "may") and not clause.right < after.left


def _unwanted(scene: Scene, clause: Clause) -> bool:
    """Whether it is said that something is not planned: "does not intend to visit Lima"."""
    parent = clause.parent
    return clause.kind == "infinitive" and parent is not None and parent.verb.negated and parent.verb.lemma in scene.words["intending"]


def _conditioned(scene: Scene, clause: Clause) -> bool:
    """Whether a main clause tells what will be if something else comes about: "If Congress agrees, it will take effect in May"."""
    at = scene.clauses.index(clause)
    if clause.kind not in ("main", "subordinate") or clause.verb.modal not in ("will", "would"):
        return False
    return any(c.link == "if" for c in scene.clauses[max(0, at - 2) : at]) or any(
        c.link == "if" and c.parent is clause for c in scene.clauses
    )


def _since(scene: Scene, hit: Hit) -> bool:
    clause = hit.clause
    return clause is not None and any(u.lower == "since" for u in scene.units[clause.verb.end : clause.right])


def _plain(scene: Scene, hit: Hit, *, since: bool, dated: str | None) -> str:
    verb = hit.clause.verb if hit.clause is not None and not hit.nominal else None
    if hit.frame.status and not (hit.frame.status == "hypothetical" and dated and verb is not None and verb.form == "past"):
        return hit.frame.status
    if (
        verb is not None
        and verb.form == "present"
        and (verb.progressive or (verb.lemma == "be" and hit.frame.type in LASTING and not verb.passive))
        and hit.frame.type in (*LASTING, "meeting", "summit")
    ):
        return "ongoing"
    if (
        verb is not None
        and dated == "ahead"
        and verb.form == "present"
        and not verb.perfect
        and hit.frame.type in (*LASTING, "meeting", "summit")
    ):
        return "planned"
    if (
        verb is not None
        and hit.frame.type == "visit"
        and verb.form == "present"
        and not (verb.perfect or verb.progressive)
        and NEXT & {u.lower for u in scene.units[verb.end : hit.clause.right if hit.clause else None]}
    ):
        return "planned"  # "travels to Lima next"
    if (
        verb is not None
        and hit.frame.stage == "lapsed"
        and dated
        and scene.units[verb.start].lower.endswith("s")
        and verb.form == "present"
    ):
        return "planned"  # "the loan agreement expires in February"
    holds = verb is not None and verb.lemma in STATES and verb.form == "present" and not verb.perfect
    if holds and hit.frame.stage == "in_force" and not dated:
        return "ongoing"
    if verb is not None and verb.form == "present" and (_stuck(scene, hit) or "under" in hit.words or "remain" in hit.words):
        return "ongoing"
    if verb is not None and verb.perfect and hit.frame.type == "dispute" and since:
        return "ongoing"
    return "occurred"


def _stuck(scene: Scene, hit: Hit) -> bool:
    """Whether talks are told to be stuck; a headline's "talks end in failure" and talks that have ended tell what has happened."""
    if hit.clause is None or hit.frame.stage != "stalled":
        return hit.frame.stage == "stalled"
    verb = hit.clause.verb
    over = verb.lemma not in STATES and verb.lemma != "stall" and not verb.passive
    return not (over and (verb.perfect or scene.sentence.zone in HEADS))


def _statuses(scene: Scene, hit: Hit, qualifiers: Qualifiers) -> Iterator[tuple[str, str]]:
    clause = hit.clause
    if clause is None:
        return
    if not hit.nominal and clause.verb.negated and not_until(scene, clause) is None:
        unreal = _counterfactual(scene, clause)
        yield ("hypothetical", "verb.counterfactual") if unreal else ("denied", "verb.negated")
    if not hit.nominal and any(
        u.lower in ("nearly", "almost") for u in scene.units[max(0, clause.verb.start - 1) : _told_until(hit, clause)]
    ):
        yield "denied", "verb.nearly"
    if not hit.nominal and not clause.verb.negated and _nobody(scene, clause):
        yield "denied", "subject.nobody"
    if not hit.nominal and _wished(scene, clause):
        yield "hypothetical", "verb.wished"
    if not hit.nominal and _unwanted(scene, clause):
        yield "denied", "verb.not_planned"
    if not hit.nominal and scene.sentence.zone in HEADS and clause.kind == "infinitive" and clause.parent is None:
        yield "planned", "headline.to"
    if hit.nominal and clause.verb.lemma in scene.words["hanging"] and hit.trigger[0] < clause.verb.start:
        yield "hypothetical", "verb.hangs_on"
    if not hit.nominal and _only_brought(scene, clause):
        yield "hypothetical", "verb.brought_about"
    if not hit.nominal and clause.kind == "infinitive" and scene.units[clause.verb.start - 1].lower == "whether":
        yield "hypothetical", "status.hypothetical.link"
    if not hit.nominal and _conditioned(scene, clause):
        yield "hypothetical", "status.hypothetical.link"
    if not hit.nominal and _yet(scene, clause):
        yield "denied", "verb.yet_to"
    if not hit.nominal and _not_so(scene, clause):
        yield "denied", "verb.not_so"
    if not hit.nominal and _hoped_for(scene, hit, clause):
        yield "hypothetical", "participle.of_something_open"
    if not hit.nominal and _to_be_seen(clause):
        yield "planned", "participle.of_something_ahead"
    if not hit.nominal and _desired(scene, clause):
        yield "hypothetical", "participle.desired"
    if not hit.nominal and _given_up(scene, clause):
        yield "cancelled", "verb.had_been_due"
    if (not hit.nominal or accompanies(scene, hit)) and clause.verb.modal == "was to":
        yield "cancelled" if clause.verb.perfect else "planned", "verb.was_to"
    if (
        not hit.nominal
        and clause.kind == "infinitive"
        and any(u.lower == "no" for u in scene.units[max(0, clause.verb.start - 4) : clause.verb.start])
    ):
        yield "denied", "noun.no"
    for cue in qualifiers.cues:
        if _applies(scene, hit, clause, cue):
            yield cue.status, cue.id


def _only_brought(scene: Scene, clause: Clause) -> bool:
    """Whether it is only what something may lead to: "could see Orsenda invest 5 million", "would let Halidor open its port"."""
    before = _lets(scene, clause)
    bare = scene.units[clause.verb.start].form("base") is not None and clause.verb.modal is None
    if before is None or not bare or clause.verb.start == clause.left:
        return False
    above = _lets(scene, before)
    modals = {before.verb.modal, above.verb.modal if above is not None else None}
    return before.kind == "infinitive" or bool(modals & {"may", "might", "could", "would", "can", "should", "will"})


def _lets(scene: Scene, clause: Clause) -> Clause | None:
    """The clause right before, where its verb tells what somebody lets or makes others do."""
    at = scene.clauses.index(clause)
    before = scene.clauses[at - 1] if at else None
    return before if before is not None and before.verb.lemma in scene.words["letting"] and before.right == clause.left else None


def _opens_verb(scene: Scene, k: int) -> bool:
    """Whether a verb stands behind a "to"."""
    row = [unit for unit in scene.units[k : k + 2] if unit.tag != "adverb"][:1]
    return any(unit.form("base", "ing") is not None or unit.tag == "be" for unit in row)


def _told_until(hit: Hit, clause: Clause) -> int:
    """Where the words end that tell of an event by a form of "be": "is almost complete"."""
    return max(hit.trigger[1] if clause.verb.lemma == "be" else 0, clause.verb.head)


def _applies(scene: Scene, hit: Hit, clause: Clause, cue: Cue) -> bool:
    fields = cue.fields
    if "modal" in fields and clause.verb.modal == "would" and _promised(scene, clause):
        return cue.status == "planned"
    if "modal" in fields:
        held = [c for c in _chain(scene, clause, hit) if c.verb.modal in fields["modal"]]
        return any(_owed(scene, c, hit) == bool(fields.get("still", False)) for c in held)
    if "link" in fields:
        if fields.get("tense"):
            return not hit.nominal and clause.link in fields["link"] and clause.verb.form == fields["tense"]
        return any(c.link in fields["link"] for c in _upward(scene, clause)) or _inverted(scene, clause)
    if "governor" in fields:
        return _governed(scene, hit, clause, cue)
    if "determiner" in fields:
        return _determined(scene, hit, fields["determiner"], noun_alone=bool(fields.get("nominal")))
    return _cued(scene, hit, clause, cue)


def _yet(scene: Scene, clause: Clause) -> bool:
    """Whether something remains to be done: "has yet to ratify", "is yet to give its assent"."""
    verb, units = clause.verb, scene.units
    if verb.modal == "is to":
        return any(u.lower == "yet" for u in units[verb.start : verb.head])
    return clause.kind == "infinitive" and verb.start > 0 and units[verb.start - 1].lower == "yet"


def _not_so(scene: Scene, clause: Clause) -> bool:
    """Whether a clause only says what is not so: "did not mean that ties had been cut", "it is not true that ..."."""
    parent = clause.parent
    if clause.kind == "subordinate" and _untrue(scene, clause):
        return True
    if parent is None or clause.kind != "subordinate" or clause.link != "that":
        return False
    if not (parent.verb.negated or any(u.lower == "no" for u in scene.units[max(0, parent.verb.start - 3) : parent.verb.start])):
        return False  # "did not mean that ...", "no reason to believe that ..."
    after = scene.units[parent.verb.end].lower if parent.verb.end < len(scene.units) else ""
    return parent.verb.lemma in scene.words["not_so"] or (parent.verb.lemma == "be" and after in ("true", "correct", "right"))


def _untrue(scene: Scene, clause: Clause) -> bool:
    """Whether what is reported is told to be wrong: "reports that the president would visit Lima were false"."""
    noun = scene.units[clause.left - 2].lower if clause.left > 1 else ""
    later = next((c for c in scene.clauses if c.verb.start > clause.verb.end and c.verb.lemma == "be" and c.verb.finite), None)
    if noun not in scene.words["rumours"] or later is None:
        return False
    return any(u.lower in scene.words["untrue"] for u in scene.units[later.verb.end : later.verb.end + 3])


def _hoped_for(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether a participle tells of something that only may come: "it would result in a memorandum signed quickly"."""
    parent = clause.parent
    if clause.kind != "participle" or clause.verb.form == "ing" or parent is None or hit.theme is None:
        return False
    if any(u.tag == "time" and any(char.isdigit() for char in u.text) for u in scene.units[clause.verb.end : clause.verb.end + 4]):
        return False  # "would follow an accord signed in 1998"
    open_ = parent.verb.modal in ("may", "might", "could", "would", "should", "can")
    return open_ and any(u.lower.split()[0] in ("a", "an", "any") for u in scene.units[max(0, hit.theme - 3) : hit.theme + 1])


def _to_be_seen(clause: Clause) -> bool:
    """Whether a participle tells what somebody will see or have done: "the pact will see a pipeline built"."""
    parent = clause.parent
    done = clause.kind == "participle" and clause.verb.form != "ing"
    return done and parent is not None and parent.verb.modal in ("will", "would") and parent.verb.lemma in ("see", "have", "get")


def _desired(scene: Scene, clause: Clause) -> bool:
    """Whether something is only wished done: "wants ties downgraded"."""
    parent, verb = clause.parent, clause.verb
    if clause.kind == "participle":
        return verb.form != "ing" and parent is not None and parent.verb.lemma in scene.words["desiring"]
    at = scene.clauses.index(clause)
    before = scene.clauses[at - 1] if at else None
    bare = before is not None and verb.end - verb.start == 1 and scene.units[verb.head].form("part") is not None
    if not bare or before is None or before.verb.lemma not in scene.words["desiring"]:
        return False
    return all(u.tag in ("noun", "determiner", "actor", "agreement", "'s") for u in scene.units[before.verb.end : verb.start])


def _given_up(scene: Scene, clause: Clause) -> bool:
    """Whether something had once been set: "had been due to begin in August"."""
    parent = clause.parent
    if parent is None or clause.kind != "infinitive":
        return False
    verb = parent.verb
    due = verb.lemma in scene.words["was_set"] or any(u.lower in scene.words["was_set"] for u in scene.units[verb.end : verb.end + 1])
    return verb.perfect and scene.units[verb.start].lower == "had" and due


def _counterfactual(scene: Scene, clause: Clause) -> bool:
    """Whether something not done is only imagined: "had she not come, it would not have been signed"."""
    verb = clause.verb
    return (
        verb.perfect
        and verb.modal in ("would", "could", "might")
        and (_inverted(scene, clause) or any(u.lower == "if" for u in scene.units))
    )


def _promised(scene: Scene, clause: Clause) -> bool:
    """Whether a "would" is the "will" of somebody's past words: "announced that it would lift tariffs"."""
    if {u.lower for u in scene.units} & {"if", "unless"} or scene.units[0].lower in ("had", "were", "should"):
        return False
    at = scene.clauses.index(clause)
    while at > 0 and scene.clauses[at - 1].verb.modal == "would":
        at -= 1  # "said that it would restore ties and open an embassy"
    return any(_spoke(scene, c) for c in scene.clauses[max(0, at - 1) : at]) or _spoken_behind(scene, clause)


def _spoke(scene: Scene, clause: Clause) -> bool:
    if clause.verb.lemma not in scene.words["spoken"] or clause.verb.form != "past":
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
        if current.kind not in ("infinitive", "subordinate") or (
            current.kind == "subordinate" and current.link not in ("that", "whether", "if")
        ):
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
    return met or any(word in scene.words["accompanying"] for word in before)


def _chain(scene: Scene, clause: Clause, hit: Hit) -> Iterator[Clause]:
    """The clause of an event and those it hangs on by an infinitive ("may agree to sign")."""
    if hit.nominal:
        if clause.verb.lemma in scene.words["carried"] or accompanies(scene, hit):
            yield clause
        return
    current: Clause | None = clause
    while current is not None:
        yield current
        current = current.parent if current.kind == "infinitive" else None


def _governed(scene: Scene, hit: Hit, clause: Clause, cue: Cue) -> bool:
    verbs = _by_verb(cue.fields["governor"])
    if cue.fields.get("object"):
        behind = hit.nominal and hit.trigger[0] >= clause.verb.end and not accompanies(scene, hit)
        return behind and _is_one(scene, clause, verbs)
    if hit.nominal:
        if not (cue.fields.get("nominal") or cue.status in ("denied", "expected", "planned")) or _fronted(scene, hit, clause):
            return False
        verb = clause.verb
        if hit.trigger[0] >= clause.verb.end and (cue.status == "planned" or (cue.status == "cancelled" and not _done_to(hit, clause))):
            return False
        return _is_one(scene, clause, verbs) and (verb.lemma not in ("agree", "have", "set"))
    parent = clause.parent
    if parent is None or clause.kind not in ("infinitive", "subordinate", "participle"):
        return False
    if clause.kind == "participle" and clause.verb.form != "ing":
        return False
    if clause.kind == "subordinate" and clause.link != "that":
        return False
    if clause.kind == "infinitive" and cue.status == "planned" and parent.verb.lemma == "agree" and hit.frame.stage in PERFORMATIVE:
        return False
    decided = parent.verb.lemma == "decide" and parent.verb.form != "infinitive" and not (parent.verb.modal or parent.verb.negated)
    if clause.kind == "infinitive" and cue.status == "planned" and decided and hit.frame.type in ("diplomatic_ties", "partnership"):
        return False  # "has decided to break off relations"
    steps = 0
    while parent is not None and steps < 3:
        if _is_one(scene, parent, verbs):
            owed = clause.kind == "infinitive" and parent.verb.form != "past"  # "had to borrow" tells of what was done
            return parent.verb.lemma != "have" or owed
        if parent.kind != "infinitive" and not (parent.kind == "subordinate" and parent.link in ("that", "whether")):
            break
        parent, steps = parent.parent, steps + 1
    return False


def _done_to(hit: Hit, clause: Clause) -> bool:
    """Whether an event noun is the object of a verb, and not behind a preposition: "dropped in after a visit to the mill"."""
    objects = {p.head for p in clause.after if p.preposition is None}
    return bool(objects & {*range(*hit.trigger), *([hit.theme] if hit.theme is not None else ())})


def _fronted(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether an event noun only tells when something else is done, before the verb: "During the talks he pledged support"."""
    first = hit.trigger[0]
    heads = {first, *([hit.theme] if hit.theme is not None else ())}
    return first < clause.verb.start and not heads & set(clause.subject) and not clause.verb.passive


def _by_verb(entries: Sequence[str]) -> dict[str, list[list[str]]]:
    """The words that must stand behind each verb, in each of its entries: "be ready" and "be willing"."""
    found: dict[str, list[list[str]]] = {}
    for entry in entries:
        verb, *rest = entry.split()
        found.setdefault(verb, []).append(rest)
    return found


def _is_one(scene: Scene, clause: Clause, verbs: Mapping[str, list[list[str]]]) -> bool:
    near = [u.lower for u in scene.units[clause.verb.end : clause.verb.end + 3]]
    wide = [u.lower for u in scene.units[clause.verb.end : clause.verb.end + 6]]
    for lemma in clause.verb.lemmas:
        for rest in verbs.get(lemma, ()):
            row = wide if set(rest) & FAR else near
            if not rest or any(row[n : n + len(rest)] == rest for n in range(len(row))):
                return True
    return False


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
        opens = phrase_start(scene.units, hit.trigger[0], max(0, hit.trigger[0] - 6)) if hit.nominal else hit.trigger[0]
        low, high = max(0, opens - 3), hit.trigger[0]
    for k in range(low, min(high, len(scene.units))):
        for pattern in cue.patterns:
            match = pattern.match(scene.units, k, lambda kind, tokens, i: ())  # type: ignore[arg-type]
            if match and not hit.nominal and clause.verb.head <= k and match.end <= hit.trigger[1] and cue.status == "ongoing":
                continue  # "got under way" is the event itself
            infinitive = not hit.nominal and clause.kind == "infinitive"
            if match and cue.status == "planned" and scene.units[match.end - 1].lower == "to" and not _opens_verb(scene, match.end):
                continue  # "was suspended in 2020 due to the plague"
            if match and (direction != "before" or match.end <= hit.trigger[0] + infinitive):
                return True
    return False


def _inverted(scene: Scene, clause: Clause) -> bool:
    """A condition without "if": "Had it gone ahead", "Were lawmakers to reject it", "Should both agree"."""
    first = next((u for u in scene.units if u.tag != "sign"), None)
    opening = first is not None and first.lower in ("had", "were", "should")
    return opening and clause in scene.clauses[:3] and scene.clauses[0].verb.start <= 1
