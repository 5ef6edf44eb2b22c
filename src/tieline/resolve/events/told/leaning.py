"""Reports that lean on what their text told just before: the visit that "will now take place", the day that was given up for it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from tieline.model.edtf import span_value
from tieline.model.time import TimeValue
from tieline.resolve.events.reports.report import Told

BACK = 3  # sentences in which "it" still means the visit told last
GATHERINGS = frozenset({"visit", "meeting", "summit", "negotiation"})
STANDING = frozenset({"planned", "expected", "cancelled"})


def leaning(told: Sequence[Told]) -> list[Told]:
    """The reports of a text, with the visitor of the visit that is meant, and days given up before the new ones."""
    found: list[Told] = []
    for one in told:
        found.append(_with_visitor(one, found) if _is_bare(one) else _with_guest(one, found) if _is_guestless(one) else one)
    return [_before_new(one, found) for one in [_as_set(one, found) for one in found]]


def _as_set(one: Told, told: Sequence[Told]) -> Told:
    """The report of something called off, told by "it" alone, with the day for which the text told it to be set."""
    if one.status_class != "off" or one.time is not None or one.mention.arguments or one.type not in GATHERINGS:
        return one
    at = one.mention.trigger.start
    near = [other for other in told if other.type == one.type and other.mention.trigger.start < at and _is_near(other, one)]
    like = near[-1] if near else None
    return replace(one, time=like.time) if like is not None and like.status_class == "ahead" and like.time is not None else one


def _is_near(other: Told, one: Told) -> bool:
    return one.mention.sentence - other.mention.sentence <= BACK


def _is_bare(one: Told) -> bool:
    """Whether a visit put off or planned is told by "it" or "the visit" alone."""
    return one.type == "visit" and not one.people and one.mention.status in STANDING and not one.mention.arguments


def _is_guestless(one: Told) -> bool:
    """Whether a visit put off or planned is told with its place and without its visitor: "A trip to Lima was dropped"."""
    return one.type == "visit" and one.guest is None and one.mention.status in STANDING and {role for _, role in one.people} == {"host"}


def _with_guest(one: Told, before: Sequence[Told]) -> Told:
    """The report with the one visitor of whom the text has told within the sentences before it."""
    near = [other for other in before if other.type == "visit" and one.mention.sentence - other.mention.sentence <= BACK]
    guests = {other.guest for other in near if other.guest}
    if len(guests) != 1:
        return one
    like = next(other for other in reversed(near) if other.guest)
    guest, added = like.guest, tuple((actor, role) for actor, role in like.people if role in ("guest", "state"))
    countries = tuple(sorted({*one.countries, *(actor for actor, role in added if role == "state")}))
    visit = (guest, one.visit[1]) if guest and one.visit else None
    return replace(one, people=(*added, *one.people), guest=guest, persons=one.persons | like.persons, countries=countries, visit=visit)


def _with_visitor(one: Told, before: Sequence[Told]) -> Told:
    """The report with people and country of the one visit told in the sentences before it."""
    near = [other for other in before if other.type == "visit" and other.people and one.mention.sentence - other.mention.sentence <= BACK]
    if not near or len({other.guest for other in near}) != 1 or near[-1].guest is None:
        return one
    like = near[-1]
    return replace(one, people=like.people, countries=like.countries, persons=like.persons, guest=like.guest, visit=like.visit)


def _before_new(one: Told, told: Sequence[Told]) -> Told:
    """A day given up for a new one lies before it: "once promised for September, is now set for December" is last September."""
    if one.mention.status != "cancelled" or one.time is None or one.time.basis == "explicit":
        return one
    new = next((other for other in told if _is_new_day(other, one)), None)
    if new is None or new.time is None or new.time.latest is None or one.time.earliest is None or one.time.earliest <= new.time.latest:
        return one
    earlier = _year_before(one.time)
    return replace(one, time=earlier) if earlier and earlier.latest and earlier.latest < new.time.latest else one


def _is_new_day(other: Told, one: Told) -> bool:
    same = (other.type, other.stage, other.mention.sentence) == (one.type, one.stage, one.mention.sentence)
    return same and other.mention.status == "planned" and other.mention.trigger.start == one.mention.trigger.start


def _year_before(time: TimeValue) -> TimeValue | None:
    days = [_back(day) for day in (time.earliest, time.latest)]
    reason = "it was given up for the day told behind it, so it lies before that"
    return span_value(days[0], days[1], derivation=(*time.derivation, reason)) if all(days) else None


def _back(day: dt.date | None) -> dt.date | None:
    if day is None or (day.month, day.day) == (2, 29):
        return None
    return day.replace(year=day.year - 1)
