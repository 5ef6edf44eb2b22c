"""Which figures can answer a question, and how much of it each covers."""

import re
from collections.abc import Iterator, Sequence

from tieline.late import regex
from tieline.model.figure import Figure
from tieline.query.amounts.counted import counted_noun, counted_words, of_owner, of_whom, right_unit, whole_people
from tieline.query.amounts.figure_words import LEAST, PRICED, Fit, words_of
from tieline.query.amounts.trade_ways import right_way, same_trade
from tieline.query.loaded import function
from tieline.query.reading.query import Name, Query, Term
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import stems
from tieline.query.sentences.cover import covers_text
from tieline.query.view import Passage, View


def fitting(view: View, query: Query) -> Iterator[Fit]:
    """The figures that can answer a question, each with how much of it they cover."""
    sets = words_of(view).sets
    terms = [term for term in query.words if term.stem.split()[0] not in sets["loose"] | sets["ahead"]]
    change = sets["grown"] | sets["fallen"]
    for figure in view.facts.figures:
        if allowed(view, query, figure):
            left = [term for term in terms if not (figure.measure.endswith("growth") and term.stem.split()[0] in change)]
            fit = _fit(view, query, figure, _own_words(view, figure), left)
            if fit.share >= LEAST:
                yield fit


def allowed(view: View, query: Query, figure: Figure) -> bool:
    """Whether a figure can answer a question at all: its unit, time, direction, and what it counts."""
    if figure.status == "denied" or not right_unit(query, figure) or not _in_time(query, figure):
        return False
    if not _right_change(view, query, figure) or not same_trade(view, query, figure) or _is_contrary(view, query, figure):
        return False
    if not right_way(view, query, figure) or not of_whom(query, figure) or not of_owner(query, figure):
        return False
    much = _much(query)
    if much and much not in words_of(view).sets["loose"] and not covers_text(view, much, _own_words(view, figure)):
        return False
    head = counted_noun(query)
    return not head or head in words_of(view).sets["loose"] or covers_text(view, head, counted_words(view, figure)) > 0


def _is_contrary(view: View, query: Query, figure: Figure) -> bool:
    """Whether a figure is told of the contrary of what a question asks: a surplus, where it asks for a deficit."""
    asked = {term.stem for term in query.words}
    told = set(stems(f"{figure.about or ''} {figure.detail or ''}"))
    return any(
        one in asked and other not in asked and other in told and one not in told
        for pair in view.lexicon.contraries
        for one, other in (pair, pair[::-1])
    )


def directed(view: View, query: Query, figure: Figure) -> bool:
    """Whether a figure is of the time of a question and goes the way that it asks about."""
    return figure.status != "denied" and _in_time(query, figure) and right_way(view, query, figure)


def _much(query: Query) -> str | None:
    """The stem of the noun right after "how much": of tax, of coffee."""
    if not query.text[query.asked.start : query.asked.end].lower().endswith("how much"):
        return None
    return next((term.stem for term in query.words if 0 <= term.span.start - query.asked.end <= 1), None)


def _right_change(view: View, query: Query, figure: Figure) -> bool:
    """Whether a question on growth meets a growth, and a question on a fall one that is no rise."""
    sets = words_of(view).sets
    told = {word for term in query.words for word in (term.stem, term.stem.split()[0])}  # "go" of "go up"
    fallen = bool(told & sets["fallen"])
    asked = fallen or bool(told & sets["grown"])
    growth = figure.measure.endswith("growth")
    if figure.measure == "share" and not fallen and _SHARE_OF.search(query.text):
        return True  # "what share of the world's cocoa does it grow?"
    if growth != asked and (growth or query.unit == "percent"):
        return False
    return not (growth and fallen and figure.value is not None and figure.value > 0)


_SHARE_OF = regex(r"\b(?:share|percentage|percent|per cent|proportion|part) of\b", re.I)


