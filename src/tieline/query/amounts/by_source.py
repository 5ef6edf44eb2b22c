"""Figures told by the source that a question names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.figure import Figure
from tieline.query.amounts.figure_words import Fit
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.view import View

_SOURCE = regex(r"\b(?:according to|as (?:stated|reported|given) by)\s+(?P<who>[^?,;]+)", re.I)
_THIS_WORDS = "press release report text article story source document statement news note agency announcement"
_THIS = frozenset(stem(word) for word in _THIS_WORDS.split())


def by_source(view: View, query: Query, fits: Iterable[Fit]) -> list[Fit]:
    """The figures told by the source that a question names; all of them where no sentence names it."""
    found = list(fits)
    told = _SOURCE.search(query.text)
    words = [word for word in stems(told["who"]) if word not in _THIS and word not in view.lexicon.stop] if told else []
    if not words or not any(all(f" {word} " in passage.joined for word in words) for passage in view.passages):
        return found
    return _nearest_to_source(view, [fit for fit in found if _told_by(view, fit.figure, words)], words)


def _nearest_to_source(view: View, fits: list[Fit], words: Sequence[str]) -> list[Fit]:
    """Of figures that one sentence gives by several sources, those that stand nearest behind the one asked for."""
    gaps: dict[str, int] = {}
    for fit in fits:
        for passage in view.passages_of(fit.figure.evidence):
            named = [n for n, word in enumerate(passage.stems) if word in words]
            own = stems(fit.figure.text or "")
            at = next((n for n in range(len(passage.stems)) if own and passage.stems[n : n + len(own)] == own), None)
            if named and at is not None:
                gaps[fit.figure.id] = min(abs(at - n) + (20 if at < n else 0) for n in named)
    least = min(gaps.values(), default=0)
    return [fit for fit in fits if gaps.get(fit.figure.id, least) == least]


def _told_by(view: View, figure: Figure, words: Sequence[str]) -> bool:
    """Whether a figure, its sentence or the words that it is attributed to hold most words of a source."""
    wide = " ".join(passage.joined for passage in view.passages_of(figure.evidence))
    own = f"{wide} {' '.join(stems(figure.asserted_by or ''))} "
    return sum(f" {word} " in own for word in words) * 2 > len(words)


def without_source(query: Query) -> Query:
    """The question without "according to the press release": who says it can stand outside the text."""
    source = query.text.lower().find("according to")
    return query if source < 0 else replace(query, words=tuple(term for term in query.words if term.span.start < source))
