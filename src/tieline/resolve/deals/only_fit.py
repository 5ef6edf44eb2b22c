"""An agreement told vaguely in one text is the one of the others that it fits, and no other."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from tieline.resolve.actors.who import Who
from tieline.resolve.deals.deals import GENERIC, AgreementTable, Group
from tieline.resolve.deals.namesakes import can_be_one, topics
from tieline.resolve.deals.same_subject import is_taken_for_known
from tieline.resolve.events.reports.report import Told
from tieline.resolve.events.reports.traits import DEALS, agree, family, is_rounded, names_of

ENOUGH = 4
STEM = 4  # letters that a country and its adjective share
QUARTER = 100  # days
MARGIN = 1  # how much better the best must be than the next
LAST = 16  # agreements of one country with which one is compared
LOOSE = frozenset({"ratified", "approved", "concluded"})  # what each side does for itself, or what is said twice
LASTING = frozenset({"in_force", "provisionally_applied"})
LATE = dt.timedelta(days=500)  # how long after a plan the step may come


@dataclass(frozen=True)
class Life:
    """An agreement as the texts tell it: the reports of its steps, and the texts that name it."""

    name: str
    group: Group
    steps: tuple[Told, ...]
    documents: frozenset[str]

    @property
    def parties(self) -> frozenset[str]:
        """Its parties, else the countries of those who took its steps."""
        return frozenset(self.group.parties) or frozenset(land for one in self.steps for land in one.countries)

    @property
    def bodies(self) -> frozenset[str]:
        """The firms and persons that took its steps."""
        return frozenset(actor for one in self.steps for actor, _ in one.people if actor not in one.countries)


def only_fit(homes: Mapping[str, str], told: Sequence[Told], deals: AgreementTable, who: Who) -> list[tuple[str, str]]:
    """The pairs of agreements of which each fits the other better than anything else; `homes` has those already known to be another."""
    lives = list(_lives(homes, told, deals))
    weights: dict[tuple[int, int], int] = {}
    blocks: dict[str, list[int]] = defaultdict(list)
    for k, one in enumerate(lives):
        for party in sorted(one.parties):
            for j in blocks[party][-LAST:]:
                if (j, k) not in weights and not _against(lives[j], one, deals):
                    weights[j, k] = _weight(lives[j], one, deals, who)
            blocks[party].append(k)
    near: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in weights:
        near[pair[0]].append(pair)
        near[pair[1]].append(pair)
    sure = [pair for pair in weights if _is_enough(pair, weights, lives) and not _rivalled(pair, near, weights, lives, deals)]
    return [(lives[j].name, lives[k].name) for j, k in sorted(sure, key=lambda pair: (-weights[pair], pair))]


def _lives(homes: Mapping[str, str], told: Sequence[Told], deals: AgreementTable) -> Iterator[Life]:
    steps: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.agreement and one.type in (*DEALS, "negotiation"):
            steps[homes.get(one.agreement, one.agreement)].append(one)
    texts: dict[str, set[str]] = defaultdict(set)
    for name, group in deals.groups.items():
        texts[homes.get(name, name)] |= {citation.document for citation in group.evidence}
    for name in sorted(steps):
        if deals.groups[name].kind != "partnership":
            yield Life(name, deals.groups[name], tuple(steps[name]), frozenset({*texts[name], *(one.document for one in steps[name])}))


def _is_enough(pair: tuple[int, int], weights: Mapping[tuple[int, int], int], lives: Sequence[Life]) -> bool:
    """Whether enough speaks for two agreements being one; a little less where both tell the time of one step of their lives."""
    dated = any(_agreeing(a, b) and a.time and b.time for a in lives[pair[0]].steps for b in lives[pair[1]].steps)
    return weights[pair] >= ENOUGH - dated


def _rivalled(
    pair: tuple[int, int],
    near: Mapping[int, Sequence[tuple[int, int]]],
    weights: Mapping[tuple[int, int], int],
    lives: Sequence[Life],
    deals: AgreementTable,
) -> bool:
    """Whether one of the two fits about as well another agreement that cannot be the same."""
    for k in pair:
        mine = pair[0] if pair[1] == k else pair[1]
        for other in near[k]:
            yours = other[0] if other[1] == k else other[1]
            if yours != mine and weights[other] >= weights[pair] - MARGIN and _against(lives[mine], lives[yours], deals):
                return True
    return False


def _against(one: Life, other: Life, deals: AgreementTable) -> bool:
    """Whether two agreements cannot be one."""
    few, many = sorted((one.parties, other.parties), key=len)
    if one.documents & other.documents or not few or not few <= many or not can_be_one(one.group, other.group, deals.words):
        return True
    if _are_several(one, deals.words) != _are_several(other, deals.words):
        return True
    if len(few) < len(many) and not _own_pair(one if one.parties == few else other, many):
        return True
    abouts = [_about(life, deals) - deals.words["things"] for life in (one, other)]
    sums = [frozenset(each for step in life.steps for each in step.sums) for life in (one, other)]
    if any(all(pair) and not pair[0] & pair[1] for pair in (abouts, sums)):
        return True
    return any(_contradict(mine, yours) for mine in one.steps for yours in other.steps)


def _are_several(life: Life, words: Mapping[str, Set[str]]) -> bool:
    """Whether some words for an agreement mean more than one: "13 agreements"."""
    heads = _heads(life)
    return bool(heads) and heads <= words["subjects.several"]


def _own_pair(life: Life, parties: Set[str]) -> bool:
    """Whether a text that names one party only is about the two of the other agreement."""
    return not life.group.sure and all(set(one.pair) <= parties for one in life.steps)


def _contradict(mine: Told, yours: Told) -> bool:
    """Whether a step lies at two times, or is still to come after it was made."""
    if family(mine.stage) != family(yours.stage) or mine.stage is None or mine.stage in LOOSE:
        return False
    if mine.status_class == yours.status_class == "done":
        return bool(mine.time and yours.time and not agree(mine.time, yours.time) and not is_rounded(mine.time, yours.time))
    plan, done = (mine, yours) if mine.status_class == "ahead" else (yours, mine)
    if (plan.status_class, done.status_class) != ("ahead", "done"):
        return False
    said, made = plan.reported()[0], done.time.latest if done.time else done.reported()[1]
    open_ = plan.time is None and plan.stage in LASTING  # it may take years until it takes effect
    due = plan.time.latest if plan.time and plan.time.latest else None if open_ else plan.reported()[1]
    return bool((said and made and made < said) or (due and done.time and done.time.earliest and done.time.earliest - due > LATE))


def _about(life: Life, deals: AgreementTable) -> frozenset[str]:
    return life.group.about | topics(life.group, deals.words)


def _heads(life: Life) -> set[str]:
    """The last words of the names of an agreement."""
    return {name.lower().split()[-1] for name in life.group.names if name.strip()}


def _weight(one: Life, other: Life, deals: AgreementTable, who: Who) -> int:
    """How much speaks for it that two agreements are one."""
    mine, yours = one.group, other.group
    if not _share_matter(one, other, deals):
        return 0
    found = 2 if one.parties == other.parties else 1
    found += 1 if one.bodies & other.bodies else 0
    found += 2 if mine.kind == yours.kind and mine.kind not in GENERIC else 0
    found += 1 if mine.kind in GENERIC and _heads(one) & _heads(other) - deals.words["subjects.any"] else 0
    found += min(2 * len(_about(one, deals) & _about(other, deals)), 4)
    found += 1 if is_taken_for_known(mine) or is_taken_for_known(yours) else 0
    found += min(len(_names(one, who) & _names(other, who)), 2)
    best: dict[str | None, int] = defaultdict(int)  # by step
    for a in one.steps:
        for b in other.steps:
            best[family(a.stage)] = max(best[family(a.stage)], _agreeing(a, b))
    return found + min(sum(best.values()), 3)


def _share_matter(one: Life, other: Life, deals: AgreementTable) -> bool:
    """Whether two agreements share more than their countries: their kind, their matter, or a step that was or is to be taken."""
    steps = [{family(step.stage) for step in life.steps if step.stage and step.status_class in ("done", "ahead")} for life in (one, other)]
    kind = one.group.kind == other.group.kind and one.group.kind not in GENERIC
    return kind or bool(steps[0] & steps[1]) or bool(_about(one, deals) & _about(other, deals))


def _names(life: Life, who: Who) -> frozenset[str]:
    """The names in the sentences that tell of an agreement, but for those of countries and of who takes part: "the treaty on the Hald"."""
    lands = {land for one in life.steps for land in (*one.countries, *one.pair)}
    dull = {word[:STEM].lower() for land in lands for word in who.name(land).split()}
    taking = {word.lower() for one in life.steps for actor, _ in one.people for word in who.name(actor).split()}
    words = {word for one in life.steps for word in names_of(one.sentence)}
    return frozenset(word for word in words if word[:STEM] not in dull and word not in taking)


def _agreeing(mine: Told, yours: Told) -> int:
    """How much one step tells that two reports have: the finer its times the more; a plan without a day that came about a little."""
    if family(mine.stage) != family(yours.stage) or mine.stage is None or mine.soft or yours.soft:
        return 0
    if {mine.status_class, yours.status_class} == {"ahead", "done"} and not (mine.time and yours.time):
        return 1
    if not mine.time or not yours.time or not agree(mine.time, yours.time):
        return 0
    days = [(time.latest - time.earliest).days if time.earliest and time.latest else 999 for time in (mine.time, yours.time)]
    return 3 if not max(days) else 2 if max(days) <= QUARTER else 1
