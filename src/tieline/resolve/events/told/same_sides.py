"""Steps told without both sides, between the two of the step told before: "... broke with Orsenda. Ties were resumed in May"."""

from collections.abc import Sequence
from dataclasses import replace

from tieline.resolve.events.reports.report import Context, Told

BACK = {"diplomatic_ties": 2, "partnership": 2, "negotiation": 3}  # sentences within which the step before is leant on
TWO = 2


def with_sides(told: Sequence[Told], context: Context) -> list[Told]:
    """The reports of a text, each step between states with the two sides that the step of its kind before it has."""
    found: list[Told] = []
    for one in told:
        like = _before(one, found, context) if _lacks(one) else None
        found.append(_between(one, like.countries) if like else one)
    return found


def _lacks(one: Told) -> bool:
    """Whether the words of a step between two states name fewer than two."""
    return one.type in BACK and len(one.own) < TWO and one.agreement is None


def _before(one: Told, told: Sequence[Told], context: Context) -> Told | None:
    """The step of the same kind told last before, whose two sides can be meant."""
    back = BACK[one.type]
    at = one.mention.trigger.start
    for other in sorted(told, key=lambda each: each.mention.trigger.start, reverse=True):
        if other.mention.trigger.start >= at or other.type != one.type:
            continue
        if one.mention.sentence - other.mention.sentence > back:
            return None
        if len(other.countries) == TWO and (len(other.own) == TWO or other.countries != one.countries):
            return other if one.own <= set(other.countries) and _opened_by(one, other, context) <= set(other.countries) else None
    return None


def _opened_by(one: Told, other: Told, context: Context) -> set[str]:
    """The countries named in its sentence before the words of a step, and behind those of the one before."""
    who, document = context.who, context.reading.article.document.id
    start, end = other.mention.trigger.start, one.mention.trigger.start
    near = (near for near in context.nearby.get(one.mention.sentence, ()) if start <= near.span.start and near.span.end <= end)
    return {home for each in near for actor in who.at(document, each.span) if (home := who.country(actor))}


def _between(one: Told, sides: tuple[str, ...]) -> Told:
    """The report with two sides, and without the countries that were only guessed for it."""
    kept = tuple((actor, role) for actor, role in one.people if actor not in one.countries or actor in one.own)
    known = {actor for actor, _ in kept}
    return replace(one, people=(*kept, *((land, "party") for land in sides if land not in known)), countries=sides)
