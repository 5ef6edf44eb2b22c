"""What a number counts: the noun right after it, after "of", or as the subject of "number about 1,990"."""

from tieline.extract.amounts.numbers import Number, gap
from tieline.extract.amounts.phrases import is_plural, noun_phrase
from tieline.extract.amounts.quantity_names import Names


class Counted(Names):
    """Finds what is counted, and tells whether anything is."""

    def _counted(self, start: int, i: int) -> tuple[int, int] | None:
        """The noun that is counted: right after the number, after "of", or as the subject of "number about 1,990"."""
        if self._word(i) == "of" and i + 1 < len(self.tokens):
            step = i + 1
            if self._word(step) in ("them", "these", "those", "which", "whom", "it"):
                return self._antecedent(start) if self._word(step) != "it" else None
            while self._word(step) in ("the", "its", "his", "her", "their", "all", "these", "those"):
                step += 1
            return self._noun(step)
        if self._word(i) == "-" and gap(self.sentence, i - 1) == "" and gap(self.sentence, i) == "":
            return self._noun(i + 1, plural=False)
        return self._noun(i) or self._numbered(start)

    def _numbered(self, start: int) -> tuple[int, int] | None:
        """The subject of "students in the capital number 1,990", and the noun of "the number of visitors reached 50,000"."""
        left = self._qualifier(start, start)[0]
        for k in range(left - 1, max(left - 12, 0), -1):
            if self._word(k) == "of" and self._word(k - 1) == "number":
                return self._noun(k + 1)
        if self._word(left - 1) not in ("number", "numbers", "numbered", "total", "totalled", "totaled"):
            return None
        first = left - 1
        while first > 0 and self._word(first - 1) not in (",", ";", ":", ".", "and", "but", "that"):
            first -= 1
        return (first, left - 1) if first < left - 1 else None

    def _antecedent(self, i: int) -> tuple[int, int] | None:
        """What "of them" stands for: the last plural noun before it in the sentence, with the words that belong to it."""
        for k in range(i - 1, max(i - 40, -1), -1):
            if self._is_head(k):
                start = k
                while start > 0 and noun_phrase(self.tokens, start - 1, self.words, plural=False) >= k + 1 and k - start < 5:
                    start -= 1
                return start, k + 1
        return None

    def _is_head(self, k: int) -> bool:
        """Whether a token is a plural noun that ends its phrase."""
        if not self.tokens[k].text.isalpha() or self._word(k) in self.words.stops or not is_plural(self._word(k), self.words):
            return False
        return self._noun(k + 1) is None

    def _countable(self, number: Number, noun: tuple[int, int] | None) -> bool:
        """Whether the words after a number name what it counts: "four clubs", and not "two-way", "1963 Street", "2 billion published"."""
        if noun is None:
            return False
        compound = self._word(number.end) == "-"
        if compound:
            return self._word(noun[0]) not in ("way", "fold", "thirds", "time", "star", "point", "step", "track", "pronged", "sided")
        heads = [k for k in range(*noun) if is_plural(self._word(k), self.words)]
        if self._looks_like_year(number):
            return any(self.tokens[k].text.islower() for k in heads)
        return bool(heads) or number.value == 1

    def _skipped(self, number: Number, noun: tuple[int, int] | None, kind: str) -> bool:
        """Whether a number counts nothing: "one of them", "the two sides", "1998", "she turned 70"."""
        first, before = self._word(number.start), self._word(number.start - 1)
        if noun and not kind and self._word(noun[1] - 1) in self.words.lengths:
            return True
        if kind:
            return kind == "duration" and first in ("one", "a", "an")
        if noun is None and before in ("turn", "turns", "turned", "turning", "aged", "age"):
            return True
        if first in ("a", "an") and not number.scaled:
            return True
        if first == "one" and number.end == number.start + 1:
            return noun is None or noun[0] != number.end or before not in ("only", "just", "least", "than", "exactly")
        head = self._word(noun[1] - 1) if noun else ""
        if (
            noun
            and head in self.words.groups
            and number.kind == "cardinal"
            and (number.value == 2 or before in ("the", "these", "those", "all"))
        ):
            return True
        if noun is None and number.end - number.start == 1 and not number.scaled:
            spelled = not self.tokens[number.start].text[0].isdigit()
            return self._looks_like_year(number) or (
                spelled and number.kind == "cardinal" and self._word(number.end) not in ("of", "to", "more")
            )
        return False
