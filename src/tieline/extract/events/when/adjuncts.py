"""Words about time and place that stand inside a phrase without belonging to it: "the signing on Friday in Lima of the treaty"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tieline.extract.events.frame.scene import Scene
from tieline.extract.events.who.themes import slot
from tieline.extract.syntax.unit import Unit
from tieline.rules.pattern import Match, Pattern

LEADS = frozenset(("on", "in", "at", "during", "from", "by", "to", "late", "early", "until"))
PLACES = frozenset(("in", "at"))
FAR = 24


def adjunct(scene: Scene, k: int, *, places: bool = True) -> int:
    """Where the words about time or place end that open at a unit; the unit itself where none do."""
    units = scene.units
    if k >= len(units):
        return k
    if units[k].tag in ("time", "adverb", "negator"):
        return k + 1
    at = k + 1
    while at < len(units) and (units[at].tag == "determiner" or units[at].lower in ("late", "early", "mid")):
        at += 1
    if at < len(units) and units[k].lower in LEADS and units[at].tag == "time":
        return at + 1
    if places and at < len(units) and units[k].lower in PLACES and "destination" in scene.kinds[at]:
        return at + 1
    return k


def beyond_adjuncts(scene: Scene, k: int) -> int:
    """The first unit from a place on that is no word about time or place, nor a comma around such words."""
    units = scene.units
    while True:
        opening = k + 1 if k < len(units) and units[k].text == "," and adjunct(scene, k + 1) > k + 1 else k
        end = adjunct(scene, opening)
        if end == opening:
            return k
        closing = end < len(units) and units[end].text == "," and opening > k
        k = end + 1 if closing else end


def match_around(scene: Scene, pattern: Pattern, start: int, *, end: int) -> Match | None:
    """The match of a pattern from a unit on, with words about time and place left out; its places are those of the sentence."""
    words, last = _words_of(pattern.source), min(end, start + FAR, len(scene.units))
    first = next(_kept(scene, start, last, words), None)
    if first is None or (pattern.firsts is not None and scene.units[first].lower not in pattern.firsts):
        return None
    kept = list(_kept(scene, start, last, words))
    row: Sequence[Unit] = [scene.units[k] for k in kept]

    def slots(kind: str, tokens: object, i: int) -> Iterator[tuple[int, object]]:
        if i >= len(kept):
            return
        for stop, span in slot(scene, kind, kept[i]):
            if stop - 1 in kept:
                yield kept.index(stop - 1) + 1, span

    found = pattern.match(row, 0, slots)  # type: ignore[arg-type]
    if found is None or found.end == 0:
        return None
    captures = tuple((name, kept[low], kept[high - 1] + 1, value) for name, low, high, value in found.captures)
    return Match(start, kept[found.end - 1] + 1, captures)


@lru_cache(maxsize=4096)
def _words_of(source: str) -> frozenset[str]:
    return frozenset(source.lower().split())


def _kept(scene: Scene, start: int, end: int, words: frozenset[str]) -> Iterator[int]:
    """The units that are no words about time or place, and those that the pattern asks for."""
    k = start
    while k < end:
        after = adjunct(scene, k) if scene.units[k].tag != "adverb" or scene.units[k].lower not in words else k
        if after > k:
            k = after
            continue
        yield k
        k += 1
