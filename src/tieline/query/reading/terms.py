"""The words of a question by which sentences are found."""

from collections.abc import Sequence

from tieline.model.span import Span
from tieline.model.token import Token
from tieline.query.reading.lexicon import Lexicon
from tieline.query.reading.query import Term
from tieline.query.reading.words import fold, stem


def terms_of(lexicon: Lexicon, raw: Sequence[Token], taken: list[Span], stop: frozenset[str] = frozenset()) -> tuple[Term, ...]:
    """The words of a question that carry meaning, outside the spans taken and without stop words; known phrases as one."""
    terms = []
    skip = 0
    for i, token in enumerate(raw):
        span = Span(token.start, token.end)
        if i < skip or not token.text[0].isalnum() or any(span.touches(other) for other in taken):
            continue
        size = _phrase(lexicon, raw, i)
        if any(Span(token.start, raw[i + size - 1].end).touches(other) for other in taken):
            size = 1  # "between the two" of "between the two countries"
        if size > 1:
            last = raw[i + size - 1]
            terms.append(
                Term(
                    " ".join(stem(t.lower) for t in raw[i : i + size]),
                    " ".join(t.text for t in raw[i : i + size]),
                    Span(token.start, last.end),
                )
            )
            skip = i + size
        elif fold(token.text) not in (stop or lexicon.stop):
            terms.append(Term(stem(token.lower), token.text, span))
    return tuple(terms)


def _phrase(lexicon: Lexicon, raw: Sequence[Token], i: int) -> int:
    """How many words from here on make up a phrase of which synonyms are known; 1 for none."""
    for size in (4, 3, 2):
        if i + size <= len(raw) and " ".join(stem(t.lower) for t in raw[i : i + size]) in lexicon.synonyms:
            return size
    return 1
