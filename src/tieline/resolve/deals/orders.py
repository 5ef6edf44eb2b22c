"""Which of several of its kind a deal or a thing is: "the second contract", "a further loan", "an earlier accord"."""

from collections.abc import Mapping, Sequence, Set

from tieline.model.span import Span
from tieline.model.token import Sentence, Token

NUMBERS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
MARKS = (*NUMBERS, "more", "before")
BACK = 3  # words before those for a deal among which its number can stand
AHEAD = 9  # words of a clause before a sum
OTHERS = frozenset({"first", "more", "before"})  # beside what the text tells without a mark
_KNOWN = frozenset({"the", "that", "this"})
_BE = frozenset({"is", "was", "be", "becomes", "became"})
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
Words = Mapping[str, Set[str]]


def order_of(span: Span, sentence: Sentence | None, words: Words) -> str:
    """The mark of a deal or thing by the words in its span and right before it; "" where it is told as the only one.

    "The first agreement between the two" is the first of its kind, and not the first of several.
    """
    tokens = sentence.tokens if sentence else ()
    end = next((k for k, one in enumerate(tokens) if one.start >= span.end), len(tokens))
    start = next((k for k, one in enumerate(tokens) if one.end > span.start), end)
    for k in range(end - 1, max(start - BACK, 0) - 1, -1):
        if not (tokens[k].text.isalnum() or tokens[k].text == "-"):
            return ""
        mark = _mark(tokens, k, words)
        if mark:
            return "" if mark == "first" and _is_superlative(tokens, k, end, words) else mark
    return ""


def _mark(tokens: Sequence[Token], k: int, words: Words) -> str:
    lower = tokens[k].lower
    if lower.isdigit() and k + 1 < len(tokens) and tokens[k + 1].lower in _ENDINGS:
        number = int(lower)
        return NUMBERS[number - 1] if 1 <= number <= len(NUMBERS) else lower
    return next((mark for mark in MARKS if lower in words[f"orders.{mark}"]), "")


def _is_superlative(tokens: Sequence[Token], k: int, end: int, words: Words) -> bool:
    """Whether "first" tells that there was none before: "their first pact", "the first pact of its kind"."""
    if tokens[k].lower != "first":
        return False
    known = k > 0 and tokens[k - 1].lower in _KNOWN
    return not known or (end < len(tokens) and tokens[end].lower in words["orders.superlative"])


def order_before(place: int, sentence: Sentence, words: Words) -> str:
    """The mark among the words of a clause before a sum: "a second loan, of 4 billion"; "" where there is none."""
    tokens = [one for one in sentence.tokens if one.end <= place][-AHEAD:]
    start = max((k + 1 for k, one in enumerate(tokens) if one.text in (";", ".") or one.text.isdigit()), default=0)
    marks = [mark for k in range(start, len(tokens)) if (mark := _mark(tokens, k, words))]
    return marks[-1] if marks and marks[-1] != "first" else ""


def is_original(span: Span, sentence: Sentence | None, words: Words) -> bool:
    """Whether the words for a deal point back to it behind what changed it: "signed an addendum to the accord. The original accord ..."."""
    first = next(
        (one.lower for one in (sentence.tokens if sentence else ()) if span.start <= one.start < span.end and one.lower != "the"), ""
    )
    before = [one.lower for one in sentence.tokens if one.end <= span.start][-1:] if sentence else []
    return first in words["orders.original"] or any(one in words["orders.original"] for one in before)


def is_predicate(span: Span, sentence: Sentence | None) -> bool:
    """Whether a deal is counted by what is told of it: "It is the second accord of this kind"."""
    before = [one.lower for one in (sentence.tokens if sentence else ()) if one.end <= span.start][-BACK:]
    return any(one in _BE for one in before)


def differ(one: str, other: str) -> bool:
    """Whether two marks are different numbers: no two texts mean one deal by them."""
    return one != other and all(mark.isdigit() or mark in NUMBERS for mark in (one, other))


def apart(one: str, other: str) -> bool:
    """Whether two marks in one text tell of two deals: different numbers, or "the first" and "a further" beside one told without a mark."""
    return differ(one, other) or (one != other and bool({one, other} & OTHERS))
