"""What verbs tell as open: wished, weighed, brought about by something else, imagined."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tieline.extract.events.status.cues import is_inverted
from tieline.extract.syntax.clause import Clause

if TYPE_CHECKING:
    from tieline.extract.events.frame.scene import Hit, Scene


def is_counterfactual(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether something not done is only imagined: "had she not come, it would not have been signed"."""
    verb = clause.verb
    return (
        verb.negated
        and verb.perfect
        and verb.modal in ("would", "could", "might")
        and (is_inverted(scene, clause) or any(u.lower == "if" for u in scene.units))
    )


def _wished(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether it is only wished or weighed: "asked that the duties be lifted", "removing the tariffs would help both"."""
    verb, units = clause.verb, scene.units
    if verb.modal is None and clause.kind != "infinitive" and units[verb.start].lower == "be":
        return True
    at = scene.clauses.index(clause)
    after = scene.clauses[at + 1] if at + 1 < len(scene.clauses) else None
    subject = clause.kind == "participle" and verb.form == "ing" and (verb.start <= 1 or units[verb.start - 1].lower in ("that", "said"))
    return subject and after is not None and after.verb.modal in ("would", "could", "might", "may") and not clause.right < after.left


def is_striven_for(scene: Scene, hit: Hit, clause: Clause) -> bool:
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


def _only_brought(scene: Scene, hit: Hit, clause: Clause) -> bool:
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


def _is_asked(scene: Scene, hit: Hit, clause: Clause) -> bool:
    before = [u.lower for u in scene.units[max(0, clause.verb.start - 3) : clause.verb.start]]
    asked = before[-1:] == ["whether"] or before == ["whether", "or", "not"]
    return clause.kind == "infinitive" and asked


def _conditioned(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether a main clause tells what will be if something else comes about: "If Congress agrees, it will take effect in May"."""
    at = scene.clauses.index(clause)
    if clause.kind not in ("main", "subordinate") or clause.verb.modal not in ("will", "would", "shall"):
        return False
    return any(c.link == "if" for c in scene.clauses[max(0, at - 2) : at]) or any(
        c.link == "if" and c.parent is clause for c in scene.clauses
    )


def _hoped_for(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether a participle tells of something that only may come: "it would result in a memorandum signed quickly"."""
    parent = clause.parent
    if clause.kind != "participle" or clause.verb.form == "ing" or parent is None or hit.theme is None:
        return False
    times = [u.lower for u in scene.units[clause.verb.end : clause.verb.end + 4] if u.tag == "time"]
    if any(words.startswith("last ") or any(char.isdigit() for char in words) for words in times):
        return False  # "would follow an accord signed in 1998", "on terms similar to one signed last autumn"
    open_ = parent.verb.modal in ("may", "might", "could", "would", "should", "can") or parent.link == "if"
    return open_ and any(u.lower.split()[0] in ("a", "an", "any") for u in scene.units[max(0, hit.theme - 3) : hit.theme + 1])


def _desired(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether something is only wished done: "wants ties downgraded"."""
    parent, verb = clause.parent, clause.verb
    if clause.kind == "participle":
        return verb.form != "ing" and parent is not None and _wants(scene, parent) and _one_thing(scene, parent.verb.end, verb.start)
    at = scene.clauses.index(clause)
    before = scene.clauses[at - 1] if at else None
    bare = before is not None and verb.end - verb.start == 1 and scene.units[verb.head].form("part") is not None
    if not bare or before is None or not _wants(scene, before):
        return False
    return _one_thing(scene, before.verb.end, verb.start)


def _one_thing(scene: Scene, start: int, end: int) -> bool:
    """Whether only the words for one thing stand between two verbs: "wants ties downgraded"; not "demands the release of a man held"."""
    plain = ("noun", "determiner", "actor", "agreement", "'s", "preposition")
    return all(u.tag in plain and u.lower != "of" for u in scene.units[start:end])


def _wants(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells a wish: "wants ties downgraded", "is seeking to have its debt rescheduled", "hopes to see it lifted"."""
    above = clause.parent
    if clause.verb.lemma in ("have", "see", "get") and clause.kind == "infinitive" and above is not None:
        return any(above.verb.lemma in scene.words[name] for name in ("desiring", "wishing", "begging", "hoping"))
    return clause.verb.lemma in scene.words["desiring"]


OPEN: tuple[tuple[str, Callable[[Scene, Hit, Clause], bool]], ...] = (
    ("verb.counterfactual", is_counterfactual),
    ("verb.wished", _wished),
    ("verb.brought_about", _only_brought),
    ("status.hypothetical.link", _is_asked),
    ("status.hypothetical.link", _conditioned),
    ("participle.of_something_open", _hoped_for),
    ("participle.desired", _desired),
)
