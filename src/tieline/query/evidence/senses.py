"""The wider senses of words by which the last way of answering reads a sentence."""

from tieline.query.reading.names import name_index
from tieline.query.sentences.cover import covers_text
from tieline.query.view import View

SENSE = 0.9


def senses(view: View, word: str) -> tuple[str, ...]:
    """All ways in which a text may say a word of a question, each as stems with blanks between."""
    cache: dict[str, tuple[str, ...]] = view.__dict__.setdefault("_senses", {})
    if word not in cache:
        lexicon = view.lexicon
        found = dict.fromkeys((*lexicon.senses.get(word, ()), *lexicon.verbs.get(word, ()), *lexicon.nouns.get(word, ())))
        names = name_index(view)  # the "line" of a railway is not that of Lin Jian
        cache[word] = tuple(way for way in found if way != word and (way,) not in names.parts and (way,) not in names.whole)
    return cache[word]


def tells(view: View, word: str, text: str) -> float:
    """From 0 to 1: whether a text (stems with blanks around each) says a word of a question."""
    share = covers_text(view, word, text)
    return share if share >= SENSE else SENSE if any(f" {way} " in text for way in senses(view, word)) else share
