"""Figures told by the source that a question names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.figure import Figure
from tieline.query.amounts.figure_words import Fit
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.cover import covers_text
from tieline.query.view import Passage, View

SAME = 0.8  # of a word of the source: the word itself, or the country of an adjective

_SOURCE = regex(r"\b(?:according to|as (?:stated|reported|given) by)\s+(?P<who>[^?,;]+)", re.I)
_THIS_WORDS = "press release report text article story source document statement news note agency announcement"
_THIS = frozenset(stem(word) for word in _THIS_WORDS.split())


def by_source(view: View, query: Query, fits: Iterable[Fit]) -> list[Fit]:
    """The figures told by the source that a question names; all of them where no sentence names it."""
    found = list(fits)
    words = source_words(view, query)
    if not words:
        return found
    own = [
        fit for fit in found if fit.figure.asserted_by and _held(view, words, f" {' '.join(stems(fit.figure.asserted_by))} ") == len(words)
    ]
    return own or _nearest_to_source(view, [fit for fit in found if _told_by(view, fit.figure, words)], words)


def source_words(view: View, query: Query) -> list[str]:
    """The words of the source that a question names, as stems, where a sentence holds them all."""
    told = _SOURCE.search(query.text)
    words = [word for word in stems(told["who"]) if word not in _THIS and word not in view.lexicon.stop] if told else []
    return words if any(_held(view, words, passage.joined) == len(words) for passage in view.passages) else []


def told_by_another(view: View, query: Query, passage: Passage) -> bool:
    """Whether all figures of a sentence are those of another source than the one that a question names."""
    words = source_words(view, query)
    sources = [figure.asserted_by for i in passage.fact.figures if (figure := view.figures.get(i))]
    own = f"{passage.joined} {' '.join(stems(' '.join(one or '' for one in sources)))} "
    return bool(words and sources) and all(sources) and _held(view, words, own) < len(words)


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
    return _held(view, words, own) * 2 > len(words)


def _held(view: View, words: Sequence[str], text: str) -> int:
    """How many of some words, as stems, a text of stems holds."""
    return sum(covers_text(view, word, text) >= SAME for word in words)


def without_source(query: Query) -> Query:
    """The question without "according to the press release": who says it can stand outside the text."""
    source = query.text.lower().find("according to")
    return query if source < 0 else replace(query, words=tuple(term for term in query.words if term.span.start < source))
