"""Whether a text is English, told by the little words that every English text is full of."""

import re

from tieline.text import lexicon

_WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000
ENOUGH = 25
SHARE = 0.12
PLAIN = 0.15  # the same share among the words in small letters: a short report is full of names


def is_english(text: str) -> bool:
    """Whether a text reads as English. A text of a few words is taken for English: it is too short to tell."""
    words: list[str] = _WORD.findall(text[:SAMPLE])
    if len(words) < ENOUGH:
        return sum(word.isascii() for word in words) >= 0.5 * len(words)
    little = lexicon.words("little")
    small = [word for word in words if word[0].islower()]
    plain = sum(word in little for word in small) >= PLAIN * len(small) > 0
    return plain or sum(word.lower() in little for word in words) >= SHARE * len(words)
