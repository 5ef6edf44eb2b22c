"""Who does it: the actors in a subject, or in the noun phrase of a theme."""

from collections.abc import Sequence
from itertools import pairwise

from tieline.extract.events.frame.frames import Frame
from tieline.extract.events.frame.infinitives import decision
from tieline.extract.events.frame.scene import Scene
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import attached, is_actor, modifiers

HE = frozenset(("he", "she"))
TWO = 2
BODY, SOON = frozenset(("body",)), 2  # sentences over which "it" means the body told last
IT = frozenset(("country", "organization", "state", "company"))


def acting(scene: Scene, clause: Clause) -> list[int]:
    """The subject of a clause; for a pronoun, the subject of the clause that it hangs on: "Togo said that it had broken off relations"."""
    parent = clause.parent
    if clause.kind != "subordinate" or parent is None or len(clause.subject) != 1 or parent.verb.passive:
        return clause.subject
    word = scene.units[clause.subject[0]].lower
    actors = [k for k in parent.subject if is_actor(scene.units[k])]
    if word in HE and len(actors) == 1 and "person" in scene.kinds[actors[0]] and actors == parent.subject:
        return actors
    if word == "it" and len(actors) == 1 and scene.kinds[actors[0]] & IT and actors == parent.subject:
        return actors
    if word == "they" and len(actors) > 1:
        return actors
    return clause.subject


def agents_of(scene: Scene, clause: Clause, frame: Frame) -> list[tuple[str, int]]:
    """The actors in the subject of a clause and in the phrases between it and the verb."""
    noun = decision(scene, clause)
    if noun is not None:
        return [(frame.agent_role, k) for k in _deciding(scene, noun, clause) if is_actor(scene.units[k])]
    body = len(clause.subject) == 1 and _is_body(scene, clause.subject[0], frame)
    found = [(frame.agent_role, k) for k in acting(scene, clause) if is_actor(scene.units[k]) and not body]
    if clause.subject and not body and all(scene.units[k].lower == "it" for k in clause.subject):
        found += [(frame.agent_role, k) for k in _teller(scene, clause) if is_actor(scene.units[k])]
    for k in clause.subject:
        if not is_actor(scene.units[k]):
            found += [(frame.agent_role, m) for m in (*modifiers(scene.units, k), *called(scene, k)) if is_actor(scene.units[m])]
        found += [(frame.agent_role, m) for m in sent(scene, k, clause.verb.start)]
    found += [
        (frame.agent_role, p.head)
        for p in clause.before
        if p.preposition in ("of", "from", "between", "and", "with") and is_actor(scene.units[p.head])
    ]
    return found


def _deciding(scene: Scene, noun: int, clause: Clause) -> list[int]:
    """Who takes a decision: "Orsenda's decision to", "a decision by Orsenda in May to", "the decision of the ministry to"."""
    behind = (k for preposition, k in attached(scene.units, noun, clause.verb.start) if preposition in ("by", "of"))
    return [*modifiers(scene.units, noun), *behind]


def called(scene: Scene, k: int) -> list[int]:
    """The firm or body that a noun only tells the kind of: "Orsen Works, an Orsendan engineering firm, which signed ..."."""
    units, at = scene.units, k
    while at > 1 and units[at - 1].tag in ("noun", "determiner", "number", "actor", "'s") and units[at - 1].text != ",":
        at -= 1
    opened = units[at].tag == "determiner" or any(unit.tag in ("actor", "'s") for unit in units[at:k])
    if at < 2 or units[at - 1].text != "," or not is_actor(units[at - 2]) or not opened:
        return []
    return [at - 2] if scene.kinds[at - 2] & {"company", "organization", "unknown"} and "person" not in scene.kinds[at - 2] else []


def sent(scene: Scene, k: int, end: int) -> list[int]:
    """Whose a delegation is, and who leads it: "a delegation from Orsenda, headed by the minister, arrived"."""
    if not {"delegates", "body", "group"} & scene.kinds[k]:
        return []
    near = attached(scene.units, k, end) if not is_actor(scene.units[k]) else []
    found = [m for preposition, m in near if preposition in ("from", "of") and is_actor(scene.units[m])]
    led = (c for c in scene.clauses if c.verb.lemma in scene.words["leading"] and c.verb.end - c.verb.start == 1 and k in c.subject)
    found += [m for m in modifiers(scene.units, k) if not is_actor(scene.units[k]) and "country" in scene.kinds[m]]
    return found + [p.head for c in led for p in c.after if p.preposition == "by" and is_actor(scene.units[p.head])]


def tellers(scene: Scene, clause: Clause) -> Sequence[int]:
    """Those in whose words a clause is told, before or behind it: "Orsenda said", "..., Orsenda said"."""
    parent = clause.parent
    if parent is not None and parent.verb.lemma in scene.words["spoken"]:
        return parent.subject
    at = scene.clauses.index(clause)
    near = scene.clauses[max(0, at - 1) : at + 2]
    return next((c.subject for c in near if c is not clause and c.verb.lemma in scene.words["spoken"] and c.kind == "main"), ())


