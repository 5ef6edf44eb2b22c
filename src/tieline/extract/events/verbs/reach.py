"""What a frame asks beside its verb: a time of its own, a receiver, another country than the doer's."""

from tieline.extract.events.frame.scene import Scene
from tieline.extract.events.verbs.tries import Try
from tieline.extract.events.when.clause_times import clause_time, of_clause
from tieline.extract.events.who.agents import tellers
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import is_actor, modifiers
from tieline.model.mention import ActorMention

AHEAD = frozenset(("will", "shall", "is to"))
FORESEEN = frozenset(("expect", "schedule", "slate", "set"))


def has_what_it_asks(one: Try) -> bool:
    """Whether a clause has the time, the receiver and the other country that the frame asks for."""
    frame, scene, clause = one.frame, one.scene, one.clause
    if frame.under_way and not (clause.verb.progressive and clause.verb.finite):
        return False
    if frame.dated and not _is_dated(one):
        return False
    return (not frame.toward or _toward(scene, clause)) and (not frame.abroad or _abroad(scene, clause))


def _is_dated(one: Try) -> bool:
    """Whether a clause has a time that is its own, not that of an occasion spoken of, or tells of talks to come."""
    clause, parent = one.clause, one.clause.parent
    foreseen = clause.kind == "infinitive" and parent is not None and parent.verb.lemma in FORESEEN and parent.verb.passive
    if one.frame.type == "meeting" and (clause.verb.modal in AHEAD or foreseen):
        return True  # "will discuss trade with the premier", "is expected to discuss trade with the premier"
    at = clause_time(one.scene, one.clause)
    if at is None:
        return _dated_above(one.scene, one.clause)
    return not (one.frame.type == "meeting" and _of_occasion(one.scene, at[0]))


def _of_occasion(scene: Scene, k: int) -> bool:
    """Whether a time is that of an occasion spoken of: "discussed preparations for the summit in December"."""
    return any(scene.kinds[m] & {"summit", "visit", "round", "session"} for m in range(max(0, k - 3), k))


def _dated_above(scene: Scene, clause: Clause) -> bool:
    """Whether an infinitive has the time of its verb: "started in May to require licences"; a promise has a time of its own."""
    parent = clause.parent
    if clause.link == "where" and of_clause(scene, clause) is not None:
        return True  # "flew to Lima on Monday, where he saw the premier"
    promised = parent is not None and parent.verb.lemma in scene.words["agreed_that"]
    return clause.kind == "infinitive" and not promised and of_clause(scene, clause) is not None


def _toward(scene: Scene, clause: Clause) -> bool:
    """Whether a country stands behind a verb as the one who gets something: "gave Orsenda 5 million", "handed it over to Orsenda"."""
    if clause.verb.passive and any("country" in scene.kinds[k] for k in clause.subject):
        return True  # "Orsenda was given 5 million"
    return any(
        "country" in scene.kinds[p.head]
        and p.preposition in (None, "to", "for")
        and p.head not in clause.subject
        and getattr(scene.units[p.head].mention, "form", "") != "demonym"
        for p in clause.after
    )


def _abroad(scene: Scene, clause: Clause) -> bool:
    """Whether another country than the doer's is told with a verb: "sent troops to the Orsendan border", "curbed Orsendan imports"."""
    doers = {name for k in clause.subject for name in _countries(scene, k)}
    told = [k for k in range(clause.verb.end, _with_relatives(scene, clause)) if is_actor(scene.units[k])]
    told += [k for k in clause.subject if is_actor(scene.units[k])] if clause.verb.passive else []
    told += [p.head for p in clause.before if is_actor(scene.units[p.head])] if clause.verb.passive else []
    doers = set() if clause.verb.passive else doers
    return any(_countries(scene, k) - doers for k in told) or _of_teller(scene, clause, doers)


def _of_teller(scene: Scene, clause: Clause, doers: set[str]) -> bool:
    """Whether something is done to what belongs to the one who tells of it: "Orsenda said Halidor had shelled its positions"."""
    own = any(u.lower in ("its", "their", "our") for u in scene.units[clause.verb.end : clause.right])
    return own and any(_countries(scene, k) - doers for k in tellers(scene, clause))


def _with_relatives(scene: Scene, clause: Clause) -> int:
    """Where a clause ends together with those that hang on its nouns: "took delivery of the boats that it had ordered from Orsenda"."""
    right = clause.right
    for other in scene.clauses[scene.clauses.index(clause) + 1 :]:
        if not (other.kind in ("relative", "participle") or _tells_of_noun(scene, other)) or other.left > right + 1:
            break
        right = other.right
    return right


def _tells_of_noun(scene: Scene, clause: Clause) -> bool:
    """Whether an infinitive tells what a thing is for: "got the contract to build a port in Orsenda"."""
    return clause.kind == "infinitive" and clause.left > 0 and scene.units[clause.left - 1].tag in ("noun", "agreement")


def _countries(scene: Scene, k: int) -> set[str]:
    """The countries told by a unit, or before it in its noun phrase."""
    row = [scene.units[m] for m in (k, *modifiers(scene.units, k))]
    mentions = [mention for unit in row for mention in (unit.mention, *unit.inner)]  # "the landing rights of Air Orsenda"
    return {mention.country for mention in mentions if isinstance(mention, ActorMention) and mention.country}
