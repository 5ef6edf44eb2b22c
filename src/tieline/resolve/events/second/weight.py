"""How much speaks for it that two events, which nothing keeps apart, are one."""

from collections.abc import Mapping

from tieline.model.edtf import lies_within
from tieline.resolve.actors.who import Who
from tieline.resolve.events.known_by.disputes import LIFTING
from tieline.resolve.events.reports.traits import NEAR, agree, is_short, once
from tieline.resolve.events.second.sketch import Sketch

ENOUGH = 5
LETTERS = 4  # with which a demonym begins like the name of its country
MOST = 3  # what shared words count at most
FEW = 3  # days
SHORT = 2  # the weight of times that agree to a month
NAMED = frozenset({"agreement", "negotiation", "trade_deal"})  # known by their agreement, and much alike in their words


def weights_of(one: Sketch, other: Sketch, who: Who) -> dict[str, int]:
    """The weight of each thing in which two events agree."""
    return {
        "the same agreement": 4 if one.agreements & other.agreements else 0,
        "the same visitor": _guest(one, other, who),
        "the same way": _way(one, other),
        "the same people": min(2 * len(one.bodies & other.bodies), 4) if one.type != "visit" else 0,
        "the same countries": _lands(one, other),
        "the same money": 3 if one.sums & other.sums else 0,
        "the same place": 1 if one.places & other.places else 0,
        "the same thing": _thing(one, other),
        "the same step": 2 if lifted(one, other) else 1 if once(one.reports[0]) or one.rules & other.rules or kin(one, other) else 0,
        "the same names": min(_names(one, other, who), 2),
        "the same words": min(len(one.words & other.words), 1 if one.type in NAMED and not one.agreements & other.agreements else MOST),
        "the time": _time(one, other),
    }


def weight(found: Mapping[str, int]) -> int:
    """The weight of all that agrees, more where the time does to a month."""
    return sum(found.values()) + (found["the time"] >= SHORT)


def _guest(one: Sketch, other: Sketch, who: Who) -> int:
    if one.type != "visit":
        return 0
    shared = one.guests & other.guests
    return 3 if any(who.kind(guest) == "person" for guest in shared) else 0


def _way(one: Sketch, other: Sketch) -> int:
    """Whether both lead to the same country, and are made by holders of the same office."""
    mine, yours = one.reports[0], other.reports[0]
    if one.type != "visit" or not mine.visit or not yours.visit or mine.visit[1] != yours.visit[1]:
        return 0
    return 1 + bool(mine.offices & yours.offices and one.guests != other.guests)


def _lands(one: Sketch, other: Sketch) -> int:
    mine, yours = one.named or one.lands, other.named or other.lands
    if len(mine) > 1 and mine == yours:
        return 2
    return 1 if mine & yours else 0


def _thing(one: Sketch, other: Sketch) -> int:
    mine, yours = one.reports[0], other.reports[0]
    if mine.thing and mine.thing == yours.thing:
        return 4
    if mine.type in ("project", "summit", "investment") and mine.named & yours.named:
        return 3
    return 2 if mine.noun and mine.noun == yours.noun else 0


def lifted(one: Sketch, other: Sketch) -> bool:
    """Whether both tell that a measure was lifted."""
    return one.type == other.type == "dispute" and one.reports[0].act == other.reports[0].act == LIFTING


def kin(one: Sketch, other: Sketch) -> bool:
    """Whether both tell the same kind of step."""
    steps = [frozenset(told.step for told in each.reports if told.step) for each in (one, other)]
    mine, yours = one.reports[0], other.reports[0]
    return bool(one.rules & other.rules) or bool(steps[0] & steps[1]) or bool(mine.stage and mine.stage == yours.stage)


def _names(one: Sketch, other: Sketch, who: Who) -> int:
    """How many names, beside those of the countries and of those who take part, stand in both."""
    lands = {word[:LETTERS].lower() for land in one.lands | other.lands for word in who.name(land).split()}
    lands |= {word[:LETTERS].lower() for actor in one.persons | one.places for word in who.name(actor).split()}
    return sum(name[:LETTERS] not in lands for name in one.names & other.names)


def _time(one: Sketch, other: Sketch) -> int:
    """How finely the times agree; reports of the same days tell a little where one gives none."""
    if one.time and other.time:
        if not agree(one.time, other.time):
            return 0
        spans = [(time.latest - time.earliest).days if time.earliest and time.latest else 999 for time in (one.time, other.time)]
        if max(spans) <= FEW:
            return 3
        if is_short(one.time) and is_short(other.time):
            return 2
        return 1 if lies_within(one.time, other.time) or lies_within(other.time, one.time) else 0
    first, last = (one.first, one.last), (other.time.earliest, other.time.latest) if other.time else (other.first, other.last)
    if other.time is None and one.time:
        first, last = (one.time.earliest, one.time.latest), (other.first, other.last)
    if None in (*first, *last):
        return 0
    near = first[0] - NEAR <= last[1] and last[0] - NEAR <= first[1]  # type: ignore[operator]
    return 1 if near else 0
