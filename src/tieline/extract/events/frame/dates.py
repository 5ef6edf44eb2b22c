"""What is a date, what the word before it makes of it, and which dates belong to the name of a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.unit import Unit
from tieline.model.time import TimeMention

if TYPE_CHECKING:
    from tieline.extract.events.frame.scene import Scene


DAYS = frozenset(("day", "hour", "minute"))
PERIODS = frozenset(("year", "years", "period", "biennium", "seasons"))
OWNERS = frozenset(("its", "their", "his", "her"))


def is_day(unit: Unit) -> bool:
    """Whether a unit is a date known to the day, or a weekday."""
    mention = unit.mention
    if not isinstance(mention, TimeMention) or mention.timex3.type not in ("DATE", "TIME"):
        return False
    if mention.time is not None:
        return mention.time.grain in DAYS
    return mention.text[:1].isupper() and " " not in mention.text  # a weekday that only the date of publication fixes


def dated(unit: Unit) -> bool:
    """Whether a unit is a time that can be a date."""
    mention = unit.mention
    if not isinstance(mention, TimeMention) or (mention.timex3.value or "").endswith("_REF"):
        return False
    return mention.time is not None or mention.timex3.type in ("DATE", "TIME")


def role(scene: Scene, k: int) -> str:
    """What the preposition before a time makes of it."""
    units, roles = scene.units, scene.words.tables["times"]
    if units[k].lower.startswith("up to "):
        return "until"  # "by a tenth each year up to 2021"
    for m in range(k - 1, max(-1, k - 3), -1):
        if units[m].lower in roles:
            return str(roles[units[m].lower])
        if units[m].tag not in ("determiner", "adverb"):
            break
    return "at"


def is_past(clause: Clause) -> bool:
    """Whether a verb stands in the plain past: "signed", not "had signed" or "was signing"."""
    verb = clause.verb
    return verb.form == "past" and verb.finite and not (verb.perfect or verb.progressive)


def of_thing(scene: Scene, k: int) -> bool:
    """Whether a date is part of the name of a text: "amended the treaty of 1998", "the treaty of friendship of 31 May 1998"."""
    if named_by(scene, k) or _covered(scene, k):
        return True
    if k < 2 or scene.units[k - 1].lower != "of":
        return False
    m = k - 2
    while m > max(0, k - 8) and scene.units[m].tag != "agreement" and scene.units[m].tag in ("noun", "preposition", "determiner", "actor"):
        m -= 1
    return scene.units[m].tag == "agreement"


def _covered(scene: Scene, k: int) -> bool:
    """Whether years are those for which a paper is made: "signed a programme of exchanges for the years 2019-2021"."""
    time, m = scene.units[k].mention, k - 1
    if not isinstance(time, TimeMention) or time.time is None or time.time.grain not in ("year", "interval") or "-" in time.time.edtf[:5]:
        return False
    while m > 1 and (scene.units[m].tag == "determiner" or scene.units[m].lower in PERIODS):
        m -= 1
    if m < 1 or scene.units[m].lower != "for":
        return False
    return any(kinds & {"agreement", "programme"} for kinds in scene.kinds[max(0, m - 7) : m])


def named_by(scene: Scene, k: int) -> bool:
    """Whether a year stands in the name of a thing: "terminated a 1956 treaty", "the June 2019 memorandum"."""
    units = scene.units
    first = k - 1 if k < 2 or units[k - 1].tag != "noun" else k - 2  # "the renewed 2014 accord"
    owned = k > 0 and (units[first].tag in ("determiner", "'s") or units[first].lower in OWNERS)
    if k + 1 >= len(units) or not units[k].text[-4:].isdigit() or not owned:
        return False
    return units[k + 1].tag in ("noun", "agreement")
