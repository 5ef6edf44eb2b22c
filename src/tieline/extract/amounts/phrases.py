"""Noun phrases, as far as a reader without a grammar can tell: what stands after a number, up to the end of its noun."""

from collections.abc import Sequence

from tieline.extract.amounts.lexicon import Lexicon
from tieline.model.token import Token

LONGEST = 7


def noun_phrase(tokens: Sequence[Token], i: int, words: Lexicon, *, plural: bool = True) -> int:
    """The end of the noun phrase that begins at a token; the token itself where none does."""
    end = i
    if i < len(tokens) and not tokens[i].text[0].isalpha():
        return i
    while end < len(tokens) and end - i < LONGEST and _inside(tokens, end, words):
        end += 1
    while end > i and not tokens[end - 1].text[0].isalnum():
        end -= 1
    if plural:
        head = next((k for k in range(i, end) if is_plural(tokens[k].lower, words) and not _owns(tokens, k, end)), None)
        if head is not None:
            while head + 1 < end and is_plural(tokens[head + 1].lower, words):
                head += 1
            return _of_phrase(tokens, head + 1, words)
    return _of_phrase(tokens, end, words) if end > i else i


def is_plural(word: str, words: Lexicon) -> bool:
    """Whether a word looks like a plural noun."""
    return word in words.plurals or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")))


def _owns(tokens: Sequence[Token], k: int, end: int) -> bool:
    """Whether a plural only owns the noun that follows: "leaders' meeting"."""
    return k + 1 < end and tokens[k + 1].lower in ("'", "'s")


def _inside(tokens: Sequence[Token], k: int, words: Lexicon) -> bool:
    token = tokens[k]
    if token.text == "-":
        return k + 1 < len(tokens) and tokens[k + 1].start == token.end and tokens[k - 1].end == token.start
    if token.lower in ("'s", "'"):
        return k + 1 < len(tokens) and tokens[k + 1].start > token.end and tokens[k + 1].text[0].isalpha() and _inside(tokens, k + 1, words)
    return token.text[0].isalpha() and token.lower not in words.stops and token.lower not in words.numbers


def _of_phrase(tokens: Sequence[Token], end: int, words: Lexicon) -> int:
    """Takes in "of cherries" after "containers"."""
    if end + 1 >= len(tokens) or tokens[end].lower != "of":
        return end
    stop = end + 1
    while stop < len(tokens) and stop - end < 5 and _inside(tokens, stop, words):
        stop += 1
    return stop if stop > end + 1 else end
