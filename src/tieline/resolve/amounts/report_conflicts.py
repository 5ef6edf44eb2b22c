"""Figures in which the reports of one event differ: two texts tell the same signing, and one counts eight agreements, the other nine."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from tieline.model.figure import Figure
from tieline.model.issue import Issue
from tieline.model.span import Citation
from tieline.resolve.amounts.figure_conflicts import LASTING, both, differ
from tieline.resolve.cite import in_order
from tieline.resolve.events.events import Made
from tieline.resolve.events.reports.report import Told
from tieline.resolve.events.reports.traits import STAGELESS, family

APART = frozenset({"rank", "share", "tariff_lines"})
SIZED = frozenset({"project", "trade_deal", "investment", "aid"})  # events whose texts give one cost or length of what they are about
COSTS = frozenset({"project_cost", "contract_value"})  # what was planned and what it came to are two things
MANY = 12  # costs or lengths beyond which a text tells of too many things to know which is meant
Key = tuple[object, ...]


@dataclass
class Page:
    """What one text tells: its figures in order of place, its costs and lengths, and its reports of what has one."""

    figures: list[tuple[Citation, Figure]] = field(default_factory=list)
    lasting: dict[str, list[tuple[Citation, Figure]]] = field(default_factory=lambda: defaultdict(list))
    sized: list[tuple[Told, int]] = field(default_factory=list)  # each with the number of its event

    def around(self, told: Told) -> Iterator[tuple[Citation, Figure]]:
        """The figures whose sentence holds the words of a report."""
        last = bisect_right(self.figures, told.citation.start, key=lambda one: one[0].start)
        first = self.figures[last - 1][0].start if last else 0
        for citation, figure in reversed(self.figures[:last]):
            if citation.start < first:
                return
            if _holds(citation, told):
                yield citation, figure

    def beside(self, citation: Citation) -> Iterator[tuple[Told, int]]:
        """The reports of what has a size that stand in a sentence."""
        first = bisect_right(self.sized, citation.start - 1, key=lambda one: one[0].citation.start)
        for told, number in self.sized[first:]:
            if told.citation.start >= citation.end:
                return
            if _holds(citation, told):
                yield told, number


def report_conflicts(made: Sequence[Made], figures: Sequence[Figure], known: Sequence[Issue]) -> Iterator[Issue]:
    """An issue for each two figures that two texts give differently for one event, but for those that are `known`."""
    pages = _pages(made, figures)
    seen = {one.evidence for one in known}
    for number, one in enumerate(made):
        if one.event.status in ("occurred", "ongoing", "planned") and len({told.document for told in one.reports}) > 1:
            for first, other in _differing(one, number, pages):
                evidence = in_order((*first.evidence, *other.evidence))
                if evidence not in seen:
                    seen.add(evidence)
                    yield Issue(kind="conflict", message=f"{one.event.title}: {both(first, other)}.", evidence=evidence)


def _pages(made: Sequence[Made], figures: Sequence[Figure]) -> dict[str, Page]:
    pages: dict[str, Page] = defaultdict(Page)
    for figure in figures:
        if figure.value is not None and figure.status != "denied" and figure.measure not in APART and figure.unit != "ordinal":
            for citation in figure.evidence:
                pages[citation.document].figures.append((citation, figure))
                if figure.measure in LASTING:
                    pages[citation.document].lasting[figure.measure].append((citation, figure))
    for number, one in enumerate(made):
        for told in one.reports:
            if told.type in SIZED:
                pages[told.document].sized.append((told, number))
    for page in pages.values():
        page.figures.sort(key=lambda one: (one[0].start, one[0].end, one[1].id))
        page.sized.sort(key=lambda one: (one[0].citation.start, one[0].id))
    return pages


def _differing(made: Made, number: int, pages: Mapping[str, Page]) -> Iterator[tuple[Figure, Figure]]:
    """The pairs of figures that differ; a text that gives several of a kind for the event says which it means, and is left out."""
    said: dict[Key, dict[str, dict[str, Figure]]] = defaultdict(lambda: defaultdict(dict))
    sides = {one for told in made.reports for one in (*told.countries, *(actor for actor, _ in told.people))}
    for told in made.reports:
        if told.status_class in ("done", "ahead") and told.zone not in ("headline", "heading") and told.document in pages:
            for key, figure in _theirs(told, sides, number, pages[told.document]):
                said[key][told.document][figure.id] = figure
    for by_text in said.values():
        sole = [next(iter(found.values())) for _, found in sorted(by_text.items()) if len(found) == 1]
        yield from ((sole[0], other) for other in sole[1:] if differ(sole[0], other))


def _theirs(told: Told, sides: Set[str], number: int, page: Page) -> Iterator[tuple[Key, Figure]]:
    """The figures that belong to a report, each under its head: the one cost or length that its text gives, and those in its words."""
    if told.type in SIZED:
        for measure, found in page.lasting.items():
            for citation, figure in found if len(found) <= MANY else ():
                if {*figure.subjects, *figure.objects} <= sides and not _is_of_another(citation, told, number, page):
                    yield ("sized", measure, figure.unit, figure.status if measure in COSTS else ""), figure
    for _, figure in page.around(told):
        if (figure.text or "") in told.citation.quote and not (told.type in SIZED and figure.measure in LASTING):
            head = (figure.about or "").lower().split(" of ")[0].split(" ")[-1]
            yield ("told", figure.measure, figure.unit, head if figure.measure == "quantity" else ""), figure


def _is_of_another(citation: Citation, told: Told, number: int, page: Page) -> bool:
    """Whether the sentence of a figure tells of the same step of another thing, and not of this one."""
    near = list(page.beside(citation))
    here = {of for one, of in near if one.type == told.type and (family(one.stage) == family(told.stage) or told.type in STAGELESS)}
    return bool(here) and number not in {of for _, of in near}


def _holds(citation: Citation, told: Told) -> bool:
    return citation.start <= told.citation.start and told.citation.end <= citation.end
