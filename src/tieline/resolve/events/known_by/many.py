"""Agreements told by their number: "signed 17 documents" in one text, "seventeen accords were signed" in another."""

from collections.abc import Sequence
from dataclasses import replace

from tieline.model.mention import Reading
from tieline.resolve.events.reports.report import Told
from tieline.resolve.events.reports.traits import DEALS, agree, is_short, two

FEW = 2  # agreements of which two texts can count as many without meaning the same ones
PAIR = 2
TENTH = 10  # "some 20" are nineteen


def with_counts(told: Sequence[Told], reading: Reading) -> list[Told]:
    """The reports of a text, those of several agreements at once with how many there were."""
    counts = {one.noun_span: int(one.value) for one in reading.quantities if one.kind == "count" and one.noun_span and one.value}
    if not counts:
        return list(told)
    return [replace(one, count=counts.get(one.mention.agreement)) if one.mention.agreement and one.type in DEALS else one for one in told]


def same_many(one: Told, other: Told) -> str | None:
    """That two texts tell of the same agreements: as many between the same two, or some of each on one occasion."""
    if one.document == other.document or one.stage != other.stage or not one.count or not other.count:
        return None
    notice = (one.corrects and not two(one)) or (other.corrects and not two(other))
    if not notice and (len(two(one)) != PAIR or two(one) != two(other)):
        return None
    if min(one.count, other.count) > FEW and abs(one.count - other.count) * TENTH <= max(one.count, other.count):
        return f"both count about {one.count} agreements of the same two"
    if notice:
        return None
    close = is_short(one.time) and is_short(other.time) and agree(one.time, other.time)
    return "the agreements of the same two at that time" if close else None
