"""What is said not to be, and what an if-clause supposes.

"There was no secret meeting", "no sanctions are being considered", "no such visit has been arranged"; "if there is a negotiation".
"""

from collections.abc import Iterator
from dataclasses import replace

from tieline.extract.events.frame.frames import Frames
from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.events.nouns.leads import home_of
from tieline.extract.events.nouns.visits import visit_noun
from tieline.extract.syntax.clause import Clause

REACH = 4  # words between "no" and its noun


def absent(scene: Scene, frames: Frames) -> Iterator[Hit]:
    """The denied events of nouns behind "no", where the clause says that there is none, or that none is planned."""
    named = scene.words.tables["denied"]
    for k, unit in enumerate(scene.units):
        if unit.lower.split()[0] != "no" or k in scene.used:
            continue
        head = _head(scene, k)
        frame = next((frames.by_id.get(named[c]) for c in sorted(scene.kinds[head]) if c in named), None) if head is not None else None
        clause = home_of(scene, head) if head is not None else None
        if head is None or frame is None or clause is None or head in scene.used or not _says_none(scene, clause, head):
            continue
        scene.used.update(range(k, head + 1))
        theme = head if scene.kinds[head] & frame.theme else None
        span = scene.units[head].span if theme is not None else None
        told = visit_noun(scene, head, head + 1, frame, clause) if frame.type == "visit" else None
        if told is not None:
            yield replace(told, trigger=(k, head + 1), status="denied")
            continue
        yield Hit(frame, (k, head + 1), clause, theme, span, (), nominal=True, status="denied")


def supposed(scene: Scene, frames: Frames) -> Iterator[Hit]:
    """The events of nouns that an if-clause supposes: "If ever there are talks, we shall say so"."""
    named, opening = scene.words.tables["supposed"], scene.words["supposing"]
    for clause in scene.clauses:
        before = {u.lower for u in scene.units[max(clause.left - 1, 0) : clause.verb.start]}
        if clause.verb.lemma != "be" or "there" not in before or not before & opening:
            continue
        for k in range(clause.verb.end, min(clause.verb.end + REACH, clause.right)):
            frame = next((frames.by_id.get(named[c]) for c in sorted(scene.kinds[k]) if c in named), None)
            if frame is not None and k not in scene.used:
                scene.used.add(k)
                yield Hit(frame, (k, k + 1), clause, k, scene.units[k].span, (), nominal=True, status="hypothetical")
                break


def _head(scene: Scene, k: int) -> int | None:
    """The noun that "no" stands before; the place itself where one mention holds both ("no side agreement")."""
    if " " in scene.units[k].lower:
        return k
    last = None
    for m in range(k + 1, min(k + 1 + REACH, len(scene.units))):
        if scene.units[m].tag not in ("noun", "agreement", "determiner", "number"):
            break
        last = m
    return last


def _says_none(scene: Scene, clause: Clause, head: int) -> bool:
    if clause.verb.lemma == "be" and clause.verb.end <= head:
        return any(u.lower == "there" for u in scene.units[max(0, clause.verb.start - 1) : clause.verb.start])
    return clause.verb.passive and head in clause.subject and clause.verb.lemma in scene.words["intended"]
