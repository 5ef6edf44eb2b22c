"""Contracts that several texts tell of the same firms or persons, known as one by the time of their signature."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tieline.model.edtf import may_overlap
from tieline.resolve.actors.who import Who
from tieline.resolve.deals.deals import AgreementTable
from tieline.resolve.deals.namesakes import can_be_one
from tieline.resolve.events.reports.report import Told
from tieline.resolve.events.reports.traits import is_short

KINDS = frozenset({"contract", "purchase", "procurement"})
BUYING = frozenset({"firm", "company", "organization", "person"})
NEAREST = 12  # contracts of one firm or person with which one is compared
LATE = dt.timedelta(days=400)  # how long after the day planned a contract is signed


def same_contract(told: Sequence[Told], deals: AgreementTable, who: Who) -> Iterator[tuple[str, str]]:
    """The pairs of contracts, each the only one of its text, that share a firm or person of their texts and the time of their signature."""
    signed = _only(told, deals)
    known = _known(told, who)
    blocks: dict[str, list[Told]] = defaultdict(list)
    for document in sorted(signed):
        one = signed[document]
        for actor in sorted(known.get(document, ())):
            block = blocks[actor]
            for other in block[-NEAREST:]:
                mine, yours = one.agreement or "", other.agreement or ""
                if mine != yours and _fits(one, other) and can_be_one(deals.groups[mine], deals.groups[yours], deals.words):
                    yield min(mine, yours), max(mine, yours)
            block.append(one)


def _only(told: Sequence[Told], deals: AgreementTable) -> dict[str, Told]:
    """The signature of the one contract that a text tells of, the surest report of it, by text."""
    found: dict[str, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for one in told:
        if one.agreement and deals.groups[one.agreement].kind in KINDS:
            found[one.document][one.agreement].append(one)
    sole = {document: next(iter(deal.values())) for document, deal in found.items() if len(deal) == 1}
    steps = {document: [one for one in reports if one.stage == "signed" and is_short(one.time)] for document, reports in sole.items()}
    return {document: min(reports, key=_surest) for document, reports in steps.items() if reports}


def _surest(one: Told) -> tuple[object, ...]:
    return (one.status_class != "done", one.status_class != "ahead", one.id)


def _known(told: Sequence[Told], who: Who) -> Mapping[str, set[str]]:
    """The firms and persons that take part in what each text tells."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in told:
        found[one.document] |= {actor for actor, _ in one.people if who.kind(actor) in BUYING}
    return found


def _fits(one: Told, other: Told) -> bool:
    """Whether two signatures can be one: at one time, or planned and done some time later."""
    if one.document == other.document or not one.time or not other.time:
        return False
    if may_overlap(one.time, other.time):
        return {one.status_class, other.status_class} <= {"done", "ahead"}
    plan, done = (one, other) if one.status_class == "ahead" else (other, one)
    due, made = plan.time, done.time
    if (plan.status_class, done.status_class) != ("ahead", "done") or not (due and made and due.latest and made.earliest):
        return False
    return dt.timedelta() <= made.earliest - due.latest <= LATE
