"""Infinitives that tell of no event: what a thing is for, and what something was done for."""

from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.syntax.clause import Clause

FAR = 12  # units between a decision and what was decided
STOPPED = frozenset(("stop", "stops", "stopped", "stopping", "fell", "falls", "fall"))


def is_aim(scene: Scene, clause: Clause) -> bool:
    """Whether an infinitive only says what a thing is for: "negotiations to upgrade the accord", "a plan to build a port"."""
    units = scene.units
    if clause.antecedent:
        return False  # "a summit to be held in May"
    before = units[clause.verb.start - 1] if clause.verb.start else None
    if before is not None and _for_somebody(scene, clause.verb.start):
        return True
    if before is None or before.tag not in ("noun", "agreement"):
        return False
    if clause.parent is not None and clause.parent.verb.lemma in scene.words["clause_takers"]:
        return False
    heads = {u.lower for u in units[max(0, clause.verb.start - 8) : clause.verb.start]}
    if "no" in {u.lower for u in units[max(0, clause.verb.start - 4) : clause.verb.start]}:
        return False  # "has no plans to sign" says that nothing will be signed
    return before.lower in scene.words["aims"] or (before.tag == "agreement" and not heads & scene.words["exceptions"])


def plans(scene: Scene, clause: Clause) -> str | None:
    """What becomes of plans to do something: "dropped plans to impose tariffs" is cancelled, "announced plans to lift them" planned."""
    at = _plan_before(scene, clause.verb.start)
    if at is None or any(u.lower == "no" for u in scene.units[max(0, at - 3) : at]):
        return None
    told = next((c for c in scene.clauses if c.verb.passive and at in c.subject), None)  # "a plan to buy ships was dropped"
    if any(at in c.subject and not c.verb.passive and c.verb.lemma in scene.words["failing"] for c in scene.clauses):
        return "cancelled"  # "a plan by Halt to take over the mine failed"
    parent = told or clause.parent
    owned = at < clause.verb.start - 1 or (at > 1 and scene.units[at - 1].tag == "'s" and scene.units[at - 2].tag == "actor")
    owned = owned and scene.units[at].lower in ("plan", "plans")
    if parent is None or parent.verb.negated or parent.verb.modal or not parent.verb.finite or (parent.verb.passive and told is None):
        return None
    if parent.verb.lemma in scene.words["calling_off"] | scene.words["giving_up"]:
        return "cancelled"
    return "planned" if owned or parent.verb.lemma in scene.words["announcing"] | scene.words["having_plans"] else None


def _plan_before(scene: Scene, start: int) -> int | None:
    """The plan that an infinitive tells, also with its maker between: "a plan by Orsenda to buy ships"."""
    units, at = scene.units, start - 1
    at -= at > 0 and units[at].tag == "time"  # "announced plans on Friday to raise duties"
    at -= at > 0 and units[at].lower in ("on", "in") and units[at + 1].tag == "time"
    if at > 2 and units[at].tag == "actor":
        by = at - 1
        while by > max(1, at - 6) and units[by].tag in ("determiner", "noun", "actor"):
            by -= 1
        at = by - 1 if units[by].lower in ("by", "of") else at
    return at if at > 0 and units[at].lower in scene.words["plans"] else None


def meant(scene: Scene, clause: Clause) -> str | None:
    """What words for an intent make of what is meant: "reaffirmed their pledge to sign", "voiced interest in signing"."""
    units, at = scene.units, clause.verb.start - (1 if clause.kind == "infinitive" else 2)
    ing = clause.kind == "participle" and clause.verb.form == "ing" and units[at + 1].lower in ("of", "in", "to")
    if at < 1 or not (ing or clause.kind == "infinitive") or units[at].lower not in scene.words["resolves"] | scene.words["wishes"]:
        return None
    parent = clause.parent or next((c for c in scene.clauses if c.left <= at < c.right and c is not clause), None)
    if parent is None or parent.verb.negated or any(u.lower == "no" for u in units[max(0, at - 3) : at]):
        return None
    if parent.verb.lemma not in scene.words["voicing"] | scene.words["announcing"] | scene.words["having_plans"]:
        return None
    return "planned" if units[at].lower in scene.words["resolves"] else "hypothetical"


