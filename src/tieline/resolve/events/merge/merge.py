"""Reports of one event are brought together; every judgement is kept with its reasons, so that it can be taken back."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tieline.resolve.events.merge.blocks import keys
from tieline.resolve.events.merge.compare import APART, same_event
from tieline.resolve.events.reports.report import Told

RANK = {"done": 0, "ahead": 1, "off": 2, "maybe": 3, "no": 4}
GRAINS = ("minute", "hour", "day", "week", "month", "interval", "quarter", "season", "half", "year", "decade", "century")
MOST = 24  # groups of a block that a report is compared with
NEARBY = 8  # reports of a group, beside its first, that must agree where they stand in the same text


@dataclass
class Group:
    """The reports of one event, the leading one first, and why they are one."""

    reports: list[Told]
    reasons: list[str] = field(default_factory=list)


def merge(told: Sequence[Told], apart: Sequence[Sequence[str]] = ()) -> tuple[Group, ...]:
    """The reports grouped into events. Only reports in a shared block are compared, and each block only with its latest groups.

    `apart` holds sets of report ids of which no two may be brought together: judgements taken back.
    """
    told = _given_up(told)
    barred = judged(apart)
    groups: list[Group] = []
    blocks: dict[tuple[object, ...], list[Group]] = defaultdict(list)
    for one in ordered(told):
        blocked = list(dict.fromkeys(keys(one)))
        near = [group for key in blocked for group in blocks[key][-MOST:]]
        found = _find(one, near if one.id not in barred else [group for group in near if not is_barred(one, group, barred)])
        group = found or Group([one])
        if found is None:
            groups.append(group)
        for key in blocked:
            if not any(group is other for other in blocks[key][-MOST:]):
                blocks[key].append(group)
    return tuple(groups)


def judged(apart: Sequence[Sequence[str]]) -> dict[str, int]:
    """The number of the judgement taken back for each report that it names."""
    return {name: index for index, names in enumerate(apart) for name in names}


def ordered(told: Sequence[Told]) -> list[Told]:
    """Reports of one event, the one that leads them first."""
    return sorted(told, key=_order)


def _given_up(told: Sequence[Told]) -> list[Told]:
    """The reports, with each plan marked whose day another report calls off."""
    off = {(one.type, one.stage, one.countries, one.time.edtf) for one in told if one.status_class == "off" and one.time}
    return [
        replace(one, given_up=True)
        if one.status_class == "ahead" and one.time and (one.type, one.stage, one.countries, one.time.edtf) in off
        else one
        for one in told
    ]


def is_barred(one: Told, group: Group, barred: Mapping[str, int]) -> bool:
    """Whether a judgement taken back keeps a report out of a group."""
    return any(barred.get(other.id) == barred[one.id] for other in group.reports)


def _find(one: Told, groups: Sequence[Group]) -> Group | None:
    """The group that a report belongs to, one that agrees about the day before one that does not; the report is put into it."""
    fitting = [(group, reasons) for group in dict(zip(map(id, groups), groups, strict=True)).values() if (reasons := _fits(one, group))]
    agreeing = [found for found in fitting if not any(reason.startswith(APART) for reason in found[1])]
    if one.status_class == "ahead" and one.time is None:
        agreeing.sort(key=lambda found: _begins(found[0].reports[0]))  # a plan is kept by what comes first
    for group, reasons in (agreeing or fitting)[:1]:
        said = f"{group.reports[0].citation.quote!r} ({group.reports[0].document}) and {one.citation.quote!r} ({one.document})"
        group.reasons.append(f"{said}: {'; '.join(reasons)}")
        group.reports.append(one)
        return group
    return None


def _begins(one: Told) -> str:
    return str(one.time.earliest or one.time.latest) if one.time else "9999"


def _fits(one: Told, group: Group) -> tuple[str, ...]:
    """Why a report belongs to a group; nothing where it does not."""
    reasons = same_event(group.reports[0], one)
    near = [other for other in group.reports[1:][-NEARBY:] if other.document == one.document]
    return reasons if all(same_event(other, one) for other in near) else ()


def _order(told: Told) -> tuple[object, ...]:
    """Done before planned, prose before headlines, precise before vague: the first of a group leads it."""
    grain = GRAINS.index(told.time.grain) if told.time else len(GRAINS)
    headline = told.zone in ("headline", "heading")
    ended = told.type == "visit" and told.stage is not None  # the end of a stay is not the stay
    announced = told.stage == "switched"  # a switch is announced, and ties are then established
    return (
        RANK[told.status_class],
        headline,
        ended,
        announced,
        grain,
        told.document,
        told.mention.span.start,
        told.mention.trigger.start,
        told.id,
    )
