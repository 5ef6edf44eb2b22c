"""Numbers in digits and words: "25,000", "2 011 million", "twenty-one", "half a million", "nine-tenths", "31st"."""

import re
from dataclasses import dataclass

from tieline.extract.amounts.lexicon import Lexicon
from tieline.model.token import Sentence

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_TIGHT = frozenset("\u00a0\u2009\u202f")
_TRIGGERS = frozenset({"a", "an"})


@dataclass(frozen=True)
class Number:
    """A number from token `start` to token `end`. `kind`: cardinal, ordinal, fraction, factor, vague."""

    start: int
    end: int
    value: float | int | None
    kind: str = "cardinal"
    scaled: bool = False


def read_number(sentence: Sentence, i: int, words: Lexicon) -> Number | None:
    """The number that begins at a token, the longest reading, or None."""
    token = sentence.tokens[i]
    if token.text[0].isdigit():
        return _digits(sentence, i, words)
    if not (token.text[0].isalpha()):
        return None
    return _fraction(sentence, i, words) or _vague(sentence, i, words) or _spelled(sentence, i, words)


def gap(sentence: Sentence, i: int) -> str:
    """The characters between a token and the next."""
    tokens = sentence.tokens
    if i < 0 or i + 1 >= len(tokens):
        return " "
    return sentence.text[tokens[i].end - sentence.start : tokens[i + 1].start - sentence.start]


DIGITS = 15  # of a float that hold what was written: 17.1 * 10**9 is 17100000000.000002


def plain(value: float) -> float | int:
    """A whole number as an int; others free of the noise of binary fractions."""
    rounded = value if isinstance(value, int) else float(f"{round(value, 6):.{DIGITS}g}")
    return int(rounded) if rounded == int(rounded) else rounded


def _lower(sentence: Sentence, i: int) -> str:
    return sentence.tokens[i].lower if 0 <= i < len(sentence.tokens) else ""


def _digits(sentence: Sentence, i: int, words: Lexicon) -> Number | None:
    text = sentence.tokens[i].text
    if (
        not text.isascii()
        or not (_GROUPED.fullmatch(text) or _PLAIN.fullmatch(text))
        or (len(text) > 1 and text[0] == "0" and text[1] != ".")
    ):
        return None
    end, digits = _groups(sentence, i, text.replace(",", ""))
    if len(digits) > 18:
        return None
    value: float | int = float(digits) if "." in digits else int(digits)
    follower = _lower(sentence, end)
    if gap(sentence, end - 1) == "" and follower.isalpha():
        if follower in ("st", "nd", "rd", "th") and isinstance(value, int):
            return Number(i, end + 1, value, "ordinal")
        scale = words.scales.get(follower) or words.adjacent.get(follower)
        if scale:
            return Number(i, end + 1, plain(value * scale), scaled=True)
        if follower not in words.units:
            return None
    return _scaled(sentence, i, end, value, words)


def _groups(sentence: Sentence, i: int, digits: str) -> tuple[int, str]:
    """Joins "2 011" written with a fixed space."""
    end = i + 1
    while gap(sentence, end - 1) in _TIGHT and len(digits) and "." not in digits:
        following = _lower(sentence, end)
        if not (len(following) == 3 and following.isdigit() and len(sentence.tokens[i].text) <= 3):
            break
        digits, end = digits + following, end + 1
    return end, digits


def _scaled(sentence: Sentence, start: int, end: int, value: float | int, words: Lexicon) -> Number:
    scaled = False
    while True:
        step = end + 1 if _lower(sentence, end) == "-" and _lower(sentence, end + 1) in words.scales else end
        scale = words.scales.get(_lower(sentence, step))
        if not scale or (gap(sentence, end - 1).strip() and step == end):
            break
        value, end, scaled = value * scale, step + 1, True
    return Number(start, end, plain(value), scaled=scaled)


