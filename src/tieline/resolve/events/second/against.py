"""What forbids that two events are one: a single feature is enough."""

import datetime as dt

from tieline.resolve.actors.who import Who
from tieline.resolve.deals.orders import differ
from tieline.resolve.events.known_by.disputes import BRINGING
from tieline.resolve.events.known_by.sums import lots_differ
from tieline.resolve.events.merge.compare import PAIRS, each_side_alone, places_differ, stages_fit
from tieline.resolve.events.merge.times_fit import times_fit
from tieline.resolve.events.reports.offices import offices_differ
from tieline.resolve.events.reports.report import Told
from tieline.resolve.events.reports.traits import MADE, NEAR, agree, is_short, once
from tieline.resolve.events.second.contracts import one_contract
from tieline.resolve.events.second.sketch import Sketch

LATE = dt.timedelta(days=500)  # how long after a plan without a day it may come about
OLD = dt.timedelta(days=3 * 366)  # how long after it an event is told again without its day


def against(one: Sketch, other: Sketch, who: Who) -> bool:
    """Whether two events cannot be one."""
    mine, yours = one.reports[0], other.reports[0]
    return (
        bool(one.documents & other.documents)
        or one.type != other.type
        or not (stages_fit(mine, yours) or _one_stay(mine, yours) or _one_level(mine, yours))
        or not _statuses_fit(one, other)
        or _marks_differ(one, other)
        or _parties_differ(one, other)
        or _people_differ(one, other, who)
        or (_matters_differ(one, other) and not one_contract(one, other, who))
        or _hosts_differ(one, other, who)
        or _times_differ(one, other)
        or any(places_differ(a, b) for a in one.reports[:4] for b in other.reports[:4])
    )


def _one_stay(mine: Told, yours: Told) -> bool:
    """Whether one only tells the end of a stay: "he flies home today"."""
    return mine.type == "visit" and {mine.stage, yours.stage} == {None, "concluded"}


def _one_level(mine: Told, yours: Told) -> bool:
    """Whether one text has ties raised to the level at which another has a partnership established in those days."""
    short = is_short(mine.time) and is_short(yours.time) and agree(mine.time, yours.time)
    return mine.type == yours.type == "partnership" and {mine.stage, yours.stage} <= MADE and short


def _statuses_fit(one: Sketch, other: Sketch) -> bool:
    pair = (one.status, other.status)
    if "maybe" in pair and pair != ("maybe", "maybe"):
        return False  # what may be is no event that was
    return pair in PAIRS or pair[::-1] in PAIRS


def _marks_differ(one: Sketch, other: Sketch) -> bool:
    """Whether they are told as different ones of a row: the second visit and the third, another loan, the eastern section."""
    mine, yours = one.reports[0], other.reports[0]
    counted = mine.mention.ordinal and yours.mention.ordinal and mine.mention.ordinal != yours.mention.ordinal
    numbered = mine.number and yours.number and mine.number != yours.number
    several = mine.count != yours.count  # thirteen agreements are not the one
    marked = differ(mine.order, yours.order) or mine.again != yours.again
    return bool(counted or numbered or several or marked or _things_differ(one, other))


def _things_differ(one: Sketch, other: Sketch) -> bool:
    """Whether two things are built: of two kinds, of names that neither knows of the other, or one for coal and one for gas."""
    mine, yours = one.reports[0], other.reports[0]
    if mine.type != "project" or (mine.thing and mine.thing == yours.thing):
        return False
    kinds = mine.firm and yours.firm and mine.noun != yours.noun
    names = [(told.named | told.sole) - {told.noun, told.topic or ""} for told in (mine, yours)]
    strange = all(names) and not (names[0] & other.around or names[1] & one.around)
    words = [frozenset(told.modifiers[:-1]) for told in (mine, yours)]
    return bool(kinds or mine.part != yours.part or strange or (all(words) and not words[0] & words[1]))


def _parties_differ(one: Sketch, other: Sketch) -> bool:
    """Whether one names a country that has no part in the other; where it names none, those that its text fixes."""
    if one.reports[0].thing and one.reports[0].thing == other.reports[0].thing:
        return False
    few, many = sorted((one.named or one.lands, other.named or other.lands), key=len)
    return not few or not few <= (many | (one.lands if many == one.named else other.lands))


