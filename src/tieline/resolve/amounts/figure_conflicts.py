"""Figures that contradict each other, and those that a text takes back."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from tieline.model.figure import Figure
from tieline.model.issue import Issue
from tieline.resolve.amounts.measured_things import Place, Thing
from tieline.resolve.amounts.told_figures import ToldFigure
from tieline.resolve.cite import in_order

LASTING = frozenset({"length", "project_cost", "loan", "capacity", "travel_time", "contract_value", "grant", "compensation"})
TRADED = frozenset(
    {"bilateral_trade", "exports", "imports", "trade_growth", "export_growth", "import_growth", "trade_balance", "investment"}
)
STANDING = frozenset({"occurred", "ongoing", "planned", "expected"})
SIZES = frozenset({"length", "project_cost", "capacity", "travel_time"})
SCOPE = 1.5  # two sizes of one thing are no further apart than this
MOST = 8  # figures of one kind that are compared
NEAR = 3
VAGUE = frozenset({"about", "over", "nearly", "at_least", "up_to", "under", "target"})
CLOSE = 0.1  # "about 1.3 billion" agrees with 1.26 billion
Made = tuple[Figure, Sequence[ToldFigure]]


def corrected(told: Sequence[ToldFigure]) -> list[ToldFigure]:
    """The reports, those denied which a text withdraws while it gives another value for the same thing."""
    withdrawn: dict[tuple[object, ...], list[ToldFigure]] = defaultdict(list)
    before: dict[tuple[str, int], list[ToldFigure]] = defaultdict(list)
    for one in told:
        if one.status == "denied" and _replaced(one, told):
            withdrawn[_thing(one)].append(one)
            before[one.document, one.mention.sentence].append(one)
    return [_instead(_after(one, withdrawn.get(_thing(one), ())), before) for one in told]


def _instead(one: ToldFigure, withdrawn: Mapping[tuple[str, int], Sequence[ToldFigure]]) -> ToldFigure:
    """A value told in place of one withdrawn in the sentence before, with whose it is: "The sum is 13 million"."""
    if one.subjects or one.objects or one.status == "denied":
        return one
    near = withdrawn.get((one.document, one.mention.sentence - 1), ())
    of = next((other for other in near if (other.mention.measure, other.mention.unit) == (one.mention.measure, one.mention.unit)), None)
    return replace(one, subjects=of.subjects, objects=of.objects) if of else one


def _after(one: ToldFigure, withdrawals: Sequence[ToldFigure]) -> ToldFigure:
    by = next((other for other in withdrawals if other is not one and _akin(one, other)), None)
    if by is None or one.status not in STANDING:
        return one
    return replace(one, status="denied", reasons=(*one.reasons, f"withdrawn in {by.document}"))


def _akin(one: ToldFigure, other: ToldFigure) -> bool:
    """Whether two reports of one value can be about one thing: they share an actor, or stand in one text."""
    return one.document == other.document or bool({*one.subjects, *one.objects} & {*other.subjects, *other.objects})


def _thing(one: ToldFigure) -> tuple[object, ...]:
    return one.mention.measure, one.mention.unit, one.mention.value


def _replaced(one: ToldFigure, told: Sequence[ToldFigure]) -> bool:
    return one.mention.unit not in ("rank", "ordinal") and any(
        other.document == one.document
        and other.status != "denied"
        and other.mention.measure == one.mention.measure
        and other.mention.unit == one.mention.unit
        and abs(other.mention.sentence - one.mention.sentence) <= NEAR
        for other in told
    )


def conflicts(made: Sequence[Made], things: Mapping[Place, Thing] | None = None) -> Iterator[Issue]:
    """Figures of one thing and one time with different values, each pair once with both citations.

    `things` holds what is measured where figures name nobody.
    """
    groups: dict[tuple[object, ...], list[Made]] = defaultdict(list)
    for figure, told in made:
        if figure.value is None or figure.status == "denied" or figure.measure == "rank":
            continue
        for key in _keys(figure, told):
            groups[key].append((figure, told))
    seen: set[tuple[str, str]] = set()
    for group in groups.values():
        for (one, mine), (other, yours) in pairwise(group):
            if differ(one, other) and (one.id, other.id) not in seen and not _in_one_breath(mine, yours):
                seen.add((one.id, other.id))
                yield _issue(one, other)
    for one, other in _of_one_thing(made, things or {}):
        if (one.id, other.id) not in seen:
            seen.add((one.id, other.id))
            yield _issue(one, other)


def _of_one_thing(made: Sequence[Made], things: Mapping[Place, Thing]) -> Iterator[tuple[Figure, Figure]]:
    """The sizes and costs of one thing that two texts tell without any side: "525 metres long", "at 529 metres"."""
    groups: dict[tuple[object, ...], list[tuple[Figure, str, Thing]]] = defaultdict(list)
    for figure, told in made:
        thing = things.get((told[0].document, told[0].mention.sentence))
        sized = figure.measure in SIZES and figure.status in STANDING and figure.value and not figure.objects and not told[0].order
        if thing is not None and sized:
            groups[figure.measure, figure.unit, thing.kind, thing.pair].append((figure, told[0].document, thing))
    for group in groups.values():
        for (one, mine, a), (other, yours, b) in combinations(group[:MOST], 2):
            apart = bool(a.places and b.places and not a.places & b.places)
            if mine != yours and not apart and differ(one, other) and _alike(one, other):
                yield one, other


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two sizes are near enough to be those of one thing."""
    small, large = sorted((abs(float(one.value or 0)), abs(float(other.value or 0))))
    return large <= SCOPE * small


