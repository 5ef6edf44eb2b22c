"""Anniversaries that give a year: of diplomatic relations, of an agreement, of a partnership; any other one gives none."""

from collections.abc import Iterator

from tieline.extract.frames import Frame
from tieline.extract.nouns import is_actor
from tieline.extract.scene import Hit, Scene
from tieline.extract.timing import dated
from tieline.model.mention import ActorMention

WORDS = {
    "fifth": 5, "tenth": 10, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "centenary": 100,
    "five": 5, "ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "first": 1, "second": 2, "third": 3,
}  # fmt: skip
THEMES = {"ties": "ties.established", "partnership": "partnership.established", "agreement": "agreement.signed"}
MARKS = frozenset(("anniversary", "years"))


def anniversaries(scene: Scene, frames: dict[str, Frame]) -> Iterator[Hit]:
    """The founding that an anniversary in this sentence celebrates."""
    units = scene.units
    for k, unit in enumerate(units):
        if unit.lower not in MARKS and not unit.lower.endswith(" years"):
            continue
        count = _count(scene, k)
        if count is None:
            continue
        theme = _theme(scene, k, strict=unit.lower != "anniversary")
        if theme is None or THEMES[theme[1]] not in frames:
            continue
        time = next((m for m in range(k + 1, min(k + 14, len(units))) if dated(units[m])), None)
        if time is None:
            time = next((m for m in range(k) if dated(units[m]) and m != k), None)
        home = next((c for c in scene.clauses if c.left <= k < c.right), None)
        agents = [("party", m) for m in (home.subject if home else []) if is_actor(units[m]) and _state(units[m].mention)]
        last = max(k, theme[0])
        span = units[theme[0]].span
        when = units[time].span if time is not None else None
        yield Hit(frames[THEMES[theme[1]]], (k, last + 1), None, theme[0], span, tuple(agents), nominal=True, time=when, years=count)


def _state(mention: object) -> bool:
    return isinstance(mention, ActorMention) and (mention.kind == "country" or mention.plural)


def _count(scene: Scene, k: int) -> int | None:
    """How many years: "35th anniversary", "40 years"."""
    words = [scene.units[k].lower.split()[0]] if " " in scene.units[k].lower else []
    words += [scene.units[m].lower for m in range(k - 1, max(-1, k - 4), -1)]
    for word in words:
        digits = word.rstrip("stndrh-")
        if digits.isdigit() and len(digits) <= 3:
            return int(digits)
        if word in WORDS:
            return WORDS[word]
    return None


def _theme(scene: Scene, k: int, *, strict: bool) -> tuple[int, str] | None:
    """What is celebrated: the first thing in the of-phrase, or the owner of "whose anniversary"."""
    units = scene.units
    start = next((m for m in range(k + 1, min(k + 6, len(units))) if units[m].lower in ("of", "since")), None)
    if start is not None:
        for m in range(start + 1, min(start + 9, len(units))):
            for name in THEMES:
                if name in scene.kinds[m]:
                    return m, name
            if units[m].tag in ("sign", "be", "modal") or (units[m].tag == "verb" and units[m].form("past", "part") is None):
                break
        return None
    if not strict and any(units[m].lower in ("whose", "its") for m in range(max(0, k - 3), k)):
        for m in range(k - 1, -1, -1):
            if "agreement" in scene.kinds[m]:
                return m, "agreement"
    return None