def _teller(scene: Scene, clause: Clause) -> Sequence[int]:
    """Who says of himself that he does it: "Orsenda said in April it would lend the money"."""
    at = scene.clauses.index(clause)
    told = scene.clauses[at - 1] if at else None
    if clause.kind == "relative" and clause.parent is not None:
        return clause.parent.subject  # "Orsenda rolled over the sum it had placed"
    return told.subject if told is not None and told.verb.lemma in scene.words["spoken"] and told.verb.finite else ()


def around(scene: Scene, heads: Sequence[int], end: int, frame: Frame) -> list[tuple[str, int]]:
    """The actors in the noun phrase of a theme."""
    found: list[tuple[str, int]] = []
    own = scene.words.tables["roles_of"].get(frame.type, {})
    told = dict(own) if frame.type == "other" else {}  # "an embassy in Orsenda"
    if frame.agent_role in ("donor", "lender"):
        told["to"] = "recipient"  # "aid to Orsenda"
    for k in heads:
        found += [("party", m) for m in modifiers(scene.units, k) if is_actor(scene.units[m])]
        found += [
            (told.get(preposition, "party"), m)
            for preposition, m in attached(scene.units, k, end)
            if preposition in ("between", "with", "of", "and", "from", "to", "among", *own) and not takes_no_part(scene, m)
        ]
    return found


def noun_agents(scene: Scene, k: int, frame: Frame) -> list[tuple[str, int]]:
    """The actors before an event noun and in the phrases behind it."""
    found = [(frame.agent_role, m) for m in modifiers(scene.units, k) if is_actor(scene.units[m])]
    found += [
        (frame.agent_role, m)
        for preposition, m in attached(scene.units, k, len(scene.units))
        if preposition in ("between", "by", "with", "among", "of") and not takes_no_part(scene, m)
    ]
    return found


def takes_no_part(scene: Scene, k: int) -> bool:
    """Whether an actor only helped others to it, or names an occasion: "with Corvian mediation", "on the margins of the assembly"."""
    units = scene.units
    before = [unit.lower for unit in units[max(0, k - 3) : k] if unit.tag != "determiner"][-2:]
    helps = (k + 1 < len(units) and units[k + 1].lower in scene.words["no_part"]) or _helped_by(scene, before)
    far = [unit.lower for unit in units[max(0, k - 7) : k]]
    chained = far[-1:] in (["of"], ["the"]) and any(w in scene.words["margins"] and v == "of" for w, v in pairwise(far))
    but = next((n for n, word in enumerate(far[-5:]) if word == "but"), None)
    apart = but is not None and "not" in far[-5:][but : but + 3]  # "by Orsenda, but not yet by Velmar"
    helps = helps or before == ["solidarity", "with"]
    return helps or chained or apart or (len(before) == 2 and before[0] in scene.words["margins"] and before[1] == "of")


def _helped_by(scene: Scene, before: Sequence[str]) -> bool:
    """Whether the words before an actor tell whose help it was: "after mediation by", "with the help of", "talks brokered by"."""
    by = len(before) == TWO and before[1] in ("by", "of", "from")
    return by and (before[0] in scene.words["helping"] or (before[1] == "by" and before[0] in scene.words["brokered"]))


def several(scene: Scene, subject: Sequence[int]) -> bool:
    """Whether a subject is more than one actor."""
    actors = [k for k in subject if is_actor(scene.units[k])]
    return (
        len(actors) > 1
        or any("delegates" in scene.kinds[k] for k in subject)
        or any(getattr(scene.units[k].mention, "plural", False) for k in actors)
    )


def _impersonal(scene: Scene, clause: Clause) -> bool:
    """Whether nobody is named who does what was agreed: "It was agreed to hold a second meeting"."""
    parent = clause.parent
    agreed = clause.kind == "infinitive" and parent is not None and parent.verb.passive and parent.verb.lemma in scene.words["agreed_that"]
    return agreed and [scene.units[k].lower for k in clause.subject] == ["it"]


def agent_fits(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """Whether the subject is of a class that the frame wants."""
    if clause.verb.passive:
        return any("actor" in scene.kinds[p.head] for p in clause.after if p.preposition == "by") or frame.type != "meeting"
    noun = decision(scene, clause)
    doers = _deciding(scene, noun, clause) if noun is not None else [*clause.subject, *acting(scene, clause)]
    doers += [m for k in clause.subject if not is_actor(scene.units[k]) for m in called(scene, k)]
    if "group" in frame.agent and _impersonal(scene, clause):
        return True
    if frame.agent & {"country", "pronoun"} and _its_plan(scene, clause):
        return True
    return any(scene.kinds[k] & frame.agent or scene.units[k].tag in frame.agent or _is_body(scene, k, frame) for k in doers)


def _its_plan(scene: Scene, clause: Clause) -> bool:
    """Whether an infinitive tells a plan of somebody told before: "its decision to ban imports"."""
    units, start = scene.units, clause.verb.start
    return clause.kind == "infinitive" and start > 1 and units[start - 2].lower in ("its", "their") and units[start - 1].tag == "noun"


def _is_body(scene: Scene, k: int, frame: Frame) -> bool:
    """Whether an "it" stands for a body told of just before: "set up a joint commission in May. It met in June"."""
    if scene.units[k].lower != "it" or not frame.agent & BODY:
        return False
    return scene.focus.last(BODY, scene.sentence.index, scene.units, scene.kinds, k, SOON) is not None
