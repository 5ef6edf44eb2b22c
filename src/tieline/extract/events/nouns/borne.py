"""Whether a noun for a deed tells that somebody did it: "Orsenda's closure of the border", "the closure of the border in May"."""

from tieline.extract.events.frame.dates import dated
from tieline.extract.events.frame.frames import Frame
from tieline.extract.events.frame.scene import Scene
from tieline.extract.events.nouns.leads import home_of
from tieline.extract.syntax.nouns import POSSESSIVES, attached, is_actor, modifiers

NEAR = 8  # units behind a thing among which the time of the deed may stand
STOPS = frozenset(("verb", "be", "have", "modal", "relative", "subordinator", "sign"))
AFTER = frozenset(("after", "since", "following", "before", "upon", "despite"))
ABOUT = frozenset(("for", "on", "about", "towards", "toward", "against", "in", "into", "over"))


def is_borne_out(scene: Scene, k: int, theme: int, frame: Frame) -> bool:
    """Whether a deed named by a noun has a doer, a time, or a verb that bears it: "announced the closure of the border"."""
    start = _opening(scene, k)
    before = scene.units[start - 1] if start else None
    if before is not None and before.lower in ABOUT:
        return False  # "talks on the closure of the border"
    if frame.abroad and not any(is_actor(scene.units[m]) for m in range(k + 1, min(theme + NEAR, len(scene.units)))):
        return False
    if _is_object_of_another(scene, k, start):
        return False
    led = before is not None and before.lower in AFTER
    return led or _has_doer(scene, k) or _is_timed(scene, theme) or bearer(scene, k) is not None


def bearer(scene: Scene, k: int) -> list[int] | None:
    """The subject of the verb that bears a noun: "Orsenda announced the closure of the border", "has ruled out the sale of"."""
    home = home_of(scene, k)
    if home is None or home.verb.passive or not home.verb.end <= k < home.right or home.verb.lemma not in scene.words["bearing_out"]:
        return None
    between = scene.units[home.verb.end : _opening(scene, k)]
    plain = all(u.tag in ("adverb", "time") or u.lower in ("out", "on", "in", "off") for u in between)
    return home.subject if plain else None


def _is_object_of_another(scene: Scene, k: int, start: int) -> bool:
    """Whether a noun is the object of a verb that does not tell that it came about: "ended the closure of the border"."""
    home = home_of(scene, k)
    if home is None or start != home.verb.end or home.verb.passive:
        return False
    return home.verb.lemma not in scene.words["bearing_out"] | scene.words["judging"] | scene.words["seeing"]


def _opening(scene: Scene, k: int) -> int:
    """Where the noun phrase of a deed begins."""
    while k > 0 and (scene.units[k - 1].tag in ("determiner", "noun", "number", "actor", "'s") or scene.units[k - 1].lower in POSSESSIVES):
        k -= 1
    return k


def _has_doer(scene: Scene, k: int) -> bool:
    units = scene.units
    owned = any(is_actor(units[m]) or units[m].lower in ("its", "their") for m in modifiers(units, k))
    return owned or any(preposition == "by" for preposition, _ in attached(units, k, len(units)))


def _is_timed(scene: Scene, theme: int) -> bool:
    for unit in scene.units[theme + 1 : theme + NEAR]:
        if unit.tag in STOPS:
            return False
        if dated(unit):
            return True
    return False