def _people_differ(one: Sketch, other: Sketch, who: Who) -> bool:
    """Whether two persons travel, two sides act, or nobody of those who meet in one text does so in the other."""
    mine = frozenset().union(*(told.sides for told in one.reports))
    yours = frozenset().union(*(told.sides for told in other.reports))
    if (mine and yours and not mine & yours) or each_side_alone(one.reports[0], other.reports[0]):
        return True
    if one.type == "visit":
        return _guests_differ(one, other, who)
    return one.type in ("meeting", "statement") and bool(one.persons and other.persons) and not one.persons & other.persons


def _guests_differ(one: Sketch, other: Sketch, who: Who) -> bool:
    """Whether two visitors cannot be one: two persons, or a person and a country that is not hers."""
    if any(offices_differ(mine, yours) for mine in one.reports[:4] for yours in other.reports[:4]):
        return True
    if not one.guests or not other.guests:
        return False
    people = [frozenset(guest for guest in told.guests if who.kind(guest) == "person") for told in (one, other)]
    if all(people):
        return not people[0] & people[1]
    homes = [frozenset(home for guest in told.guests if (home := who.country(guest))) for told in (one, other)]
    return not homes[0] & homes[1]


def _hosts_differ(one: Sketch, other: Sketch, who: Who) -> bool:
    """Whether a house is opened in the one country and in the other: the embassy of each with the other."""
    if one.type != "other":
        return False
    hosts = [
        {land for told in each.reports for actor, role in told.people if role == "host" and (land := who.country(actor))}
        for each in (one, other)
    ]
    return all(hosts) and not hosts[0] & hosts[1]


def _matters_differ(one: Sketch, other: Sketch) -> bool:
    """Whether other agreements, other sums or other acts are told."""
    if one.agreements and other.agreements and not one.agreements & other.agreements:
        return True
    if (one.sums and other.sums and not one.sums & other.sums) or lots_differ(one.reports[0], other.reports[0]):
        return True
    if one.type != "dispute":
        return False
    mine, yours = one.reports[0], other.reports[0]
    acts = {mine.act, yours.act} - {BRINGING}
    kinds = [frozenset(told.step for told in each.reports if told.step) for each in (one, other)]
    return len(acts) > 1 or (all(kinds) and not kinds[0] & kinds[1]) or ("lifting" in acts and mine.act != yours.act)


def _times_differ(one: Sketch, other: Sketch) -> bool:
    """Whether they were at different times, as far as each is known."""
    mine, yours = one.reports[0], other.reports[0]
    if one.time and other.time:
        return not agree(one.time, other.time) and (times_fit(mine, yours) is None or _early(one, other) or _early(other, one))
    return _too_far(one, other) or _too_far(other, one)


def _early(plan: Sketch, done: Sketch) -> bool:
    """Whether something was done before the time for which it was planned."""
    if (plan.status, done.status) != ("ahead", "done") or not plan.time or not done.time:
        return False
    return bool(done.time.latest and plan.time.earliest and done.time.latest < plan.time.earliest - NEAR)


def _under_way(one: Sketch) -> bool:
    """Whether a stay is only told as going on when it is reported: "who is on a visit to Orsenda"."""
    return one.type == "visit" and all(told.soft and told.mention.status == "ongoing" for told in one.reports)


def _too_far(bare: Sketch, other: Sketch) -> bool:
    """Whether an event told without its day cannot be another, by the days of their reports."""
    if bare.time is not None or bare.first is None or bare.last is None:
        return False
    first = other.time.earliest if other.time else other.first
    last = other.time.latest if other.time else other.last
    if first is None or last is None:
        return False
    if _under_way(bare) and (other.time or other.status == "done"):
        return bare.first - last > NEAR or first - bare.last > NEAR
    if bare.status == other.status == "ahead" and other.time is None:
        return max(first, bare.first) - min(last, bare.last) > LATE
    if bare.status == "ahead":
        return last < bare.first or first - bare.last > LATE
    if other.status == "ahead":
        return bare.last < first - NEAR or bare.first - last > OLD
    return bare.last < first or (bare.first - last > OLD and not once(bare.reports[0]))
