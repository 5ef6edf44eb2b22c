"""The slots of one match, read: text to number, month, unit."""

from collections.abc import Mapping
from typing import Any

from tieline.late import regex

Words = Mapping[str, Mapping[str, Any]]
_NUMBER = regex(r"\d+(?:[.,]\d+)*")
CENTURY_TURN = 35


class Captures:
    """What the slots of one match hold, by name; `params` are the further fields of the rule."""

    def __init__(self, filled: Mapping[str, tuple[str, str, int, int]], words: Words, params: Mapping[str, Any]):
        self.filled, self.words, self.params = filled, words, params

    def has(self, name: str) -> bool:
        """Whether the slot was filled."""
        return name in self.filled

    def text(self, name: str) -> str | None:
        """The slot's words in lower case, blanks made single, apostrophes straight."""
        return plain(self.filled[name][1]) if name in self.filled else None

    def place(self, name: str) -> tuple[int, int]:
        """Start and end of the slot in the text."""
        return self.filled[name][2], self.filled[name][3]

    def first(self) -> int:
        """Where the first filled slot begins."""
        return min(place[2] for place in self.filled.values())

    def word(self, name: str) -> Any:
        """What the word table of the slot says of it, None where the slot is empty."""
        if name not in self.filled:
            return None
        kind, text = self.filled[name][:2]
        return self.words[kind].get(plain(text).rstrip(".")) if kind in self.words else None

    def number(self, name: str) -> float | None:
        """The number in the slot: 5, 2.5, "twenty-five", "two and a half"."""
        text = self.text(name)
        return None if text is None else number(text, self.words["number"])

    def ordinal(self, name: str) -> int | None:
        """The number of an ordinal or plain day: "24th", "twenty-second", "5"."""
        text = self.text(name)
        return None if text is None else ordinal_of(text, self.words)

    def year(self, name: str = "year") -> int | None:
        """A year of four digits, or of two: '82 is 1982, '05 is 2005."""
        text = self.text(name)
        if text is None:
            return None
        if text[0].isalpha():
            return spoken_year(text, self.words["number"])
        value = int(text.strip("'"))
        return full_year(value) if self.filled[name][0] == "yy" else value


def ordinal_of(text: str, words: Words) -> int | None:
    """The number of an ordinal in lower case, in digits or words."""
    digits = _NUMBER.match(text)
    if digits:
        return int(digits[0])
    both = {**words["number"], **words["ordinal"]}
    found = [int(both[word]) for word in text.replace("-", " ").split() if word in both]
    return sum(found) if found else None


def spoken_year(text: str, table: Mapping[str, int]) -> int:
    """A year in words: "nineteen eighty six", "seventeen hundred thirty three", "two thousand and thirty two"."""
    words = [word for word in text.replace("-", " ").split() if word not in ("and", "hundred")]
    if words[1:2] == ["thousand"]:
        return 1000 * table[words[0]] + sum(table[word] for word in words[2:])
    return 100 * table[words[0]] + sum(table[word] for word in words[1:])


def full_year(value: int) -> int:
    """Two digits made four: up to 35 this century, from 36 the last."""
    return value + (2000 if value <= CENTURY_TURN else 1900)


def plain(text: str) -> str:
    """Lower case, single blanks, straight apostrophes."""
    return " ".join(text.lower().replace("’", "'").split())


def number(text: str, table: Mapping[str, int]) -> float | None:
    """The number that the words name, None where they name none."""
    if text.startswith("half"):
        return 0.5
    digits = _NUMBER.match(text)
    if digits:
        return float(digits[0].replace(",", "")) + (0.5 if text.endswith("1/2") else 0)
    total, current, half = 0, 0, 0.0
    words = text.replace("-", " ").split()
    if len(words) > 1 and words[0] in ("a", "an") and words[1] in table:
        words = words[1:]  # "a five-day stay" is no day longer than five
    for word in words:
        if word == "half":
            half = 0.5
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word == "thousand":
            total, current = (total + max(current, 1)) * 1000, 0
        elif word in table and word not in ("a", "an"):
            current += table[word]
    counted = total + current + half
    return counted or (1 if text.split(maxsplit=1)[0] in ("a", "an") else None)
