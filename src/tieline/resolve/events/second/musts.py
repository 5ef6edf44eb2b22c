"""What two events of each type must share, whatever else agrees, before they can be one."""

from collections.abc import Callable, Mapping

from tieline.resolve.actors.who import Who
from tieline.resolve.events.second.contracts import one_contract
from tieline.resolve.events.second.sketch import Sketch
from tieline.resolve.events.second.weight import SHORT, kin, lifted

PAIR = 2
Weights = Mapping[str, int]


def has_musts(one: Sketch, other: Sketch, weights: Weights, who: Who) -> bool:
    """Whether two events share what events of their type must."""
    if "maybe" in (one.status, other.status):
        return False  # what may be is told again and again
    test = _TESTS.get(one.type)
    return test is None or test(one, other, weights, who)


def _visit(one: Sketch, other: Sketch, weights: Weights, who: Who) -> bool:
    """The same visitor, or visitors of one country, and one country visited."""
    hosts = [{told.visit[1] for told in each.reports if told.visit} for each in (one, other)]
    if all(hosts) and not hosts[0] & hosts[1]:
        return False
    if weights["the same visitor"]:
        return all(hosts) or weights["the time"] >= SHORT
    homes = [{home for guest in each.guests if (home := who.country(guest))} for each in (one, other)]
    named = [any(who.kind(guest) == "person" for guest in each.guests) for each in (one, other)]
    offices = [frozenset().union(*(told.offices for told in each.reports)) for each in (one, other)]
    known = named[0] == named[1] or bool(offices[0] & offices[1])  # "a rice trader visited": nobody of whom another text tells
    here = all(hosts) or (any(hosts) and known and weights["the time"] >= SHORT and _between_two(one, other))
    return bool(homes[0] & homes[1]) and here and known


def _between_two(one: Sketch, other: Sketch) -> bool:
    """Whether both are told of the same two countries, and by the same office: "the Moroccan king's visit" in a text on Senegal."""
    offices = [frozenset().union(*(told.offices for told in each.reports)) for each in (one, other)]
    return one.lands == other.lands and len(one.lands) == PAIR and bool(offices[0] & offices[1])


def _meeting(one: Sketch, other: Sketch, weights: Weights, who: Who) -> bool:
    """The same people; where one names nobody, or only one of them, the same two countries in the same days."""
    lands = one.lands == other.lands and len(one.lands) == PAIR
    close = lands and weights["the time"] >= SHORT
    if one.persons and other.persons:
        few, many = sorted((one.persons, other.persons), key=len)
        by_office = close and len(few) == 1 and few <= many  # "held talks with her Orsendan counterpart"
        return few == many or len(few & many) >= PAIR or by_office
    return close


def _paper(one: Sketch, other: Sketch, weights: Weights, who: Who) -> bool:
    """The same agreement, or the same two countries at one time."""
    lands = one.lands == other.lands and len(one.lands) == PAIR
    firms = one.type == "trade_deal" and lands and bool(one.bodies & other.bodies) and weights["the time"] > 0
    firms = firms or one_contract(one, other, who)
    return bool(weights["the same agreement"]) or firms or (lands and weights["the time"] >= SHORT)


def _summit(one: Sketch, other: Sketch, weights: Weights, who: Who) -> bool:
    """One time, or reports of the same days: summits come back every year."""
    return weights["the time"] > 0


def _dispute(one: Sketch, other: Sketch, weights: Weights, who: Who) -> bool:
    """The same kind of step, about the same things."""
    shared = weights["the same words"] + weights["the same names"]
    if lifted(one, other) and one.lands == other.lands and len(one.lands) == PAIR and weights["the time"] > 0:
        return kin(one, other)  # a ban is lifted once
    return kin(one, other) and shared >= (1 if weights["the time"] >= SHORT else PAIR)


def _other(one: Sketch, other: Sketch, weights: Weights, who: Who) -> bool:
    return bool(one.rules & other.rules)


_TESTS: Mapping[str, Callable[[Sketch, Sketch, Weights, Who], bool]] = {
    "visit": _visit,
    "meeting": _meeting,
    "summit": _summit,
    "agreement": _paper,
    "negotiation": _paper,
    "trade_deal": _paper,
    "dispute": _dispute,
    "other": _other,
}