def _for_somebody(scene: Scene, start: int) -> bool:
    """Whether an infinitive says what an agreement or plan lets somebody do: "an agreement in 2015 for Orsenda to build a plant"."""
    units, k = scene.units, start - 1
    while k > 0 and units[k].tag in ("actor", "noun", "determiner", "'s", "adverb"):
        k -= 1
    if k == start - 1 or units[k].lower != "for":
        return False
    near = units[max(0, k - 4) : k]
    if any(unit.lower == "no" for unit in near):
        return False  # "there are no plans for the premier to visit"
    return any(unit.tag == "agreement" or unit.lower in scene.words["aims"] for unit in near)


def out_of_question(scene: Scene, clause: Clause) -> bool:
    """Whether an -ing form tells what nobody means to do: "has no intention of breaking off relations", "no question of signing"."""
    units, k = scene.units, clause.verb.start - 2
    if k > 0 and clause.verb.form == "ing" and units[k].lower == "short" and any(u.lower in STOPPED for u in units[max(0, k - 2) : k]):
        return True  # "stopped short of breaking off relations"
    if k < 1 or clause.verb.form != "ing" or units[k].lower not in scene.words["meant"]:
        return False
    return bool({u.lower for u in units[max(0, k - 4) : k]} & {"no", "never", "without", "not", "n't", "neither"})


def decision(scene: Scene, clause: Clause) -> int | None:
    """The noun whose infinitive tells what was done: "Orsenda's move to delay licences", "the decision on Monday to raise duties"."""
    if clause.kind != "infinitive":
        return None
    units, start = scene.units, clause.verb.start
    near = next((k for k in range(start - 1, max(-1, start - 4), -1) if units[k].lower in scene.words["decided"]), None)
    near = near if near is not None else _decided_by(scene, start - 1)
    open_ = near is not None and any(u.lower in ("any", "no") for u in units[max(0, near - 2) : near])
    return None if open_ else near  # "Any decision to buy ships would need a vote"


def _decided_by(scene: Scene, k: int) -> int | None:
    """The decision before whoever took it: "the decision by the Orsenda Club in May to", "the decision of the ministry to"."""
    low, start = max(0, k - FAR), k + 1
    while k > low and scene.units[k].tag in ("time", "preposition", "determiner", "actor", "noun", "'s"):
        if scene.units[k].lower in scene.words["decided"]:
            by = scene.units[k + 1].lower == "by"
            of = scene.units[k + 1].lower == "of" and any(unit.tag == "actor" for unit in scene.units[k + 2 : start])
            return k if by or of else None
        k -= 1
    return None


def is_purpose(scene: Scene, hit: Hit) -> bool:
    """Whether an event is only what something was done for: "flew to Lima to sign the accord" does not tell of a signing."""
    clause = hit.clause
    if hit.nominal or hit.status is not None or clause is None or clause.kind != "infinitive" or clause.antecedent:
        return False
    parent = clause.parent
    if clause.verb.perfect and parent is not None and parent.verb.passive:
        return False  # "is reported to have bought six ships"
    while parent is not None and parent.kind == "infinitive" and parent.verb.lemma == "help" and parent.parent is not None:
        parent = parent.parent  # "lent the money to help rebuild the port"
    if decision(scene, clause) is not None:
        return False
    if parent is None:  # "a way to settle disputes"; but "this forced them to cancel the order"
        at = scene.clauses.index(clause)
        led = at > 0 and scene.clauses[at - 1].verb.lemma in scene.words["brought_about"]
        return scene.sentence.zone == "prose" and not led
    before = {u.lower for u in scene.units[max(0, clause.verb.start - 8) : clause.verb.start]}
    if hit.frame.type == "diplomatic_ties" and struck(scene, clause):
        return False
    if parent.verb.lemma in scene.words["came_for"] and _came_somewhere(scene, parent, clause):
        return not before & scene.words["exceptions"]
    return parent.verb.lemma not in scene.words["brought_about"] and not before & scene.words["exceptions"]


def _came_somewhere(scene: Scene, parent: Clause, clause: Clause) -> bool:
    """Whether a place or day stands between coming and its purpose: "came to Lima on Tuesday to sign", and not "came to agree"."""
    return any(unit.tag in ("actor", "time") for unit in scene.units[parent.verb.head + 1 : clause.verb.start])


def struck(scene: Scene, clause: Clause) -> bool:
    """Whether an agreement to do it is told as reached: "announced an agreement to resume relations"."""
    parent, before = clause.parent, scene.units[clause.verb.start - 1]
    return (
        parent is not None
        and parent.verb.lemma in scene.words["striking"]
        and before.tag in ("noun", "agreement")
        and not parent.verb.modal
    )
