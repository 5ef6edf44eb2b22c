"""What a verb makes of something meant or asked for: promises kept or broken, requests refused, steps refrained from."""

from tieline.extract.events.frame.scene import Scene
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import names_nobody

REACH = 4  # words between a verb and what it is said of
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
