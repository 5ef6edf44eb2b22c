"""How many words of a question stand together, in its order, in a sentence that holds them."""

import re
from itertools import pairwise

from tieline.late import regex
from tieline.query.reading.query import Query
from tieline.query.reading.words import stems
from tieline.query.sentences.cover import covers_text
from tieline.query.view import Passage, View

NEAR = 4  # tokens between two words that stand together


_MENTIONED = regex(r"\b(?:is|are|was|were|get|gets) (?:\w+ )?(?:mentioned|named|listed|cited|quoted|discussed)\b[\w\s]{0,20}\W*$", re.I)


def scattered(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence holds the words of "which sport events are mentioned" apart from each other, and so names none."""
    return bool(_MENTIONED.search(query.text)) and together(view, query, passage) < len(query.words) + len(query.names) - 1


def together(view: View, query: Query, passage: Passage) -> int:
    """The pairs of neighbouring words or names of a question that stand near each other, in the same order, in a sentence."""
    parts: list[tuple[int, tuple[str, ...]]] = [(term.span.start, (term.stem,)) for term in query.words if " " not in term.stem]
    parts += [(name.span.start, stems(name.text)[-1:]) for name in query.names]
    places = [_places(view, words[0], passage) for _, words in sorted(parts) if words]
    return sum(any(0 < b - a <= NEAR for a in one for b in other) for one, other in pairwise(places))


def _places(view: View, word: str, passage: Passage) -> tuple[int, ...]:
    return tuple(n for n, own in enumerate(passage.stems) if own == word or covers_text(view, word, f" {own} ") > 0.9)
