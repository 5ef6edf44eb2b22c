"""Whether a question is put in another language than that of the texts."""

from collections.abc import Sequence

from tieline.late import regex
from tieline.query.reading.lexicon import Lexicon, Tongue
from tieline.query.reading.words import fold

_WORD = regex(r"[^\W\d_]+")
_FAR = 0x0370  # letters from here on are Greek, Cyrillic, Arabic, Chinese ..., but for the further Latin ones
_LATIN = range(0x1E00, 0x1F00)
FEW = 3  # little words of a language that tell it where no question word does


def foreign(lexicon: Lexicon, text: str) -> str | None:
    """What is said to a question in another language; None for one in English, and for names alone."""
    words = _WORD.findall(text)
    if sum(_far(word) for word in words) * 2 > len(words):
        return "The question is not in English, and Tieline reads and answers English only."
    small = [word.lower() for n, word in enumerate(words) if not _in_name(words, n)]
    if len(words) < 2 or not small:
        return None
    english = sum(word in lexicon.asking or word in lexicon.stop for word in small)
    shares = {one.name: _share(one, small) + (one.name == "Spanish" and "¿" in text) for one in lexicon.tongues}
    found = max(lexicon.tongues, key=lambda one: shares[one.name], default=None)
    opens = found is not None and any(fold(word) in found.asks for word in small[:3])
    if found is None or shares[found.name] <= english or not (opens or shares[found.name] >= FEW):
        return None
    return f"The question seems to be in {found.name}, and Tieline reads and answers English only."


def _share(tongue: Tongue, words: Sequence[str]) -> int:
    """How many of the words are little words or question words of a language; a question word, or one with its accent, counts for two."""
    asks = sum(2 * (fold(word) in tongue.asks) for word in words)
    return asks + sum((fold(word) in tongue.little) * (1 if word.isascii() else 2) for word in words)


def _in_name(words: Sequence[str], n: int) -> bool:
    """Whether a word is, or links, names: the "de la" of "Rio de la Plata"."""
    if words[n][0].isupper():
        return n > 0
    before = next((one for one in reversed(words[:n]) if len(one) > 3 or one[0].isupper()), "")
    after = next((one for one in words[n + 1 :] if len(one) > 3 or one[0].isupper()), "")
    return len(words[n]) <= 3 and before[:1].isupper() and after[:1].isupper() and n > 1


def _far(word: str) -> bool:
    return ord(word[0]) >= _FAR and ord(word[0]) not in _LATIN
