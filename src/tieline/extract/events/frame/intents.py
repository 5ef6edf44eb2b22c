"""What a verb makes of something meant or asked for: promises kept or broken, requests refused, steps refrained from."""

from tieline.extract.events.frame.scene import Scene
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import names_nobody
from tieline.extract.syntax.unit import Unit

REACH = 4  # words between a verb and what it is said of
FAR = 10  # units between a noun for an intent and what is meant
OWNERS = frozenset(("noun", "actor", "determiner", "'s", "time", "number"))
OPEN = frozenset(("may", "might", "could", "would", "can", "should"))
AHEAD = frozenset(("will", "shall", "is to", "was to"))


def becomes(scene: Scene, clause: Clause) -> str | None:
    """The status that the verb above gives to what an infinitive or -ing form tells: "refrained from buying", "kept its promise to buy"."""
    parent = clause.parent
    if parent is None or parent.verb.negated or not parent.verb.finite or any(names_nobody(scene.units, k) for k in parent.subject):
        return None
    status = _of_doing(scene, clause, parent) if clause.kind == "participle" else _of_noun(scene, clause, parent)
    if status is not None and clause.verb.negated:
        return "denied" if status == "occurred" else None  # "was accused of not buying"
    if status is not None and parent.verb.modal in OPEN:
        return "hypothetical"
    return "planned" if status == "occurred" and parent.verb.modal in AHEAD else status


def _of_doing(scene: Scene, clause: Clause, parent: Clause) -> str | None:
    """What a verb with its preposition makes of an -ing form: "decided last week against buying", "was accused of buying"."""
    if clause.verb.form != "ing":
        return None
    table, start = scene.words.tables["doing"], clause.verb.start
    for n in range(1, min(REACH, start - parent.verb.end) + 1):
        rest = " ".join(u.lower for u in scene.units[start - n : start])
        for lemma in parent.verb.lemmas:
            if (told := table.get(f"{lemma} {rest}")) is not None:
                return str(told)
    return None


def _of_noun(scene: Scene, clause: Clause, parent: Clause) -> str | None:
    """What a verb makes of an intent or a request: "went back on a promise to buy", "turned down a request to buy"."""
    if clause.kind != "infinitive" or clause.verb.start <= parent.verb.end:
        return None
    noun = scene.units[clause.verb.start - 1].lower
    name = next((name for name in ("intents", "requests") if noun in scene.words[name]), None)
    if name is None:
        return None
    table = scene.words.tables["over_" + name]
    between = scene.units[parent.verb.end : clause.verb.start - 1]
    for n in range(min(len(between), REACH - 1), -1, -1):
        if any(u.tag == "preposition" for u in between[n:]):
            continue  # "rejected the basis for Orsenda's proposal to buy"
        for lemma in parent.verb.lemmas:
            if (told := table.get(" ".join((lemma, *(u.lower for u in between[:n]))))) is not None:
                return str(told)
    return None


def owned(scene: Scene, clause: Clause) -> str | None:
    """What somebody's own intent makes of what it tells, whatever is said of it: "Orsenda's plan to buy ships has angered traders"."""
    at = _intent_before(scene, clause.verb.start) if clause.kind == "infinitive" else None
    if at is None or any(u.lower in ("no", "any") for u in scene.units[max(0, at - 3) : at]):
        return None
    told = str(scene.words.tables["owned_intents"][scene.units[at].lower])
    said = next((c for c in scene.clauses if at in c.subject and c.verb.finite), None) or clause.parent
    if said is None or said.verb.negated:
        return told
    if said.verb.lemma in scene.words["failing"] | scene.words["calling_off"] | scene.words["giving_up"]:
        return "cancelled"
    return _refused(scene, said) or told


def _refused(scene: Scene, said: Clause) -> str | None:
    """What becomes of an offer that is answered: "Orsenda's offer to buy ships was turned down"."""
    if not said.verb.passive or said.verb.modal:
        return None
    end = said.verb.end
    behind = scene.units[end].lower if end < len(scene.units) else ""
    told = scene.words.tables["over_requests"]
    return next((str(told[key]) for key in (f"{said.verb.lemma} {behind}", said.verb.lemma) if key in told), None)


def _intent_before(scene: Scene, start: int) -> int | None:
    """The noun for an intent of somebody's own right before an infinitive, or before its owner: "a threat by the Orsendan army to"."""
    units, k = scene.units, start - 1
    while k > max(0, start - FAR) and (units[k].tag in OWNERS or units[k].lower in ("by", "of", "from", "in")):
        if units[k].lower in scene.words.tables["owned_intents"]:
            behind = any(u.tag == "actor" for u in units[k + 2 : start]) and units[k + 1].lower in ("by", "from", "of")
            return k if behind or (k > 0 and _is_ones_own(units[k - 1])) else None
        k -= 1
    return None


def _is_ones_own(before: Unit) -> bool:
    return before.tag in ("'s", "actor") or before.lower in ("its", "their", "his", "her", "our")
