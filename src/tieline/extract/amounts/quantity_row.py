"""One sentence as a row of tokens in which quantities are read: signs, units, nouns and qualifiers beside a number."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from tieline.extract.amounts.lexicon import Lexicon, phrase_at, phrase_before
from tieline.extract.amounts.numbers import gap
from tieline.extract.amounts.phrases import noun_phrase
from tieline.model.time import TimeMention
from tieline.model.token import Sentence


class Times:
    """The time mentions of a text, to be asked what they cover."""

    def __init__(self, times: Sequence[TimeMention]):
        self.times = sorted(times, key=lambda time: (time.start, time.end))
        self.starts = [time.start for time in self.times]

    def over(self, start: int, end: int) -> TimeMention | None:
        """A time mention that shares a character with a place."""
        last = bisect_left(self.starts, end)
        return next((time for time in self.times[max(last - 3, 0) : last] if time.end > start), None)


@dataclass(frozen=True)
class Found:
    """A quantity in tokens: qualifier from `left`, number and unit from `start` to `end`, noun from `noun` to `right`.

    `told`: the tokens of the range of which it is one end ("between 14 and 16 billion dollars").
    """

    left: int
    start: int
    end: int
    noun: tuple[int, int] | None
    value: float | int | None
    unit: str | None
    kind: str
    qualifier: str | None = None
    scaled: bool = False
    told: tuple[int, int] | None = None


class Row:
    """The tokens of one sentence, and what stands around a place in them."""

    def __init__(self, sentence: Sentence, words: Lexicon, times: Times):
        self.sentence, self.words, self.times = sentence, words, times
        self.tokens = sentence.tokens

    def _word(self, i: int) -> str:
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def _covered(self, start: int, end: int) -> bool:
        return self.times.over(self.tokens[start].start, self.tokens[end - 1].end) is not None

    def _kind(self, unit: str) -> str:
        return self.words.kinds[unit].kind

    def _symbol(self, i: int) -> tuple[int, str | None]:
        """The currency sign before a number: "US$", "EUR"."""
        for length in (3, 2, 1):
            if i - length < 0:
                continue
            text = self.sentence.text[self.tokens[i - length].start - self.sentence.start : self.tokens[i - 1].end - self.sentence.start]
            code = self.words.symbols.get(text)
            if code and not (text.isalpha() and len(text) < 3 and gap(self.sentence, i - 1).strip(" \u00a0")):
                return i - length, code
        return i, None

    def _unit(self, i: int) -> tuple[int, str | None]:
        step = i + 1 if self._word(i) == "-" and gap(self.sentence, i - 1) == "" else i
        found = phrase_at(self.words.units, self.tokens, step)
        return found if found else (i, None)

    def _noun(self, i: int, *, plural: bool = True) -> tuple[int, int] | None:
        end = noun_phrase(self.tokens, i, self.words, plural=plural)
        return (i, end) if end > i else None

    def _qualifier(self, start: int, end: int) -> tuple[int, str | None]:
        before = phrase_before(self.words.before, self.tokens, start)
        if before:
            return before
        after = phrase_at(self.words.after, self.tokens, end)
        return start, after[1] if after else None