def _in_one_breath(mine: Sequence[ToldFigure], yours: Sequence[ToldFigure]) -> bool:
    """Whether one sentence tells both, and names no source for either: "raised the loan to 8 million from 5 million"."""
    places = {(one.document, one.mention.sentence) for one in (*mine, *yours)}
    return len(places) == 1 and not any(_sourced(one) for one in (*mine, *yours))


def differ(one: Figure, other: Figure) -> bool:
    """Whether two figures of one thing contradict each other; a vague one agrees with what lies near it."""
    if one.value is None or other.value is None or one.value == other.value:
        return False
    vague = one.qualifier in VAGUE or other.qualifier in VAGUE
    return not (vague and abs(one.value - other.value) <= CLOSE * max(abs(one.value), abs(other.value)))


def both(one: Figure, other: Figure) -> str:
    """Two figures with the texts that give them, in words: "414 km (a) or 427 km (b)"."""
    said = ((figure.text, ", ".join(sorted({citation.document for citation in figure.evidence}))) for figure in (one, other))
    return " or ".join(f"{text} ({documents})" for text, documents in said)


def _keys(figure: Figure, told: Sequence[ToldFigure]) -> Iterator[tuple[object, ...]]:
    """Under which heads a figure can meet one that contradicts it."""
    period = figure.period.edtf if figure.period else None
    sides = (figure.subjects, figure.objects)
    if any(sides) and ((period and figure.measure in TRADED) or figure.measure in LASTING):
        yield "thing", figure.measure, figure.status, figure.unit, told[0].order, *sides, period if figure.measure in TRADED else None
    for one in told:
        if one.mention.measure in LASTING | TRADED and _sourced(one):
            yield "text", one.document, figure.status, one.mention.measure, one.mention.unit, period, one.mention.sentence


def _sourced(one: ToldFigure) -> bool:
    return (one.mention.object_text or "").lower().startswith(("by the", "by its", "according"))


def _issue(one: Figure, other: Figure) -> Issue:
    when = f" in {one.period.edtf}" if one.period else ""
    about = one.subject or one.about or ""
    message = f"{one.measure.replace('_', ' ')} {about}{when}: {both(one, other)}.".replace("  ", " ")
    return Issue(kind="conflict", message=message, evidence=in_order((*one.evidence, *other.evidence)))
