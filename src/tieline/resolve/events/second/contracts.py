"""A contract known by the firm that wins it and by what it is for, however its sum is told."""

from tieline.resolve.actors.who import Who
from tieline.resolve.events.reports.traits import NEAR, agree, is_short
from tieline.resolve.events.second.sketch import Sketch

FIRMS = frozenset({"company", "organization"})
SCOPE = 1.5  # two sums told of one contract are no further apart than this
NAMES = 2  # names that both texts give beside that of the firm


def one_contract(one: Sketch, other: Sketch, who: Who) -> bool:
    """Whether the same firm wins a contract for what both texts name, in the same days: the sum may be told otherwise."""
    if one.type != "trade_deal" or not (one.lands <= other.lands or other.lands <= one.lands):
        return False
    firms = {actor for actor in one.bodies & other.bodies if who.kind(actor) in FIRMS}
    sizes = [max((value for value, _ in each.sums), default=0) for each in (one, other)]
    own = {word for actor in (*firms, *one.lands, *other.lands) for word in who.name(actor).lower().split()}
    near = not all(sizes) or max(sizes) <= SCOPE * min(sizes)
    return bool(firms) and near and len((one.names & other.names) - own) >= NAMES and _in_the_same_days(one, other)


def _in_the_same_days(one: Sketch, other: Sketch) -> bool:
    """Whether their times agree to a month; where one gives none, whether it is reported when the other was."""
    if one.time and other.time:
        return is_short(one.time) and is_short(other.time) and agree(one.time, other.time)
    spans = [(each.time.earliest, each.time.latest) if each.time else (each.first, each.last) for each in (one, other)]
    (first, last), (start, end) = spans
    if first is None or last is None or start is None or end is None:
        return False
    return first - NEAR <= end and start - NEAR <= last
