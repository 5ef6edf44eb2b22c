"""Numbers that are part of a name or a date: "Article 5", "COVID-19", "APEC 2024"."""

from tieline.extract.amounts.numbers import Number, gap
from tieline.extract.amounts.quantity_row import Row

YEARS = range(1500, 2101)


class Names(Row):
    """Tells numbers that count from those that name."""

    def _named(self, number: Number) -> bool:
        """Whether the number is part of a name: "Article 5", "COVID-19", "G20", "no. 1987", "10:00"."""
        i, before = number.start, self._word(number.start - 1)
        digits = self.tokens[i].text[0].isdigit()
        tight = gap(self.sentence, i - 1) == "" and i > 0
        if self._in_date(number):
            return True
        if before in self.words.labels and digits and self._symbol(i)[1] is None:
            return number.scaled is False and self._unit(number.end)[1] is None
        if digits and self._is_edition(i) and self._symbol(i)[1] is None:
            return True
        if before == "." and self._word(i - 2) in ("no", "nos", "art", "para", "tel", "fax", "vol", "sec"):
            return True
        if digits and i == 0 and self._word(number.end) in (".", ")"):
            return True
        if tight and before == ":" and self._word(i - 2).isdigit():
            return True
        if digits and tight and self._symbol(i)[1] is None:
            return before.isalpha() or (before in ("-", "/", "#", ".") and gap(self.sentence, i - 2) == "" and self._word(i - 2).isalpha())
        return False

    def _is_edition(self, i: int) -> bool:
        """Whether a year stands behind an acronym, as in "APEC 2024"."""
        year, before = self.tokens[i].text, self.tokens[i - 1].text if i else ""
        return len(year) == 4 and year[:2] in ("19", "20") and len(before) > 1 and before.isalpha() and before.isupper()

    def _in_date(self, number: Number) -> bool:
        """Whether a month stands beside a small number, written as months are."""
        if number.scaled or not isinstance(number.value, int) or number.value > 31:
            return False
        sides = [self.tokens[k] for k in (number.start - 1, number.end) if 0 <= k < len(self.tokens)]
        return any(token.lower in self.words.months and token.text[0].isupper() for token in sides)

    def _looks_like_year(self, number: Number) -> bool:
        text = self.tokens[number.start].text
        return number.kind == "cardinal" and number.value in YEARS and number.end == number.start + 1 and text.isdigit()
