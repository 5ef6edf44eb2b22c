"""The words that lead an event noun, and the clause that it goes with: "During her visit, the premier met ..."."""

from tieline.extract.events.frame.scene import Scene
from tieline.extract.syntax.clause import Clause


def home_of(scene: Scene, k: int) -> Clause | None:
    """The clause in which a word stands."""
    inside = [c for c in scene.clauses if c.left <= k < c.right]
    around = [c for c in scene.clauses if k in c.subject and c.verb.finite and c.kind not in ("relative", "participle")]
    holding = [c for c in inside if c.verb.start < k or k in c.subject or c.kind != "participle"]
    return next(iter([c for c in around if c.left <= k] or holding or around or inside), None)


def acting_clause(scene: Scene, k: int) -> Clause | None:
    """The clause whose subject is on the visit: that in which the noun stands, or the one before which it stands."""
    home = home_of(scene, k)
    if home is not None and home.verb.start > k and home.kind != "main":
        return next((c for c in scene.clauses if c.verb.start > k and c.kind == "main"), home)
    return home


def lead_of(scene: Scene, k: int) -> int | None:
    """The preposition that leads an event noun: "during", "after", "on", "at the end of", "ahead of"; by its own word."""
    units = scene.units
    for m in range(k - 1, max(-1, k - 10), -1):
        if units[m].lower in scene.words["stay_leads"] or (
            units[m].lower == "of" and m and units[m - 1].lower.split()[-1] in scene.words["stay_ends"]
        ):
            return m - 1 if units[m].lower == "of" else m
        if units[m].tag not in ("determiner", "noun", "number", "adverb", "time", "quantity", "actor", "'s", "coordinator") and not (
            units[m].tag == "verb" and units[m].form("part", "ing")
        ):
            return None
    return None
