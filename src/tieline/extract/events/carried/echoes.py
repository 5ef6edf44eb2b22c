"""Events told by words that stand for the verb before: "Peru did so in May", "followed suit", "made the same change", "Theirs has not"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tieline.extract.events.frame.dates import dated
from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import is_actor
from tieline.model.mention import Argument
from tieline.model.span import Span

REACH, FAR = 3, 12  # sentences back to the event that is meant; to the change of which another is the same
KEPT = 12
OTHER = frozenset(("recipient", "patient", "host"))


@dataclass(frozen=True)
class Model:
    """An event told before: the sentence, what told it, who took part, and whether its verb was the last of its sentence."""

    sentence: int
    hit: Hit
    arguments: tuple[Argument, ...]
    last: bool
    end: int = 0  # where the words of its verb end in the text


def echoes(scene: Scene, hits: Sequence[Hit], before: Sequence[Model]) -> Iterator[Hit]:
    """The event of a verb told again of somebody else. `before` are those of the sentences before, the last one last."""
    for clause in scene.clauses:
        end = _echo_end(scene, clause)
        doers = _doers(scene, clause) if end is not None else []
        if end is None or not doers:
            continue
        told = [hit for hit in hits if is_model(hit) and hit.clause is not None and hit.clause.verb.end <= clause.verb.start]
        far = None if told else _model(scene, clause, before)
        model = told[-1] if told else far.hit if far is not None else None
        if model is None:
            continue
        agents = tuple((model.frame.agent_role, k) for k in doers) + (partners(scene, model) if told else ())
        extra = _others(far) if far is not None else ()
        yield replace(
            model, trigger=(clause.verb.start, end), clause=clause, theme=None, agents=agents, words=(), time=None, like=None, extra=extra
        )


def _model(scene: Scene, clause: Clause, before: Sequence[Model]) -> Model | None:
    """The event of an earlier sentence that is meant: the last one; for "the same change", the last change of ties."""
    index, verb = scene.sentence.index, clause.verb
    at = scene.clauses.index(clause)
    told = (c for c in scene.clauses[:at] if c is not _held_by(clause))
    if any(c.kind == "main" and c.verb.finite for c in told) and verb.lemma not in ("make", "take"):
        return None  # it stands for a verb of its own sentence, which tells of no event
    if verb.lemma in ("make", "take"):
        changes = [one for one in before if one.hit.frame.type == "diplomatic_ties" and index - one.sentence <= FAR]
        switches = [one for one in changes if one.hit.frame.stage == "switched"]
        return next(reversed(switches or changes), None)
    near = before[-1] if before and index - before[-1].sentence <= REACH else None
    bare = scene.units[verb.head].tag in ("have", "do") and verb.end < len(scene.units)
    alone = bare and scene.units[verb.end].lower not in ("so", "likewise", "the")
    return near if near is None or not alone or (near.last and near.sentence == index - 1) else None


def _held_by(clause: Clause) -> Clause | None:
    """The verb behind which words that stand for another are an infinitive: "is expected to follow suit"."""
    return clause.parent if clause.kind == "infinitive" else None


def _others(model: Model) -> tuple[tuple[str, Span], ...]:
    """Those with or against whom the event of an earlier sentence was done: who stands behind its verb, not who did it."""
    others = [one for one in model.arguments if one.role in OTHER or (one.role == "party" and model.end and one.span.start >= model.end)]
    return tuple((one.role, one.span) for one in others)


def is_model(hit: Hit) -> bool:
    """Whether words behind may stand for the verb of an event."""
    return not hit.nominal and hit.clause is not None and hit.status is None and hit.frame.type not in ("meeting", "summit", "statement")


def partners(scene: Scene, hit: Hit) -> tuple[tuple[str, int], ...]:
    """Those with whom or against whom the event told before was done."""
    after = hit.clause.after if hit.clause is not None else []
    return tuple(("party", p.head) for p in after if p.preposition in ("with", "from", "to") and is_actor(scene.units[p.head]))


def _echo_end(scene: Scene, clause: Clause) -> int | None:
    """Where the words end that stand for a verb; None where they tell something of their own."""
    units, verb = scene.units, clause.verb
    behind = [u.lower for u in units[verb.end : verb.end + 3]]
    if verb.lemma == "do" and behind[:1] in (["so"], ["likewise"]):
        return verb.end + 1
    if (verb.lemma == "do" and behind[:2] == ["the", "same"]) or (verb.lemma == "follow" and behind[:1] == ["suit"]):
        return verb.end + len(behind[:2]) - (verb.lemma == "follow")
    if verb.lemma in ("make", "take") and behind[1:2] == ["same"] and len(behind) == 3 and behind[2] in scene.words["repeatable"]:
        return verb.end + 3
    if verb.lemma == "follow" and not verb.passive and _stops(scene, verb.end) and any("country" in scene.kinds[k] for k in clause.subject):
        return verb.end
    bare = units[verb.head].tag in ("have", "do") and verb.modal is None
    return _behind_not(scene, verb.end) if bare and _stops(scene, _behind_not(scene, verb.end)) else None


def _behind_not(scene: Scene, k: int) -> int:
    return k + 1 if k < len(scene.units) and scene.units[k].tag == "negator" else k


def _stops(scene: Scene, k: int) -> bool:
    """Whether nothing but a time stands behind a place: the end, a sign, "in May"."""
    units = scene.units
    if k >= len(units) or units[k].text in (".", ",", ";") or dated(units[k]):
        return True
    return units[k].lower in ("in", "on", "until") and k + 1 < len(units) and dated(units[k + 1])


def _doers(scene: Scene, clause: Clause) -> list[int]:
    """Who does it: the subject of the clause, or the owner who stands for what is his ("Selland's had done so")."""
    start, units = clause.verb.start, scene.units
    if start > 1 and units[start - 1].tag == "'s" and is_actor(units[start - 2]):
        return [start - 2]
    holder = _held_by(clause)
    own = [k for k in clause.subject if (holder or clause).left <= k < start]
    return [k for k in own if is_actor(units[k]) or scene.kinds[k] & {"parliament", "delegates"}]
