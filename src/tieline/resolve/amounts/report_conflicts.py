"""Figures in which the reports of one event differ: two texts tell the same signing, and one counts eight agreements, the other nine."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tieline.model.figure import Figure
from tieline.model.issue import Issue
from tieline.model.span import Citation
from tieline.resolve.amounts.figure_conflicts import LASTING
from tieline.resolve.cite import in_order
from tieline.resolve.events.events import Made
from tieline.resolve.events.report import Told

APART = frozenset({"rank", "share", "tariff_lines"})
SIZED = frozenset({"project", "trade_deal", "investment"})  # events whose texts give one cost or length of what they are about
COSTS = frozenset({"project_cost", "contract_value"})  # what was planned and what it came to are two things
VAGUE = frozenset({"about", "over", "nearly", "at_least", "up_to", "under", "target"})
CLOSE = 0.1  # "about 1.3 billion" agrees with 1.26 billion
Key = tuple[object, ...]
Places = Mapping[str, Sequence[tuple[Citation, Figure]]]


def report_conflicts(made: Sequence[Made], figures: Sequence[Figure], known: Sequence[Issue]) -> Iterator[Issue]:
    """An issue for each two figures that two texts give differently for one event, but for those that are `known`."""
    places = _places(figures)
    seen = {one.evidence for one in known}
    for one in made:
        if one.event.status in ("occurred", "ongoing", "planned") and len({told.document for told in one.reports}) > 1:
            for first, other in _differing(one, places):
                evidence = in_order((*first.evidence, *other.evidence))
                if evidence not in seen:
                    seen.add(evidence)
                    yield Issue(kind="conflict", message=f"{one.event.title}: {first.text} or {other.text}.", evidence=evidence)


def _places(figures: Sequence[Figure]) -> Places:
    found: dict[str, list[tuple[Citation, Figure]]] = defaultdict(list)
    for figure in figures:
        if figure.value is not None and figure.status != "denied" and figure.measure not in APART and figure.unit != "ordinal":
            for citation in figure.evidence:
                found[citation.document].append((citation, figure))
    return found


def _differing(made: Made, places: Places) -> Iterator[tuple[Figure, Figure]]:
    """The pairs of figures that differ; a text that gives several of a kind for the event says which it means, and is left out."""
    said: dict[Key, dict[str, dict[str, Figure]]] = defaultdict(lambda: defaultdict(dict))
    for told in made.reports:
        if told.status_class in ("done", "ahead") and told.zone not in ("headline", "heading"):
            for citation, figure in places.get(told.document, ()):
                if key := _key(told, citation, figure):
                    said[key][told.document][figure.id] = figure
    for by_text in said.values():
        sole = [next(iter(found.values())) for _, found in sorted(by_text.items()) if len(found) == 1]
        yield from ((sole[0], other) for other in sole[1:] if _differ(sole[0], other))


def _key(told: Told, citation: Citation, figure: Figure) -> Key | None:
    """Under which head a figure belongs to a report: it stands in its words, or it is the one cost or length that its text gives."""
    if told.type in SIZED and figure.measure in LASTING and not figure.subjects and not figure.objects:
        return "sized", figure.measure, figure.unit, figure.status if figure.measure in COSTS else ""
    inside = citation.start <= told.citation.start and told.citation.end <= citation.end
    if not inside or (figure.text or "") not in told.citation.quote:
        return None
    head = (figure.about or "").lower().split(" of ")[0].split(" ")[-1]
    return "told", figure.measure, figure.unit, head if figure.measure == "quantity" else ""


def _differ(one: Figure, other: Figure) -> bool:
    if one.value is None or other.value is None or one.value == other.value:
        return False
    vague = one.qualifier in VAGUE or other.qualifier in VAGUE
    return not (vague and abs(one.value - other.value) <= CLOSE * max(abs(one.value), abs(other.value)))
