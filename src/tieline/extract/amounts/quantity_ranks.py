"""Ranks and ordinals: "the second largest partner", "No. 3", "the first visit"."""

from tieline.extract.amounts.lexicon import phrase_at
from tieline.extract.amounts.numbers import Number
from tieline.extract.amounts.quantity_row import Found, Row


class Ranks(Row):
    """Reads what ranks something."""

    def _rank(self, number: Number) -> Found | None:
        step = number.end + 1 if self._word(number.end) == "-" else number.end
        return self._superlative(number.start, step, number.value)

    def _superlative(self, start: int, i: int, value: float | int | None) -> Found | None:
        found = phrase_at(self.words.superlatives, self.tokens, i)
        if not found or self._covered(start, found[0]):
            return None
        noun = self._noun(found[0], plural=False)
        if found[1] in self.words.weak and (noun is None or not self._rank_head(noun)):
            return None
        if noun is None and start == i:
            return None
        several = [self._word(start - k) for k in (3, 2, 1)] == ["one", "of", "the"]
        if start == i and not several and self._word(start - 1) not in self.words.determiners and not self._is_bare_rank(noun):
            return None
        return Found(start, start, found[0], noun, None if several else value, "rank", "rank")

    def _is_bare_rank(self, noun: tuple[int, int] | None) -> bool:
        return noun is not None and self._rank_head(noun)

    def _rank_head(self, noun: tuple[int, int]) -> bool:
        return any(self._word(k) in self.words.heads for k in range(*noun))

    def _numbered_rank(self, number: Number) -> bool:
        before = [self._word(number.start - k) for k in (3, 2, 1)]
        return before[1:] == ["no", "."] and before[0] in self.words.determiners and isinstance(number.value, int) and number.value < 100

    def _ordinal(self, number: Number) -> Found | None:
        before = self._word(number.start - 1)
        digits = self.tokens[number.start].text[0].isdigit()
        noun = self._noun(number.end + (self._word(number.end) == "such"))
        if before in self.words.ranking and noun is None and not self._covered(number.start, number.end):
            return self._row(number, number.value, "rank", None)  # "ranks third"
        if (
            self._covered(number.start, number.end)
            or self._word(number.end) == "-"
            or (before not in self.words.determiners and not digits)
        ):
            return None
        if noun is None and (before not in ("the", "'s") or self._word(number.end) not in ("", ".", "in", "among", "of")):
            return None
        if noun and self._word(noun[1] - 1) in self.words.no_row:
            return None
        return self._row(number, number.value, "ordinal", noun)

    def _row(self, number: Number, value: float | int | None, kind: str, noun: tuple[int, int] | None) -> Found:
        return Found(number.start, number.start, number.end, noun, value, kind, kind)
