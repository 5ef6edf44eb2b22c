"""Anniversaries that give a year: of diplomatic relations, of an agreement, of a partnership; any other one gives none."""

from collections.abc import Iterator, Mapping

from tieline.extract.events.frame.dates import dated
from tieline.extract.events.frame.frames import Frame
from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.syntax.nouns import is_actor
from tieline.model.mention import ActorMention

_FALLING = frozenset(("falls", "fell", "fall", "falling", "celebrated", "marked"))  # "the anniversary, which falls today"
_RELATIVE = frozenset(("which", "that", "who"))


def anniversaries(scene: Scene, frames: dict[str, Frame]) -> Iterator[Hit]:
    """The founding that an anniversary in this sentence celebrates."""
    units, celebrated = scene.units, scene.words.tables["celebrated"]
    for k, unit in enumerate(units):
        if unit.lower not in scene.words["anniversary"] and not unit.lower.endswith((" years", " century", " decades")):
            continue
        count = _count(scene, k)
        if count is None or _ended(scene, k):
            continue
        theme = _theme(scene, k, strict=unit.lower not in ("anniversary", "jubilee"))
        if theme is None or celebrated[theme[1]] not in frames:
            continue
        # "relations, which were set up on 22 April 1950": a date behind the pronoun is that of the founding, which the clause itself tells
        reach = next((m for m in range(k + 1, len(units)) if units[m].lower in _RELATIVE), len(units))
        time = next((m for m in range(k + 1, min(k + 14, reach)) if dated(units[m])), None)
        falls = next((m for m in range(reach + 1, min(reach + 8, len(units))) if dated(units[m])), None)
        if time is None and falls is not None and not _FALLING & {unit.lower for unit in units[reach:falls]}:
            continue
        time = falls if time is None else time
        if time is None:
            time = next((m for m in range(k - 1, -1, -1) if dated(units[m])), None)
        home = next((c for c in scene.clauses if c.left <= k < c.right), None)
        agents = [("party", m) for m in (home.subject if home else []) if is_actor(units[m]) and _state(units[m].mention)]
        last = max(k, theme[0])
        span = units[theme[0]].span
        when = units[time].span if time is not None else None
        yield Hit(frames[celebrated[theme[1]]], (k, last + 1), None, theme[0], span, tuple(agents), nominal=True, time=when, years=count)


def _ended(scene: Scene, k: int) -> bool:
    """Whether the years are over: "ended 82 years of relations" celebrates nothing."""
    return any(c.left <= k < c.right and c.verb.end <= k and c.verb.lemma in scene.words["ending"] for c in scene.clauses)


def _state(mention: object) -> bool:
    return isinstance(mention, ActorMention) and (mention.kind == "country" or mention.plural)


def _count(scene: Scene, k: int) -> int | None:
    """How many years: "35th anniversary", "40 years"."""
    counts: Mapping[str, int] = scene.words.tables["counts"]
    lengths: Mapping[str, int] = scene.words.tables["lengths"]
    length = next((lengths[words] for words in (scene.units[k].lower, scene.units[k].lower.removeprefix("a ")) if words in lengths), None)
    if length is not None:
        return length
    if not scene.units[k].lower.endswith((" years", "years", "anniversary", "jubilee")):
        return None
    words = [scene.units[k].lower.split()[0]] if " " in scene.units[k].lower else []
    words += [scene.units[m].lower for m in range(k - 1, max(-1, k - 4), -1)]
    for word in words:
        digits = word.rstrip("stndrh-")
        if digits.isdigit() and len(digits) <= 3:
            return int(digits)
        if word in counts:
            return counts[word]
    return None


def _theme(scene: Scene, k: int, *, strict: bool) -> tuple[int, str] | None:
    """What is celebrated: the first thing in the of-phrase, or the owner of "whose anniversary"."""
    units = scene.units
    start = next((m for m in range(k + 1, min(k + 6, len(units))) if units[m].lower in ("of", "since")), None)
    if start is not None:
        for m in range(start + 1, min(start + 9, len(units))):
            for name in scene.words.tables["celebrated"]:
                if name in scene.kinds[m]:
                    return m, name
            if (units[m].tag in ("sign", "be", "modal") and units[m].text not in ("-", "–")) or (
                units[m].tag == "verb" and units[m].form("past", "part") is None
            ):
                break
        return None
    if not strict and any(units[m].lower in ("whose", "its") for m in range(max(0, k - 3), k)):
        for m in range(k - 1, -1, -1):
            if "agreement" in scene.kinds[m]:
                return m, "agreement"
    return None
