"""Agreements that two texts name differently, known as one by their lives: same countries, and a step that both tell of one time."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tieline.model.edtf import lies_within, may_overlap
from tieline.model.time import TimeValue
from tieline.resolve.actors.who import Who
from tieline.resolve.deals.contracts import same_contract
from tieline.resolve.deals.deals import GENERIC, AgreementTable, Group
from tieline.resolve.deals.namesakes import can_be_one, topics
from tieline.resolve.deals.only_fit import only_fit
from tieline.resolve.deals.same_subject import is_taken_for_known, same_subject
from tieline.resolve.events.known_by.papers import kinds_differ
from tieline.resolve.events.reports.report import Told
from tieline.resolve.events.reports.traits import DEALS, STAGELESS, family, is_rounded

# Steps by which an agreement is known, with how much the sameness of a year tells: many are talked about in a year, few signed.
STEPS = frozenset({"initialled", "signed", "ratified", "in_force", "provisionally_applied", "terminated", "concluded", "upgraded"})
LOOSE_STEPS = frozenset({"ratified", "concluded"})  # each side ratifies; a deal is reached, and concluded again by its signature
NEAREST = 12  # steps of the same kind, countries and year with which a step is compared
LONGEST = 800  # days of a plan that still tell of one step
LEAD = 3  # the last of the first sentences of a text, which tell its news
NEWS = frozenset({"signed", "initialled", "in_force", "provisionally_applied", "terminated"})
WEEK = dt.timedelta(days=7)
NOTICE = dt.timedelta(days=14)  # how long after a report the notice that corrects it comes
DAY, MONTH, YEAR = 3, 2, 1
MONTHS = 7  # characters of a month: "2015-03"
SURE = 2  # what brings together agreements of which neither has a name of its own


@dataclass
class Cluster:
    """Agreements that are one: their ids, the documents that tell of them, and the dated steps told."""

    ids: list[str]
    documents: set[str]
    steps: list[Told] = field(default_factory=list)


def by_signature(told: Sequence[Told], deals: AgreementTable, who: Who) -> tuple[tuple[Told, ...], AgreementTable]:
    """The reports and agreements, with those that lack a name of their own joined to the only one that shares a step of their lives."""
    renamed = _renamed(told, deals, who)
    if not renamed:
        return tuple(told), deals
    moved = tuple(_moved(one, deals, renamed[one.agreement]) if one.agreement in renamed else one for one in told)
    return moved, _joined(deals, renamed)


def _moved(one: Told, deals: AgreementTable, home: str) -> Told:
    """A report with another agreement; where its own was only guessed to be that of some country, without that country."""
    mine, yours = deals.groups[one.agreement or ""], deals.groups[home]
    wrong = set(mine.parties) - set(yours.parties) if yours.sure and not mine.sure and len(yours.parties) >= 2 else set()
    if not wrong:
        return replace(one, agreement=home)
    missing = [party for party in yours.parties if party not in {actor for actor, _ in one.people}]
    people = tuple((actor, role) for actor, role in one.people if actor not in wrong) + tuple((party, "party") for party in missing)
    countries = tuple(sorted({*(set(one.countries) - wrong), *yours.parties}))
    return replace(one, agreement=home, people=people, countries=countries)


def _renamed(told: Sequence[Told], deals: AgreementTable, who: Who) -> dict[str, str]:
    """Each agreement that another one is, with that other: the one that has a name of its own."""
    steps = [step for one in told if _is_step(step := one if _is_old(one, deals) else _as_news(one))]
    clusters: dict[str, Cluster] = {}
    for one in told:
        if one.agreement and one.agreement not in clusters:
            documents = {citation.document for citation in deals.groups[one.agreement].evidence}
            clusters[one.agreement] = Cluster([one.agreement], documents)
        if one.agreement:
            clusters[one.agreement].documents.add(one.document)
    for one in steps:
        clusters[one.agreement or ""].steps.append(one)
    for mine, yours in (*_edges(steps, deals), *same_subject(told, deals), *same_contract(told, deals, who)):
        _unite(clusters, mine, yours, deals)
    for mine, yours in only_fit(dict(_homes(clusters, deals)), told, deals, who):
        _unite(clusters, mine, yours, deals)
    return dict(_homes(clusters, deals))


def _is_old(one: Told, deals: AgreementTable) -> bool:
    """Whether a signature is told of what the text takes for known: "signed their memorandum" is no news."""
    return one.stage == "signed" and one.agreement is not None and not one.corrects and is_taken_for_known(deals.groups[one.agreement])


def _as_news(one: Told) -> Told:
    """A step that the lead of a text, or a notice of correction, reports without its day, as one of the days up to that report."""
    last = one.reported()[1]
    if one.corrects and last and one.time is None and one.stage == "signed" and one.status_class == "done" and one.type in DEALS:
        return _within(one, last, NOTICE)
    fresh = one.stage in NEWS and one.status_class == "done" and one.mention.sentence <= LEAD and one.reported()[0] == last
    if fresh and one.soft and one.time and one.time.grain == "day" and last and last - WEEK <= (one.time.latest or last) <= last:
        return replace(one, soft=False)  # of the same occasion as what is told just before
    if one.time or one.type not in DEALS or not fresh or not last:
        return one
    return _within(one, last, WEEK)


def _within(one: Told, last: dt.date, days: dt.timedelta) -> Told:
    """A report with the days before it as the time of what it tells."""
    first = last - days
    edtf = f"{first.isoformat()}/{last.isoformat()}"
    return replace(one, time=TimeValue(edtf=edtf, earliest=first, latest=last, grain="interval", basis="inferred"))


def _is_step(one: Told) -> bool:
    """Whether a report dates a step by which its agreement can be known."""
    if not one.agreement or one.type not in (*DEALS, "negotiation") or family(one.stage) not in STEPS or one.soft:
        return False
    time = one.time
    if time is None or time.latest is None or (time.earliest is None and one.status_class != "ahead"):
        return False
    return one.status_class in ("done", "ahead") and (time.earliest is None or (time.latest - time.earliest).days <= LONGEST)


def _edges(steps: Sequence[Told], deals: AgreementTable) -> list[tuple[str, str]]:
    """The pairs of agreements that share a step, the surest first; none where a text has two with which it is shared alike."""
    weights: dict[tuple[str, str], int] = {}
    for one, other in (*_near(steps, deals), *_same_day(steps, deals)):
        mine, yours = one.agreement or "", other.agreement or ""
        weight = _shared(one, other)
        vague = deals.vague(mine) or deals.vague(yours)
        named = not (deals.vague(mine) and deals.vague(yours))
        bought = {one.type, other.type} <= STAGELESS and not (deals.groups[mine].key.words or deals.groups[yours].key.words)
        about = (deals.groups[mine].about, deals.groups[yours].about)
        idle = deals.words["things"]
        apart = all(one - idle for one in about) and not about[0] & about[1]
        if apart and (weight < DAY or family(one.stage) == "ratified" or kinds_differ(one, other)):
            continue  # about two things: only a step of one day can show them to be one; a house approves many on a day
        if weight >= (YEAR if (vague and named) or bought else SURE) and _fit(mine, yours, deals):
            pair = (min(mine, yours), max(mine, yours))
            weights[pair] = max(weights.get(pair, 0), weight)
    unsure = _unsure(weights, steps, deals)
    return [pair for pair in sorted(weights, key=lambda pair: (-weights[pair], pair)) if not unsure & set(pair)]


def _unsure(weights: Mapping[tuple[str, str], int], steps: Sequence[Told], deals: AgreementTable) -> set[str]:
    """The agreements that share a step just as surely with two that are not one."""
    documents: dict[str, set[str]] = defaultdict(set)
    for one in steps:
        documents[one.agreement or ""].add(one.document)
    partners: dict[str, dict[str, int]] = defaultdict(dict)
    for (mine, yours), weight in weights.items():
        partners[mine][yours] = partners[yours][mine] = weight
    found = set()
    for name, others in partners.items():
        best = [other for other in others if others[other] == max(others.values())]
        apart = any(
            documents[a] & documents[b] or not _fit(a, b, deals) for a, b in pairwise(sorted(best, key=lambda one: _width(one, deals)))
        )
        if apart:
            found.add(name)
    return found


def _width(agreement: str, deals: AgreementTable) -> tuple[bool, str, str]:
    key = deals.groups[agreement].key
    return (deals.vague(agreement), key.kind, agreement)


def _fit(mine: str, yours: str, deals: AgreementTable) -> bool:
    return can_be_one(deals.groups[mine], deals.groups[yours], deals.words)


def _near(steps: Sequence[Told], deals: AgreementTable) -> Iterator[tuple[Told, Told]]:
    """The steps of the same kind, countries and year, told of two agreements by two texts; each with the last few before it."""
    blocks: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for one in sorted(steps, key=lambda one: (str(one.time and (one.time.earliest or one.time.latest)), one.id)):
        parties = _parties(one, deals)
        if len(parties) != 2 or not one.time or not one.time.latest:
            continue
        first = (one.time.earliest or one.time.latest).year
        for year in range(first, one.time.latest.year + 1):
            block = blocks[parties, _kind(one), _step(one), year]
            for other in block[-NEAREST:]:
                if other.agreement != one.agreement and other.document != one.document:
                    yield one, other
            block.append(one)


def _same_day(steps: Sequence[Told], deals: AgreementTable) -> Iterator[tuple[Told, Told]]:
    """The steps of one day or month, told of two agreements whose parties agree as far as told; each with the last few before it."""
    blocks: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for one in sorted(steps, key=lambda one: one.id):
        if one.time is None or one.time.grain not in ("day", "month") or (one.status_class != "done" and one.time.grain != "day"):
            continue
        block = blocks[_kind(one), _step(one), one.time.edtf[:MONTHS]]
        for other in block[-NEAREST:]:
            if other.agreement != one.agreement and other.document != one.document and _may_share(one, other, deals):
                yield one, other
        block.append(one)


def _may_share(one: Told, other: Told, deals: AgreementTable) -> bool:
    """Whether two agreements can have the same parties: two are shared, or one, and the other is only guessed."""
    mine, yours = (deals.groups[told.agreement or ""] for told in (one, other))
    if mine.parties == yours.parties and len(mine.parties) == 2:
        return False  # compared by their countries
    shared = set(mine.parties) & set(yours.parties)
    if len(shared) >= 2:
        return True
    if shared and mine.parties == yours.parties and one.time and one.time.grain == "day":
        return True  # what one state signs alone, a treaty with many: two texts of one day tell of one
    guessed = not (mine.sure and yours.sure)
    alike = (mine.kind == yours.kind and mine.kind not in GENERIC) or bool(topics(mine, deals.words) & topics(yours, deals.words))
    return guessed and alike and bool(shared or not mine.parties or not yours.parties)


def _step(one: Told) -> str | None:
    """The step of a life: an agreement that is concluded on a day is signed then."""
    return "signed" if one.stage == "concluded" and one.type in DEALS else family(one.stage)


def _kind(one: Told) -> str:
    """What a step is compared as: one text's contract is another text's agreement."""
    return "agreement" if one.type in DEALS else one.type


def _parties(one: Told, deals: AgreementTable) -> tuple[str, ...]:
    parties = deals.groups[one.agreement].parties if one.agreement else ()
    return parties if len(parties) == 2 else one.countries


def _shared(one: Told, other: Told) -> int:
    """How much two times of a step tell that it is one: the finer they agree the more; a plan that was kept tells as a month."""
    mine, yours = one.time, other.time
    if not mine or not yours or not may_overlap(mine, yours):
        return 0
    fine = min(_fineness(one), _fineness(other))
    if "inferred" in (mine.basis, yours.basis):
        return fine if fine >= MONTH else 0
    if {one.status_class, other.status_class} != {"done"}:
        return min(MONTH, max(_fineness(one), _fineness(other))) if lies_within(mine, yours) or lies_within(yours, mine) else 0
    return fine if lies_within(mine, yours) or lies_within(yours, mine) else 0


def _fineness(one: Told) -> int:
    time = one.time
    if time is None or time.earliest is None or time.latest is None:
        return YEAR
    days = (time.latest - time.earliest).days
    return DAY if not days else MONTH if days <= 31 else YEAR


def _unite(clusters: dict[str, Cluster], mine: str, yours: str, deals: AgreementTable) -> None:
    """Two clusters put together, where no text tells of both as two and no step of theirs lies apart."""
    one, other = clusters[mine], clusters[yours]
    if one is other or one.documents & other.documents or _contradict(one, other):
        return
    if not all(_fit(a, b, deals) for a in one.ids[:NEAREST] for b in other.ids[:NEAREST]):
        return
    whole = Cluster(one.ids + other.ids, one.documents | other.documents, one.steps + other.steps)
    for name in whole.ids:
        clusters[name] = whole


def _contradict(one: Cluster, other: Cluster) -> bool:
    """Whether a step that each had has two times that cannot be one."""
    done = {
        (_kind(mine), family(mine.stage)): mine.time for mine in one.steps if mine.status_class == "done" and mine.stage not in LOOSE_STEPS
    }
    for yours in other.steps:
        mine = done.get((_kind(yours), family(yours.stage))) if yours.status_class == "done" else None
        if mine and yours.time and not (may_overlap(mine, yours.time) or is_rounded(mine, yours.time)):
            return True
    return False


def _homes(clusters: Mapping[str, Cluster], deals: AgreementTable) -> Iterator[tuple[str, str]]:
    """Each agreement of a cluster with the one whose name the cluster carries."""
    for name, cluster in clusters.items():
        if len(cluster.ids) > 1:
            home = min(cluster.ids, key=lambda one: (deals.vague(one), not deals.groups[one].sure, -len(deals.groups[one].key.words), one))
            if name != home:
                yield name, home


def _joined(deals: AgreementTable, renamed: Mapping[str, str]) -> AgreementTable:
    """The table with each renamed group put into the one that it belongs to."""
    groups: dict[str, Group] = {key: group for key, group in deals.groups.items() if key not in renamed}
    for old, new in sorted(renamed.items()):
        group, home = deals.groups[old], groups[new]
        groups[new] = replace(
            home,
            names=home.names + group.names,
            subjects=home.subjects + group.subjects,
            phrases=home.phrases + group.phrases,
            proper=home.proper + group.proper,
            evidence=home.evidence + group.evidence,
        )
    spans = {place: renamed.get(one, one) for place, one in deals.spans.items()}
    return AgreementTable(groups, spans, deals.words, deals.wordless)
