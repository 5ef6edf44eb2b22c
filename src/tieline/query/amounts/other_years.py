"""The figure of another year beside the one that is told whole: "bought 9,000 tons in 1971, against 4,500 tons the year before"."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from tieline.model.figure import Figure
from tieline.model.words import in_words
from tieline.query.amounts.figure_words import HEDGED
from tieline.query.amounts.measured import words_for
from tieline.query.draft import Draft, capital, clip, passage_item, quoted
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.reading.windows import in_window
from tieline.query.view import Passage, View

_SIDES = ("country", "company", "organization")
_NEW = ("country", "company", "organization", "person")  # whoever stands between two figures may be the one of the second


def beside(view: View, query: Query, answering: Callable[[View, Query], Draft]) -> Draft | None:
    """The figure for the year asked about, by the sentence whose figure for another year answers the question; None where none is sure."""
    year = query.windows[0].time.edtf if len(query.windows) == 1 and query.windows[0].bound == "in" else ""
    if len(year) != 4 or not (query.terms or query.acts):
        return None
    draft = answering(view, replace(query, windows=()))
    if draft.kind != "number" or draft.status != "answered":
        return None
    pairs = [
        (one, own) for one in view.passages_of(draft.citations) for own in _figures(view, one) if own.value == draft.value and own.period
    ]
    found = {other.id: (passage, other) for passage, own in pairs for other in _others(view, passage, own, year)}
    found = found or {one.id: (after, one) for passage, own in pairs for after, one in _next_sentence(view, passage, own, year)}
    if len(found) != 1:
        return None
    told = _told(*next(iter(found.values())))
    if told.status == "unanswered":
        return told
    cited = tuple(dict.fromkeys((*told.citations, *draft.citations)))
    return replace(told, citations=cited, told=tuple(term.stem for term in query.terms))


def of_other_time(view: View, query: Query, draft: Draft) -> bool:
    """Whether the figure of an answer has a period that the time asked about leaves out, and its sentence a figure that has none such."""
    for passage in view.passages_of(draft.citations):
        own = [one for one in _figures(view, passage) if one.value == draft.value and one.period]
        if own and not any(in_window(one.period, window) for one in own for window in query.windows if one.period):
            return any(one.value != draft.value and one.unit == own[0].unit for one in _figures(view, passage))
    return False


def _told(passage: Passage, figure: Figure) -> Draft:
    if figure.status in HEDGED:
        text = f"The texts do not say; there is only a forecast or plan: {words_for(figure)}. {quoted(passage)}"
        return Draft("unanswered", clip(text), "number", nearest=(passage_item(passage),), facts=(figure.id,), lacks="fact")
    when = f" ({in_words(figure.period)})" if figure.period else ""
    return Draft(
        "answered",
        clip(f"{capital(words_for(figure))}{when}. {quoted(passage)}"),
        "number",
        figure.value,
        figure.unit,
        reasons=figure.reasons,
        citations=(passage.citation,),
        facts=(figure.id,),
    )


def _figures(view: View, passage: Passage) -> list[Figure]:
    return [view.figures[one] for one in passage.fact.figures if one in view.figures]


def _others(view: View, passage: Passage, own: Figure, year: str) -> Iterator[Figure]:
    """The figures of the same kind for a year, in the same sentence, with nobody else between them."""
    for other in _figures(view, passage):
        same = (other.measure, other.unit) == (own.measure, own.unit) and other.about in (own.about, other.measure, None, "")
        if same and other.period and other.period.edtf == year and not _parted(view, passage, own, other):
            yield other


def _parted(view: View, passage: Passage, own: Figure, other: Figure) -> bool:
    """Whether somebody new is named between two figures of a sentence."""
    (_, end), (start, _) = sorted(_place(passage, one) for one in (own, other))
    names = name_index(view).find(passage.tokens)
    before = {i for name in names if name.span.start - passage.fact.start < end for i in name.ids}
    between = [name for name in names if end <= name.span.start - passage.fact.start < start]
    return start < 0 or any(view.any_is(name.ids, *_NEW) and not set(name.ids) & before for name in between)


def _place(passage: Passage, figure: Figure) -> tuple[int, int]:
    start = passage.text.find(figure.text) if figure.text else -1
    return start, start + len(figure.text or "")


def _next_sentence(view: View, passage: Passage, own: Figure, year: str) -> Iterator[tuple[Passage, Figure]]:
    """A figure of the same kind for a year in the sentence behind, where that names no other country or house."""
    number = passage.number + 1
    after = view.passages[number] if number < len(view.passages) else None
    if after is None or after.document is not passage.document:
        return
    known = view.of_kind(passage.fact.actors, *_SIDES)
    if view.of_kind(after.fact.actors, *_SIDES) <= known:
        figures = [one for one in _figures(view, after) if (one.measure, one.unit) == (own.measure, own.unit)]
        yield from ((after, one) for one in figures if one.period and one.period.edtf == year)
