"""Agreements that two texts name by what they are about: same countries, same subject, and lives that can be one."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tieline.model.edtf import may_overlap
from tieline.resolve.deals.deals import GENERIC, AgreementTable, Group
from tieline.resolve.deals.namesakes import can_be_one, topics
from tieline.resolve.events.reports.report import Told
from tieline.resolve.events.reports.traits import DEALS

NEAREST = 12  # agreements of the same countries and subject with which one is compared
SOON = dt.timedelta(days=100)  # how long after a plan its signature can be known by one word alone
MADE = frozenset({"signed", "concluded", "initialled"})
LIVED = frozenset({"in_force", "provisionally_applied", "terminated", "lapsed", "suspended"})
KNOWN = ("the ", "their ", "this ", "that ")
Lives = Mapping[str, Sequence[Told]]


def same_subject(told: Sequence[Told], deals: AgreementTable) -> list[tuple[str, str]]:
    """The pairs of agreements that are about the same thing, those that share most words first."""
    lives: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.agreement and one.type in (*DEALS, "negotiation"):
            lives[one.agreement].append(one)
    found = {(mine, yours): shared for mine, yours, shared in (*_pairs(lives, deals), *_known_ones(lives, deals))}
    return sorted(found, key=lambda pair: (-found[pair], pair))


def _pairs(lives: Lives, deals: AgreementTable) -> Iterator[tuple[str, str, int]]:
    blocks: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for name in sorted(lives):
        group = deals.groups[name]
        for word in sorted(_about(group, deals)) if len(group.parties) == 2 else ():
            block = blocks[group.parties, word]
            for other in block[-NEAREST:]:
                shared = _shared(name, other, lives, deals)
                if shared:
                    yield other, name, shared
            block.append(name)


def _known_ones(lives: Lives, deals: AgreementTable) -> Iterator[tuple[str, str, int]]:
    """A kind of paper that one text takes for known, "the memorandum", without any day of it, and the only one of that kind elsewhere."""
    kinds: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for name in sorted(lives):
        group = deals.groups[name]
        if group.key.document and len(group.parties) == 2 and not group.key.order:
            kinds[group.kind, group.parties].append(name)
    for block in kinds.values():
        if len(block) > NEAREST:
            continue
        known = [one for one in block if _is_known(one, lives, deals)]
        rest = [one for one in block if one not in known]
        if rest and _of_one_time(rest, lives):
            yield from ((rest[0], one, 1) for one in known if can_be_one(deals.groups[one], deals.groups[rest[0]], deals.words))


def _of_one_time(names: Sequence[str], lives: Lives) -> bool:
    """Whether the signatures of some agreements can be one."""
    signed = [told.time for name in names for told in lives[name] if told.stage in MADE and told.time]
    return len(names) == 1 or (bool(signed) and all(may_overlap(one, signed[0]) for one in signed))


def _is_known(name: str, lives: Lives, deals: AgreementTable) -> bool:
    """Whether an agreement is only told with "the" or "their", and never with a day."""
    undated = all(told.time is None for told in lives[name])
    return undated and is_taken_for_known(deals.groups[name])


def is_taken_for_known(group: Group) -> bool:
    """Whether all words for an agreement take it for known: "the memorandum", "their pact"."""
    return bool(group.names) and all(one.lower().startswith(KNOWN) for one in group.names)


def _shared(mine: str, yours: str, lives: Lives, deals: AgreementTable) -> int:
    """How many words for what they are about two agreements share; 0 where they are not one."""
    one, other = deals.groups[mine], deals.groups[yours]
    mine_about, yours_about = _about(one, deals), _about(other, deals)
    words = mine_about & yours_about
    if not can_be_one(one, other, deals.words) or _out_of_order(lives[mine], lives[yours]) or _out_of_order(lives[yours], lives[mine]):
        return 0
    if len(words) >= 2 or (
        words and words in (mine_about, yours_about) and (one.kind == other.kind or bool({one.kind, other.kind} & set(GENERIC)))
    ):
        return 1 + len(words)
    kept = _is_kept(lives[mine], lives[yours]) or _is_kept(lives[yours], lives[mine])
    return 1 if kept and one.kind == other.kind else 0


def _about(group: Group, deals: AgreementTable) -> frozenset[str]:
    """What an agreement is about by its words: "a treaty on the fishing grounds", "the fishing treaty"."""
    return group.about | topics(group, deals.words)


def _is_kept(plans: Sequence[Told], done: Sequence[Told]) -> bool:
    """Whether what one text plans another tells as done soon after."""
    return any(
        plan.stage == made.stage == "signed" and plan.status_class == "ahead" and made.status_class == "done" and _soon(plan, made)
        for plan in plans
        for made in done
    )


def _soon(plan: Told, made: Told) -> bool:
    said, last = plan.reported()[0], made.time.latest if made.time else None
    if not said or not last:
        return False
    due = plan.time.latest if plan.time and plan.time.latest else said
    return said <= last <= due + SOON


def _out_of_order(one: Sequence[Told], other: Sequence[Told]) -> bool:
    """Whether one is still to be made, or is made, when the other has been in force for long."""
    lived = [told.time.latest for told in one if told.stage in LIVED and told.status_class == "done" and told.time and told.time.latest]
    made = [told.time.latest for told in one if told.stage == "signed" and told.status_class == "done" and told.time and told.time.latest]
    signed = [
        told.time.earliest for told in other if told.stage in MADE and told.status_class == "done" and told.time and told.time.earliest
    ]
    ahead = [said for told in other if told.stage in MADE and told.status_class == "ahead" and (said := told.reported()[0])]
    late = lived and signed and max(signed) > min(lived)
    return bool(late or ((made or lived) and ahead and max(ahead) > min([*made, *lived])))