def _fit(view: View, query: Query, figure: Figure, own: str, terms: Sequence[Term]) -> Fit:
    passages = view.passages_of(figure.evidence)
    wide = " ".join(passage.joined for passage in passages)
    before = " ".join(view.passages[one.number - 1].joined for one in passages if one.number and _follows(view, one))
    pointing = [passage for passage in passages if _opens_with_it(passage)]
    meant = " ".join(function("evidence.context.subject_meant")(view, passage) for passage in pointing)
    counted = counted_words(view, figure)
    whole = figure.unit == "people" and whole_people(figure)
    total = got = inner = 2.0 if counted_noun(query) else 0.0
    part = _part_of_people(view, figure, terms)
    for term in terms:
        if part and term.stem in words_of(view).sets["population"]:
            continue  # who descends from settlers lives there
        weight = min(view.weight(term.stem), 3.5)
        share = max(
            covers_text(view, term.stem, own),
            0.9 * covers_text(view, term.stem, meant),
            0.8 * covers_text(view, term.stem, wide),
            0.6 * covers_text(view, term.stem, before),
        )
        if term.text[0].isupper() and term.span.start > 0 and not query.text.isupper() and not covers_text(view, term.stem, own + wide):
            return Fit(figure, 0, 0)  # a proper name that the sentence of the figure does not hold
        if whole and share < 0.9 and not view.lexicon.is_light(term.stem):
            return Fit(figure, 0, 0)  # of a people as a whole nothing narrower is told
        if figure.measure in PRICED and share <= 0.6 and term.stem not in view.lexicon.generic and not _points_back(passages):
            return Fit(figure, 0, 0)  # the price or size of something else
        total += weight
        got += weight * share
        inner += weight * covers_text(view, term.stem, counted)
    for name in query.names:
        share = _named(view, name, figure, own, wide)
        if not share and not view.any_is(name.ids, "country"):
            return Fit(figure, 0, 0)  # it is told of something else than the place, house or person asked about
        total += 2
        got += 2 * share
        inner += 2 * share
    return Fit(figure, got / total, inner / total) if terms or counted_noun(query) else Fit(figure, 0, 0)


def _part_of_people(view: View, figure: Figure, terms: Sequence[Term]) -> bool:
    """Whether a figure counts those of a people of whom something is told that a question names: "a million are of Selvan descent"."""
    if figure.unit != "people" or not figure.about or " " in figure.about or not figure.detail:
        return False
    detail = f" {' '.join(stems(figure.detail))} "
    return any(covers_text(view, term.stem, detail) for term in terms)


def _opens_with_it(passage: Passage) -> bool:
    return bool(passage.tokens) and passage.tokens[0].lower in ("it", "they", "this", "these")


def _points_back(passages: Sequence[Passage]) -> bool:
    """Whether a sentence speaks of what the one before names: "It cost ...", "The project will cost ..."."""
    return any(passage.tokens and passage.tokens[0].lower in ("it", "the", "this", "its", "they", "that") for passage in passages)


def _follows(view: View, passage: Passage) -> bool:
    """Whether a sentence has one before it in its text."""
    return view.passages[passage.number - 1].document is passage.document


def _own_words(view: View, figure: Figure) -> str:
    """The words that say what a figure counts or measures, as stems with blanks around each."""
    cache: dict[str, str] = view.__dict__.setdefault("_figure_words", {})
    if figure.id not in cache:
        parts = (figure.about, figure.detail, figure.text, figure.subject, figure.object)
        cache[figure.id] = f"{counted_words(view, figure)}{' '.join(word for part in parts if part for word in stems(part))} "
    return cache[figure.id]


def _in_time(query: Query, figure: Figure) -> bool:
    return all(in_window(figure.period or figure.published, window) for window in query.windows)


def _named(view: View, name: Name, figure: Figure, own: str, wide: str) -> float:
    """How far a name of the question is one of the figure's own."""
    sides = {*figure.subjects, *figure.objects}
    homes = {view.actors[one].country for one in sides if one in view.actors}
    if set(name.ids) & (sides | homes):
        return 1.0
    said = stems(figure.asserted_by) if figure.asserted_by else ()
    if any(f" {word} " in own or word in said for word in stems(name.text)):
        return 1.0
    labels = {
        word
        for one in name.ids
        if one in view.actors
        for text in (view.actors[one].name, *view.actors[one].aliases)
        for word in stems(text)
    }
    if any(f" {word} " in own for word in labels):
        return 0.95
    return 0.7 if any(f" {word} " in wide for word in labels) else 0.0
