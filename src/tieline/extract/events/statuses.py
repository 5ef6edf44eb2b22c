"""The statuses that the clause of an event gives it, each with the rule that says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tieline.extract.events.clause_times import not_until
from tieline.extract.events.cues import HEADS, accompanies, applies, foreseen, is_inverted
from tieline.extract.events.infinitives import out_of_question
from tieline.extract.events.qualifier_rules import Qualifiers
from tieline.extract.events.untrue import is_not_so
from tieline.extract.syntax.clause import Clause

if TYPE_CHECKING:
    from tieline.extract.events.scene import Hit, Scene


def _nobody(scene: Scene, clause: Clause) -> bool:
    """Whether a verb has nobody as its subject: "No state has recognised it", "neither side has ratified"."""
    parent = clause.parent
    if clause.kind == "infinitive" and parent is not None and not clause.verb.passive and parent.verb.lemma in scene.words["wishing"]:
        return _nobody(scene, parent)  # "Neither side wants to end it"
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
    """Whether it is said that something is not planned or not allowed: "does not intend to visit Lima"."""
    parent = clause.parent
    if parent is not None and clause.kind == "infinitive" and parent.verb.negated and parent.verb.lemma in scene.words["allowing"]:
        return True
    return clause.kind == "infinitive" and parent is not None and parent.verb.negated and parent.verb.lemma in scene.words["intending"]


def _conditioned(scene: Scene, clause: Clause) -> bool:
    """Whether a main clause tells what will be if something else comes about: "If Congress agrees, it will take effect in May"."""
    at = scene.clauses.index(clause)
    if clause.kind not in ("main", "subordinate") or clause.verb.modal not in ("will", "would", "shall"):
        return False
    return any(c.link == "if" for c in scene.clauses[max(0, at - 2) : at]) or any(
        c.link == "if" and c.parent is clause for c in scene.clauses
    )


def statuses(scene: Scene, hit: Hit, qualifiers: Qualifiers) -> Iterator[tuple[str, str]]:
    """Every status that the words around an event give it, with the id of the rule or reading that says so."""
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
    if (not hit.nominal and _wished(scene, clause)) or _striven_for(scene, clause, hit):
        yield "hypothetical", "verb.wished"
    if foreseen(scene, clause) and (not hit.nominal or accompanies(scene, hit)):
        yield "expected", "verb.should_by_then"
    if not hit.nominal and _unwanted(scene, clause):
        yield "denied", "verb.not_planned"
    if not hit.nominal and scene.sentence.zone in HEADS and clause.kind == "infinitive" and clause.parent is None:
        yield "planned", "headline.to"
    if hit.nominal:
        yield from _of_noun(scene, hit, clause)
    if not hit.nominal and out_of_question(scene, clause):
        yield "denied", "noun.no"
    if not hit.nominal and _only_brought(scene, clause):
        yield "hypothetical", "verb.brought_about"
    if not hit.nominal and clause.kind == "infinitive" and scene.units[clause.verb.start - 1].lower == "whether":
        yield "hypothetical", "status.hypothetical.link"
    if not hit.nominal and _conditioned(scene, clause):
        yield "hypothetical", "status.hypothetical.link"
    if not hit.nominal and _yet(scene, clause):
        yield "denied", "verb.yet_to"
    if not hit.nominal and is_not_so(scene, clause):
        yield "denied", "verb.not_so"
    if not hit.nominal and _hoped_for(scene, hit, clause):
        yield "hypothetical", "participle.of_something_open"
    if not hit.nominal and _to_be_seen(clause):
        yield "planned", "participle.of_something_ahead"
    if not hit.nominal and _desired(scene, clause):
        yield "hypothetical", "participle.desired"
    if not hit.nominal and (_given_up(scene, clause) or _dropped_after(scene, clause)):
        yield "cancelled", "verb.had_been_due"
    if (not hit.nominal or accompanies(scene, hit)) and clause.verb.modal == "was to":
        yield "cancelled" if clause.verb.perfect else "planned", "verb.was_to"
    if (
        not hit.nominal
        and clause.kind == "infinitive"
        and any(u.lower == "no" for u in scene.units[max(0, clause.verb.start - 4) : clause.verb.start])
    ):
        yield "denied", "noun.no"
    if not hit.nominal and (set_about := _set_about(scene, clause)) is not None:
        yield set_about, "verb.set_about"
    if not hit.nominal and _first_to_come(scene, clause):
        yield "planned", "verb.first_time_ahead"
    for cue in qualifiers.cues:
        if applies(scene, hit, clause, cue):
            yield cue.status, cue.id


def _of_noun(scene: Scene, hit: Hit, clause: Clause) -> Iterator[tuple[str, str]]:
    """The statuses that the verb beside an event noun gives it: "denied that it was negotiating the sale", "ratification depends on"."""
    if clause.kind == "subordinate" and clause.parent is not None and clause.parent.verb.lemma in scene.words["denying"]:
        yield "denied", "verb.denied_that"
    if clause.verb.lemma in scene.words["hanging"] and hit.trigger[0] < clause.verb.start:
        yield "hypothetical", "verb.hangs_on"


def _striven_for(scene: Scene, clause: Clause, hit: Hit) -> bool:
    """Whether an event noun is only what something aims at: "talks towards achieving an early conclusion of the pact"."""
    if clause.kind != "participle" or clause.verb.form != "ing" or hit.trigger[0] < clause.verb.end:
        return False
    before = [u.lower for u in scene.units[max(0, clause.verb.start - 2) : clause.verb.start]]
    return before[-1:] in (["towards"], ["toward"]) or before in (
        ["view", "to"],
        ["aimed", "at"],
        ["aiming", "at"],
        ["aim", "of"],
        ["hope", "of"],
    )


def _first_to_come(scene: Scene, clause: Clause) -> bool:
    """Whether it is told as the first time of something to come: "It will be the first time the two are meeting since 2019"."""
    at = scene.clauses.index(clause)
    before = scene.clauses[at - 1] if at else None
    if before is None or before.verb.lemmas[-1:] != ("be",) or before.verb.modal not in ("will", "would", "is to"):
        return False
    return clause.verb.form == "present" and any(u.lower.split()[-1] == "time" for u in scene.units[before.verb.end : clause.verb.start])


def _set_about(scene: Scene, clause: Clause) -> str | None:
    """The status that a verb of beginning lends to what is begun: "will start prohibiting", "has not begun building"."""
    at = scene.clauses.index(clause)
    before = scene.clauses[at - 1] if at else None
    if clause.kind != "participle" or clause.verb.form != "ing" or before is None or before.verb.end != clause.verb.start:
        return None
    if before.verb.lemma not in scene.words["beginning"]:
        return None
    if before.verb.negated:
        return "denied"
    return {"will": "planned", "shall": "planned", "is to": "planned"}.get(before.verb.modal or "") or (
        "hypothetical" if before.verb.modal in ("may", "might", "could", "would", "should") else None
    )


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


def _told_until(hit: Hit, clause: Clause) -> int:
    """Where the words end that tell of an event by a form of "be": "is almost complete"."""
    return max(hit.trigger[1] if clause.verb.lemma == "be" else 0, clause.verb.head)


def _yet(scene: Scene, clause: Clause) -> bool:
    """Whether something remains to be done: "has yet to ratify", "is yet to give its assent"."""
    verb, units = clause.verb, scene.units
    if verb.modal == "is to":
        return any(u.lower == "yet" for u in units[verb.start : verb.head])
    return clause.kind == "infinitive" and verb.start > 0 and units[verb.start - 1].lower == "yet"


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
    parent = clause.parent if clause.kind == "infinitive" else clause
    if parent is None or (parent is clause and clause.verb.lemma != "be"):
        return False
    verb = parent.verb
    due = verb.lemma in scene.words["was_set"] or any(u.lower in scene.words["was_set"] for u in scene.units[verb.end : verb.end + 1])
    return verb.perfect and scene.units[verb.start].lower == "had" and due


def _dropped_after(scene: Scene, clause: Clause) -> bool:
    """Whether what was set is told right behind to have been given up: "was due to visit Lima on Monday but called it off"."""
    parent = clause.parent if clause.kind == "infinitive" else clause
    if parent is None or parent.verb.form != "past":
        return False
    at = max(scene.clauses.index(clause), scene.clauses.index(parent))
    behind = scene.clauses[at + 1] if at + 1 < len(scene.clauses) else None
    set_ = parent.verb.lemma in scene.words["was_set"] or parent.verb.modal == "was to" or _was_set(scene, parent)
    if behind is None or not set_ or (behind.link != "but" and scene.units[max(0, behind.left - 1)].lower != "but"):
        return False
    off = any(u.lower in ("off", "out") for u in scene.units[behind.verb.end : behind.verb.end + 3])
    return behind.verb.lemma in scene.words["calling_off"] | scene.words["postponing"] or (
        off and behind.verb.lemma in scene.words["backing_out"]
    )


def _was_set(scene: Scene, clause: Clause) -> bool:
    return any(u.lower in scene.words["was_set"] for u in scene.units[clause.verb.start : clause.verb.end + 1])


def _counterfactual(scene: Scene, clause: Clause) -> bool:
    """Whether something not done is only imagined: "had she not come, it would not have been signed"."""
    verb = clause.verb
    return (
        verb.perfect
        and verb.modal in ("would", "could", "might")
        and (is_inverted(scene, clause) or any(u.lower == "if" for u in scene.units))
    )
