"""The second look: an event told vaguely in one text is put to the one fuller event of the others that it fits, and to no other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from tieline.model.mention import Reading
from tieline.resolve.actors.who import Who
from tieline.resolve.events.merge.merge import Group, is_barred, ordered
from tieline.resolve.events.reports.traits import LOOSE, MADE, STAGELESS
from tieline.resolve.events.second.against import against
from tieline.resolve.events.second.musts import has_musts
from tieline.resolve.events.second.sketch import Sketch, sketch
from tieline.resolve.events.second.weight import ENOUGH, weight, weights_of

LAST = 24  # events of a block with which one is compared
MARGIN = 1  # how much better the best must be than the next
SEEN = frozenset(
    {
        "visit",
        "meeting",
        "summit",
        "agreement",
        "trade_deal",
        "diplomatic_ties",
        "partnership",
        "negotiation",
        "project",
        "investment",
        "aid",
        "dispute",
        "other",
    }
)


@dataclass(frozen=True)
class Edge:
    """Two events that may be one, with how much speaks for it and what."""

    one: int
    other: int
    weight: int
    reason: str


def second_look(
    groups: Sequence[Group], readings: Sequence[Reading], who: Who, words: Mapping[str, Set[str]], barred: Mapping[str, int]
) -> tuple[Group, ...]:
    """The groups, those put together that only fit each other."""
    plain = words["measures.plain"]
    around = {reading.article.document.id: _names(reading) for reading in readings}
    sketches = [sketch(group, plain, around) for group in groups]
    edges = list(_edges(sketches, who))
    found: dict[int, Sketch] = dict(enumerate(sketches))
    home = list(range(len(sketches)))
    inside = {k: [k] for k in home}
    for edge in sorted(_sure(edges, sketches, who), key=lambda each: (-each.weight, each.one, each.other)):
        mine, yours = home[edge.one], home[edge.other]
        if mine == yours or against(found[mine], found[yours], who) or _barred(found[mine], found[yours], barred):
            continue
        whole = _joined(found[mine].group, found[yours].group, edge.reason)
        found[mine] = sketch(whole, plain, around)
        del found[yours]
        for one in inside[yours]:
            home[one] = mine
        inside[mine] += inside.pop(yours)
    return tuple(found[k].group for k in sorted(found))


def _names(reading: Reading) -> frozenset[str]:
    """The words with a capital of a text, in small letters."""
    return frozenset(token.lower for one in reading.article.sentences for token in one.tokens if token.text[:1].isupper())


def _barred(one: Sketch, other: Sketch, barred: Mapping[str, int]) -> bool:
    return any(is_barred(told, other.group, barred) for told in one.reports if told.id in barred)


def _joined(one: Group, other: Group, reason: str) -> Group:
    lead, rest = ordered(one.reports)[0], ordered(other.reports)[0]
    said = f"{lead.citation.quote!r} ({lead.document}) and {rest.citation.quote!r} ({rest.document}): nothing else fits {reason}"
    return Group(ordered([*one.reports, *other.reports]), [*one.reasons, *other.reasons, said])


def _edges(sketches: Sequence[Sketch], who: Who) -> Iterator[Edge]:
    """All pairs that may be one; each event is compared with the last few of its blocks in order of time."""
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    seen: set[tuple[int, int]] = set()
    for k in sorted(range(len(sketches)), key=lambda each: (_when(sketches[each]), each)):
        one = sketches[k]
        for key in _keys(one):
            for j in blocks[key][-LAST:]:
                if (j, k) in seen:
                    continue
                seen.add((j, k))
                if against(sketches[j], one, who):
                    continue
                found = weights_of(sketches[j], one, who)
                if has_musts(sketches[j], one, found, who):
                    yield Edge(j, k, weight(found), ", ".join(name for name, value in found.items() if value))
            blocks[key].append(k)


def _when(one: Sketch) -> str:
    day = (one.time.earliest or one.time.latest) if one.time else one.first
    return str(day or "9999")


def _keys(one: Sketch) -> Iterator[tuple[object, ...]]:
    if one.type not in SEEN:
        return
    step = None if one.type in STAGELESS and one.step in LOOSE else one.step
    step = None if one.type == "visit" else "made" if one.type == "partnership" and one.step in MADE else step
    step = "signed" if one.type == "agreement" and step == "concluded" else "made" if step in ("restored", "established") else step
    for land in sorted(one.named or one.lands):
        yield one.type, step, land
    thing = one.reports[0].thing
    if thing:
        yield one.type, step, thing
    for guest in sorted(one.guests):
        yield one.type, step, guest


def _sure(edges: Sequence[Edge], sketches: Sequence[Sketch], who: Who) -> Iterator[Edge]:
    """The pairs of which each fits the other better than anything else."""
    best: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        best[edge.one].append(edge)
        best[edge.other].append(edge)
    for edge in edges:
        if edge.weight >= ENOUGH and not any(_rivals(edge, other, sketches, who) for k in (edge.one, edge.other) for other in best[k]):
            yield edge


def _rivals(edge: Edge, other: Edge, sketches: Sequence[Sketch], who: Who) -> bool:
    """Whether another pair with one of the two speaks as loud, and its third event is not one more report of the same."""
    if other is edge or other.weight < edge.weight - MARGIN:
        return False
    shared = {edge.one, edge.other} & {other.one, other.other}
    mine = ({edge.one, edge.other} - shared).pop()
    yours = ({other.one, other.other} - shared).pop()
    return against(sketches[mine], sketches[yours], who)
