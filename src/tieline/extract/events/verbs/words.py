"""Where the words of a verb phrase stand in a clause."""

from tieline.extract.events.frame.frames import VerbPhrase
from tieline.extract.events.frame.scene import Scene
from tieline.extract.events.when.adjuncts import match_around
from tieline.extract.events.who.themes import slot
from tieline.extract.syntax.clause import Clause
from tieline.rules.pattern import Match


def rest_of(scene: Scene, clause: Clause, phrase: VerbPhrase) -> tuple[int, str | None] | None:
    """Where the words of a verb phrase end in this clause; None where they are not there."""
    start = clause.verb.head if phrase.lemma == "be" and clause.verb.lemma != "be" else clause.verb.end
    inside = scene.units[clause.verb.start : clause.verb.head]
    if phrase.rest is not None and any(u.tag == "adverb" and u.lower == phrase.rest.source for u in inside):
        return start, None
    if phrase.rest is None:
        behind = scene.units[start].lower if start < len(scene.units) else ""
        return None if phrase.lemma in scene.words["turned"] and behind in scene.words["particles"] else (start, None)
    units = scene.units
    last = clause.right if phrase.split and not clause.verb.passive else min(start + 3, clause.right)
    for k in range(start, max(last, start) + 1):
        if k > start and not phrase.split and units[k - 1].tag not in ("adverb", "time"):
            break
        if k < len(units):
            match = phrase.rest.match(units, k, lambda kind, tokens, i: slot(scene, kind, i))  # type: ignore[arg-type]
            if match:
                return _matched(scene, match)
    apart = match_around(scene, phrase.rest, start, end=len(units)) if not phrase.split else None
    return _matched(scene, apart) if apart is not None else None


def _matched(scene: Scene, match: Match) -> tuple[int, str | None]:
    at = match.tokens("level")
    return match.end, scene.units[at[1] - 1].lower if at else None
