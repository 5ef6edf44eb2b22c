"""Visits and meetings that a text names once more by a bare noun: "the trip", "their talks"."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from tieline.resolve.events.reports.report import Told

LATELY, NEAR = 40, 3  # reports, and sentences where talks may be those on an agreement
TOOK_PLACE = "visit.took_place"
TALKS = frozenset({"meeting", "summit", "negotiation"})


def named_again(told: Sequence[Told], text: str, words: Mapping[str, Set[str]]) -> list[Told]:
    """The reports of a text in order; one that only names again what stands before it is a report of that event."""
    found: list[Told] = []
    for one in sorted(told, key=lambda each: each.mention.trigger):
        meant = _meant(one, found) if _is_bare(one, text, words) else None
        found.append(_repeating(one, meant) if meant is not None else _of_guest(one, found))
    return found


def _of_guest(one: Told, before: Sequence[Told]) -> Told:
    """A visit told by "it", with the guest of the last one spoken of: "invited X to Lima; it is likely to take place in May"."""
    if one.mention.rule != TOOK_PLACE or one.people or one.visit:
        return one
    other = next((each for each in reversed(before[-LATELY:]) if each.type == "visit" and each.people), None)
    if other is None:
        return one
    return replace(
        one, people=other.people, visit=other.visit, guest=other.guest, persons=other.persons, countries=other.countries, place=other.place
    )


def _is_bare(one: Told, text: str, words: Mapping[str, Set[str]]) -> bool:
    """Whether a report rests on a noun told as known, with neither a day nor people of its own."""
    mention = one.mention
    deal = mention.agreement is not None and mention.span.touches(mention.agreement)
    if one.stage or deal or mention.ordinal or (one.time is not None and not one.soft) or one.zone != "prose":
        return False
    nouns = words["again.visits"] if one.type == "visit" else words["again.talks"] if one.type in TALKS else frozenset()
    row = text[mention.trigger.start : mention.trigger.end].lower().split()
    at = next((k for k, word in enumerate(row) if word.strip(".,;:") in nouns), None)
    if at is None:
        return False
    before = [*text[max(0, mention.trigger.start - 60) : mention.trigger.start].lower().split(), *row[:at]]
    while before and before[-1] in words["again.kinds"]:
        before.pop()
    return bool(before) and before[-1] in words["again.known"]


def _meant(one: Told, before: Sequence[Told]) -> Told | None:
    """The last event of the kind, as sure as this one and with nobody else taking part."""
    family = TALKS if one.type in TALKS else {one.type}
    for other in list(reversed(before))[:LATELY]:
        if one.agreement and one.mention.sentence - other.mention.sentence > NEAR:
            break
        fits = other.type in family and other.stage is None and other.status_class == one.status_class and other.mention != one.mention
        if fits and (other.people or other.time) and one.persons <= other.persons:
            return other
    return None


def _repeating(one: Told, meant: Told) -> Told:
    """The report with all that the other one tells, at its own words."""
    return replace(
        meant, id=one.id, citation=one.citation, verb=one.verb, sentence=one.sentence, zone=one.zone, root=meant.root or meant.id
    )
