"""Plans told in the past in a text that tells that they were given up."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from tieline.extract.events.status.qualifiers import ONCE_SET
from tieline.resolve.events.reports.report import Told

GATHERINGS = frozenset({"visit", "meeting", "summit", "negotiation"})


def called_off(told: Sequence[Told], words: Mapping[str, Set[str]]) -> list[Told]:
    """The reports of a text; what was due to be done on a visit that is put off or called off is called off with it."""
    told = [_off(one) if _is_dropped(one, words) else one for one in told]
    off = [one for one in told if one.status_class == "off" and one.type in GATHERINGS]
    return [_off(one) if off and (_was_part(one, off) or _is_same_plan(one, off)) else one for one in told]


def _is_dropped(one: Told, words: Mapping[str, Set[str]]) -> bool:
    """Whether a text tells that what was planned will not be: "will not open on Monday after all"."""
    if one.status_class != "no":
        return False
    said = " ".join(one.sentence.lower().replace("’", "'").split())
    return any(word in said for word in words["plans.refused"]) and any(word in said for word in words["plans.dropped"])


def _is_same_plan(one: Told, off: Sequence[Told]) -> bool:
    """Whether a plan is the one of which the text tells right behind that "it" was called off."""
    if one.status_class != "ahead" or one.type not in GATHERINGS or one.time is None:
        return False
    bare = (each for each in off if not each.mention.arguments and each.type == one.type and each.time == one.time)
    return any(one.mention.trigger.start < each.mention.trigger.start for each in bare)


def _was_part(one: Told, off: Sequence[Told]) -> bool:
    """Whether a report tells of a plan of the past, of somebody whose visit or meeting is off."""
    if one.type not in GATHERINGS or ONCE_SET not in one.mention.reasons:
        return False
    off = [other for other in off if not _is_later(one, other)]  # "put off from May; it will take place in the autumn"
    return any(one.visit == other.visit if one.visit and other.visit else bool(_who(one) & _who(other)) for other in off)


def _is_later(one: Told, off: Told) -> bool:
    """Whether a plan lies behind the time that was given up."""
    return bool(one.time and off.time and one.time.earliest and off.time.latest and one.time.earliest > off.time.latest)


def _who(one: Told) -> frozenset[str]:
    return one.persons | ({one.guest} if one.guest else frozenset())


def _off(one: Told) -> Told:
    why = "the text tells that it was put off or called off"
    return replace(one, mention=replace(one.mention, status="cancelled", reasons=(*one.mention.reasons, why)))
