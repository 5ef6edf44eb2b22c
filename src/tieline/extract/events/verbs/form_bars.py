"""Verb forms that tell of no event of their own: what somebody came for, what talks are on, what only describes a noun."""

from collections.abc import Callable

from tieline.extract.events.frame.frames import BARGAINS
from tieline.extract.events.frame.infinitives import is_aim, meant, out_of_question, plans, struck
from tieline.extract.events.frame.intents import becomes, owned
from tieline.extract.events.frame.scene import Scene
from tieline.extract.events.verbs.tries import Try
from tieline.extract.events.when.clause_times import changes_by_paper
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.governing import is_ahead

PLANNED = frozenset(
    (
        *("dispute", "aid", "investment", "trade_deal", "visit", "meeting", "summit", "negotiation", "diplomatic_ties", "project"),
        *("agreement", "partnership", "other"),
    )
)  # of which plans dropped or announced are told
BEGUN = frozenset(("inaugurated", "started", "launched"))  # of what has stopped these are not told: "stopped flying to Halidor"


def plan_of(one: Try) -> str | None:
    """The status that an infinitive has from the plan or intent that it tells, None where it tells none."""
    told = plans(one.scene, one.clause) if one.clause.kind == "infinitive" and one.frame.type in PLANNED else None
    first = one.clause.row or one.clause
    told = told or becomes(one.scene, first) or meant(one.scene, first)
    told = told or (owned(one.scene, first) if one.frame.type in PLANNED else None)
    return told or ("hypothetical" if one.clause.kind == "infinitive" and _in_talks(one) else None)


def _in_talks(one: Try) -> bool:
    """Whether an infinitive or -ing form tells over what bargain somebody is in talks: "in talks with Halidor to buy the mill"."""
    words, start = [u.lower for u in one.scene.units], one.clause.verb.start
    at = next((k for k in range(start - 1, max(0, start - 6), -1) if words[k] in one.scene.words["bargaining_talks"]), None)
    return one.frame.type in BARGAINS and at is not None and "in" in words[max(0, at - 3) : at]


def _is_only_aim(one: Try) -> bool:
    """Whether an infinitive tells what something was done for; ties struck up are told so too."""
    aim = one.clause.kind == "infinitive" and plan_of(one) is None and is_aim(one.scene, one.clause)
    return aim and not (one.frame.type == "diplomatic_ties" and struck(one.scene, one.clause))


def _carries_out(one: Try) -> bool:
    """Whether an infinitive tells what is to be made of something agreed: "will meet to implement the accord"."""
    return one.phrase.lemma == "implement" and one.clause.kind == "infinitive" and not one.clause.verb.passive


def _came_for_aid(one: Try) -> bool:
    """Whether an infinitive only tells what somebody travelled for: "flew to Lima to seek aid"."""
    asked = one.frame.type == "aid" and one.frame.status and one.clause.kind == "infinitive"
    return bool(asked) and one.clause.parent is not None and one.clause.parent.verb.lemma in one.scene.words["motion"]


def _is_gerund(clause: Clause) -> bool:
    return clause.kind == "participle" and clause.verb.form == "ing" and clause.verb.start > 0


def _only_spoken_of(one: Try) -> bool:
    """Whether an -ing form tells what something is about: "talks on reopening the border", "difficulties in obtaining a loan"."""
    scene, clause = one.scene, one.clause.row or one.clause
    if not _is_gerund(clause) or clause.verb.start < 2 or scene.units[clause.verb.start - 1].lower not in scene.words["about_doing"]:
        return False
    told = is_ahead(scene.units, clause.verb.start) or _is_step_taken(scene, clause) or out_of_question(scene, clause)
    return not told and not _is_leant_to(one, clause) and meant(scene, clause) is None and becomes(scene, clause) is None


def _is_leant_to(one: Try, clause: Clause) -> bool:
    """Whether an -ing form is what somebody leans towards or bargains over: "is keen on buying", "in talks on buying the mill"."""
    return one.scene.units[clause.verb.start - 2].lower in one.scene.words["leaning"] or _in_talks(one)


def _is_step_taken(scene: Scene, clause: Clause) -> bool:
    """Whether an -ing form is the step that somebody took: "took the rare step of recalling its envoy"."""
    parent, before = clause.parent, [u.lower for u in scene.units[max(0, clause.verb.start - 2) : clause.verb.start]]
    taken = parent is not None and parent.verb.lemma in ("take", "make") and before[-1:] == ["of"]
    return taken and before[0] in scene.words["steps_taken"]


def _only_describes(one: Try) -> bool:
    """Whether a participle only describes the noun behind it: "how to finance increased assistance", "the threatened tariffs"."""
    scene, verb, units = one.scene, one.clause.verb, one.scene.units
    alone = verb.form == "ing" and verb.end - verb.start == 1 and verb.start > 0 and verb.end < len(units)
    if alone and units[verb.end].tag in ("noun", "agreement"):
        counted = units[verb.start - 1].tag == "number" or units[verb.start - 1].lower in scene.words["counting"]
        if counted:
            return True  # "two floating power stations"
    if verb.form != "past" or verb.passive or verb.modal or verb.end - verb.start > 1 or verb.start == 0 or verb.end >= len(units):
        return False
    before, after = units[verb.start - 1], units[verb.end]
    if after.tag not in ("noun", "agreement", "actor") or units[verb.start].form("part") is None:
        return False
    joined = before.tag == "coordinator" and units[verb.start].form("past") is None  # "sugar and frozen chicken"
    return (
        joined
        or before.tag in ("determiner", "preposition")
        or (before.tag == "noun" and before.form("base") is not None and units[verb.start - 2].lower == "to")
    )


def _is_to_end(one: Try) -> bool:
    """Whether an -ing form tells what is to end: "agreed to stop exchanging fire"."""
    scene, clause = one.scene, one.clause
    if not _is_gerund(clause):
        return False
    at = scene.clauses.index(clause)
    before = scene.clauses[at - 1] if at else None
    if before is None or before.verb.end != clause.verb.start or before.verb.lemma not in scene.words["ceasing"]:
        return False
    return before.kind == "infinitive" or bool(before.verb.modal) or one.frame.stage in BEGUN or one.frame.type == "trade_deal"


def _by_paper(one: Try) -> bool:
    """Whether a paper that is signed is to do it: "signed a protocol amending the treaty"."""
    parent = one.clause.parent
    return parent is not None and changes_by_paper(one.scene, parent, one.clause, ing=one.clause.verb.form == "ing")


def _reaches_over(one: Try) -> bool:
    """Whether only words that tell when something else was make up the phrase: "had not spoken since a call in February"."""
    if one.phrase.rest is None:
        return False
    own = set(one.phrase.rest.source.split())
    inside = one.scene.units[one.clause.verb.end : one.end]
    return any(u.lower in one.scene.words["times_of_others"] and u.lower not in own for u in inside)


FORM_BARS: tuple[Callable[[Try], bool], ...] = (
    _reaches_over,
    _is_only_aim,
    _carries_out,
    _came_for_aid,
    _only_spoken_of,
    _only_describes,
    _is_to_end,
    _by_paper,
)
