"""An event in the words of its text: the part of a sentence that stands by itself around the words that tell it."""

import re
from collections.abc import Iterator

LONGEST = 120
NEAR = 60  # characters from the start of a sentence: so far its subject is kept, and the end is what is cut
STRONG = ("; ", ": ", " \u2013 ", " \u2014 ", " -- ", "\u201c", "\u201d", '"')  # where a part of a sentence can begin or end
OPENERS = ("and ", "but ", "while ", "yet ", "so ", "or ")
ENDS = ' ,.;:\u2013\u2014-\u201c\u201d"'


def told_words(sentence: str, quote: str) -> str:
    """The quote with what belongs to it on both sides; the quote alone where its sentence is not known."""
    whole, part = " ".join(sentence.split()), " ".join(quote.split())
    at = whole.find(part)
    if at < 0:
        return _clean(part)
    start = max((found + len(mark) for mark in STRONG if (found := whole.rfind(mark, 0, at)) >= 0), default=0)
    end = min((found for mark in STRONG if (found := whole.find(mark, at + len(part))) >= 0), default=len(whole))
    if end - start > LONGEST:
        end = max(at + len(part), whole.rfind(", ", 0, start + LONGEST))
    if end - start > LONGEST and at - start > NEAR:
        start = next((one for one in _joints(whole, start, at) if end - one <= LONGEST), at)
    return _clean(whole[start:end])


def _joints(whole: str, start: int, at: int) -> Iterator[int]:
    """Where the words before a quote could begin instead, from left to right: behind a comma or a conjunction."""
    yield from (start + one.end() for one in re.finditer(r", | (?=and |but |while )", whole[start:at]))


def _clean(words: str) -> str:
    """Without the marks at its edges and the word that joined it to what came before; with a capital."""
    words = words.strip(ENDS)
    words = next((words[len(one) :] for one in OPENERS if words.lower().startswith(one)), words)
    return words[:1].upper() + words[1:]
