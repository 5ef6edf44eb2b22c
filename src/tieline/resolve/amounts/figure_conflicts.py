"""Figures that contradict each other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations, pairwise
from types import MappingProxyType

from tieline.late import regex
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
_GOODS = regex(
    r"\b([a-z]{3,20}) worth\b|\b(?:exports|imports|sales|shipments|deliveries|purchases) of ([a-z]{3,20})\b"
    r"|\b([a-z]{3,20}) (?:exports|imports|sales|shipments)\b"
)
SIZES = frozenset({"length", "project_cost", "capacity", "travel_time"})
SHORT = 12  # characters behind a number with which its sentence ends
SCOPE = 1.5  # two sizes of one thing are no further apart than this
SOON, REACH = 8, 10  # sentences within which a number is given anew; words before it
VAGUE = frozenset(("about", "some", "only", "just", "nearly", "around", "over", "almost"))
MOST = 8  # figures of one kind that are compared
# How far below and above a vague figure one may lie that agrees with it: "about 1.3 billion" and 1.26 billion
CLOSE = {
    "about": (0.05, 0.05), "over": (0.0, 0.25), "at_least": (0.0, 0.25), "nearly": (0.1, 0.0), "up_to": (0.25, 0.0), "under": (0.25, 0.0),
    "target": (0.1, 0.1),
}  # fmt: skip
Made = tuple[Figure, Sequence[ToldFigure]]


def conflicts(
    made: Sequence[Made], things: Mapping[Place, Thing] | None = None, words: Mapping[str, Set[str]] = MappingProxyType({})
) -> Iterator[Issue]:
    """Figures of one thing and one time with different values, each pair once with both citations.

    `things` holds what is measured where figures name nobody, `words` the verbs with which somebody gives another number.
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
            if (
                differ(one, other)
                and (one.id, other.id) not in seen
                and not _in_one_breath(mine, yours)
                and not _of_other_goods(mine, yours, words)
            ):
                seen.add((one.id, other.id))
                yield _issue(one, other)
    for one, other in (*_of_one_thing(made, things or {}), *_counted_otherwise(made, words)):
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


def _counted_otherwise(made: Sequence[Made], words: Mapping[str, Set[str]]) -> Iterator[tuple[Figure, Figure]]:
    """Two numbers for one thing, the second given soon after the first by somebody else: "214 came, they say; the union counts 198"."""
    rows: dict[tuple[object, ...], list[tuple[ToldFigure, Figure]]] = defaultdict(list)
    for figure, told in made:
        if figure.status in STANDING and figure.value and figure.measure != "rank":
            for each in told:
                rows[each.document, figure.measure, figure.unit, figure.status, each.about].append((each, figure))
    for row in rows.values():
        row.sort(key=lambda pair: _start(pair[0]))
        for (first, one), (second, other) in pairwise(row):
            far = second.mention.sentence - first.mention.sentence
            if far < 0 or not differ(one, other):
                continue
            beside = far <= 1 and _alike(one, other) and _gives_another(first, second, words)
            if beside or (far <= SOON and _recounts(second, words)):
                yield one, other


def _start(told: ToldFigure) -> int:
    return (told.mention.number or told.mention.span).start


def _recounts(second: ToldFigure, words: Mapping[str, Set[str]]) -> bool:
    """Whether somebody gives a number anew, its noun told: "officials put the number of passports at 120"."""
    before = second.citation.quote[: _start(second) - second.citation.start].lower().split()
    while before and before[-1] in VAGUE:
        before.pop()
    near = before[-REACH:]
    totals = [k for k, word in enumerate(near) if word in words["counts.totals"]]
    return near[-1:] in (["at"], ["as"]) and any(word in words["counts.recounts"] for k in totals[:1] for word in near[:k])


def _gives_another(first: ToldFigure, second: ToldFigure, words: Mapping[str, Set[str]]) -> bool:
    """Whether a verb for counting, and no more than who counts, stands before a number, and hardly anything behind it."""
    start, text = second.citation.start, second.citation.quote
    begin = max(_start(first) - start, 0) if first.mention.sentence == second.mention.sentence else 0
    before = text[begin : _start(second) - start].rstrip()
    clause = before.rsplit(";", 1)[-1].rsplit(",", 1)[-1]
    behind = text[(second.mention.number or second.mention.span).end - start :]
    return len(behind) <= SHORT and any(f" {clause.lower()}".endswith(f" {verb}") for verb in words.get("counts.verbs", ()))


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two sizes are near enough to be those of one thing."""
    small, large = sorted((abs(float(one.value or 0)), abs(float(other.value or 0))))
    return large <= SCOPE * small


def _in_one_breath(mine: Sequence[ToldFigure], yours: Sequence[ToldFigure]) -> bool:
    """Whether one sentence tells both, and names no source for either: "raised the loan to 8 million from 5 million"."""
    places = {(one.document, one.mention.sentence) for one in (*mine, *yours)}
    return len(places) == 1 and not any(_sourced(one) for one in (*mine, *yours))


def _of_other_goods(mine: Sequence[ToldFigure], yours: Sequence[ToldFigure], words: Mapping[str, Set[str]]) -> bool:
    """Whether two figures of trade are told of different goods: "phosphate worth 185 million", "potash worth 90 million"."""
    dull = words.get("counts.no_goods", frozenset())
    goods = [{word for told in each for word in _goods(told)} - dull for each in (mine, yours)]
    return all(goods) and not goods[0] & goods[1]


def _goods(told: ToldFigure) -> Iterator[str]:
    """The goods that a sentence names beside a sum: before "worth", before or behind "exports", "imports" and "sales"."""
    if told.mention.measure not in TRADED:
        return
    for found in _GOODS.finditer(told.citation.quote):
        yield next(group for group in found.groups() if group)


def differ(one: Figure, other: Figure) -> bool:
    """Whether two figures of one thing contradict each other; a vague one agrees with what lies near it."""
    if one.value is None or other.value is None or one.value == other.value:
        return False
    return not (_admits(one, other) or _admits(other, one))


def _admits(vague: Figure, other: Figure) -> bool:
    """Whether a figure told vaguely can be the other."""
    below, above = CLOSE.get(vague.qualifier or "", (0.0, 0.0))
    value, size = float(vague.value or 0), abs(float(vague.value or 0))
    return vague.qualifier in CLOSE and -below * size <= float(other.value or 0) - value <= above * size


def both(one: Figure, other: Figure) -> str:
    """Two figures with the texts that give them, in words: "414 km (a) or 427 km (b)"."""
    said = ((figure.text, ", ".join(sorted({citation.document for citation in figure.evidence}))) for figure in (one, other))
    return " or ".join(f"{text} ({documents})" for text, documents in said)


def _keys(figure: Figure, told: Sequence[ToldFigure]) -> Iterator[tuple[object, ...]]:
    """Under which heads a figure can meet one that contradicts it."""
    period = figure.period.edtf if figure.period else None
    sides, measure = (figure.subjects, figure.objects), figure.measure
    if measure == "imports" and all(sides):
        sides, measure = sides[::-1], "exports"  # what one country buys of another, the other sells
    if any(sides) and ((period and figure.measure in TRADED) or figure.measure in LASTING):
        yield "thing", measure, figure.status, figure.unit, told[0].order, *sides, period if figure.measure in TRADED else None
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