def _spelled(sentence: Sentence, i: int, words: Lexicon) -> Number | None:
    first = _lower(sentence, i)
    if first in words.ordinals:
        return Number(i, i + 1, words.ordinals[first], "ordinal")
    if first in words.factors:
        return Number(i, i + 1, words.factors[first], "factor")
    if first in _TRIGGERS:
        scale = words.scales.get(_lower(sentence, i + 1))
        return _scaled(sentence, i, i + 1, 1, words) if scale else None
    if first not in words.numbers:
        return None
    return _accumulate(sentence, i, words)


def _accumulate(sentence: Sentence, i: int, words: Lexicon) -> Number:
    total, current, end, scaled = 0, words.numbers[_lower(sentence, i)], i + 1, False
    while end < len(sentence.tokens):
        step = end + 1 if _lower(sentence, end) in ("-", "and") else end
        joined = step > end
        word = _lower(sentence, step)
        hyphen = joined and _lower(sentence, end) == "-"
        if word in words.ordinals and hyphen and current % 100 >= 20 and words.ordinals[word] < 10:
            return Number(i, step + 1, total + current + words.ordinals[word], "ordinal")
        if word in words.scales and (not joined or hyphen):
            scale = words.scales[word]
            current *= scale
            scaled = True
            if scale >= 1000:
                total, current = total + current, 0
        elif word in words.numbers and _fits(current, total, words.numbers[word], joined, hyphen):
            current += words.numbers[word]
        else:
            break
        end = step + 1
    return Number(i, end, total + current, scaled=scaled)


def _fits(current: int, total: int, value: int, joined: bool, hyphen: bool) -> bool:
    if hyphen or (not joined and current % 100 >= 20):
        return current % 100 >= 20 and current % 10 == 0 and 0 < value < 10
    return (current >= 100 and current % 100 == 0) or (current == 0 and total > 0)


def _fraction(sentence: Sentence, i: int, words: Lexicon) -> Number | None:
    first = _lower(sentence, i)
    if first not in words.numbers and first not in ("half", "a", "an", "one"):
        return None
    second, third = _lower(sentence, i + 1), _lower(sentence, i + 2)
    if first == "half" and _of_a_time(sentence, i + 1):
        return None
    if first == "half":
        if second in _TRIGGERS and third in words.scales:
            return Number(i, i + 3, plain(words.scales[third] / 2), scaled=True)
        if second in ("of", "the", "its", "their", "a") or _lower(sentence, i - 1) in (
            "by",
            "than",
            "about",
            "nearly",
            "over",
            "almost",
            "to",
        ):
            return Number(i, i + 1, 50, "fraction")
        return None
    if first in ("a", "an", "one") and second in words.fractions and second not in ("half", "thirds", "quarters", "fifths", "tenths"):
        return Number(i, i + 2, plain(words.fractions[second]), "fraction") if _a_part(sentence, i, i + 2) else None
    count = words.numbers.get(first)
    at = i + 2 if second == "-" else i + 1
    part = _lower(sentence, at)
    if count and count > 1 and part in words.fractions and part.endswith("s"):
        return Number(i, at + 1, _rounded(count * words.fractions[part]), "fraction")
    return None


def _of_a_time(sentence: Sentence, i: int) -> bool:
    return any(_lower(sentence, k) in ("year", "month", "century", "decade", "hour", "2000s", "time") for k in (i, i + 1, i + 2))


def _rounded(value: float) -> float | int:
    return plain(round(value))


def _a_part(sentence: Sentence, start: int, end: int) -> bool:
    """Whether "a third" is a part, and not the third of a row."""
    before, after = _lower(sentence, start - 1), _lower(sentence, end)
    return (
        after in ("of", "more", "less", "higher", "lower", "")
        or not after[:1].isalpha()
        or before in ("by", "to", "than", "nearly", "over", "about")
    )


def _vague(sentence: Sentence, i: int, words: Lexicon) -> Number | None:
    if _lower(sentence, i) not in words.vague or _lower(sentence, i + 1) != "of":
        return None
    end = i + 1
    while _lower(sentence, end) == "of" and _lower(sentence, end + 1) in words.vague:
        end += 2
    return Number(i, end, None, "vague")
