"""Quantities: numbers with their unit, what they count, and how they are meant."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from tieline.extract.amounts.lexicon import lexicon
from tieline.extract.amounts.numbers import Number, plain, read_number
from tieline.extract.amounts.quantity_counted import Counted
from tieline.extract.amounts.quantity_ranks import Ranks
from tieline.extract.amounts.quantity_row import Found, Times
from tieline.model.article import Article
from tieline.model.quantity import QuantityMention
from tieline.model.span import Span
from tieline.model.time import TimeMention
from tieline.model.token import Sentence
from tieline.rules.load import Rulebook

if TYPE_CHECKING:
    from tieline.model.mention import Reading

JAPAN = frozenset({"japan", "japanese", "tokyo", "yen"})
CHINA = frozenset({"china", "chinese", "beijing", "yuan", "renminbi"})
ZONES = frozenset({"prose", "headline", "heading", "list", "correction", "question"})


def read_quantities(reading: "Reading", rulebook: Rulebook) -> tuple[QuantityMention, ...]:
    """The quantities of a reading, as a step of reading an article."""
    return find_quantities(reading.article, reading.times, rulebook)


def find_quantities(article: Article, times: Sequence[TimeMention], rulebook: Rulebook) -> tuple[QuantityMention, ...]:
    """Every number that counts, measures or ranks something, in order of place; dates, names and labels left out."""
    words = lexicon(rulebook)
    busy = Times(times)
    found: list[QuantityMention] = []
    money: str | None = None
    yen = _in_yen(article)
    for sentence in article.sentences:
        if sentence.zone in ZONES and sentence.tokens:
            money = _declared(sentence) or money
            rows = _inherit(_Reader(sentence, words, busy).all(), money, sentence)
            rows = [replace(one, unit="JPY") if yen and _bare_yen(sentence, one) else one for one in rows]
            found += [_mention(sentence, one) for one in rows]
            money = next((one.unit for one in reversed(rows) if one.kind == "money"), money)
    return tuple(found)


def _in_yen(article: Article) -> bool:
    """Whether the sign that yen and yuan share is the yen's: the text tells of Japan and not of China."""
    told = {token.lower for sentence in article.sentences for token in sentence.tokens}
    return bool(told & JAPAN) and not told & CHINA


def _bare_yen(sentence: Sentence, one: Found) -> bool:
    start = sentence.tokens[one.start].start - sentence.start
    return one.unit == "CNY" and sentence.text[start : start + 1] == "¥"


def _declared(sentence: Sentence) -> str | None:
    """The currency of "Amounts are in thalers (ULT)"."""
    tokens = sentence.tokens
    if not any(token.lower in ("amounts", "figures", "values", "sums", "prices") for token in tokens[:4]):
        return None
    for i in range(3, len(tokens) - 1):
        if tokens[i].text.isupper() and len(tokens[i].text) == 3 and (tokens[i - 1].text, tokens[i + 1].text) == ("(", ")"):
            return tokens[i].text if any(token.lower == "in" for token in tokens[:i]) else None
    return None


def _past(number: Number | None) -> int:
    """Where the tokens of a number end that is no quantity: none of them is one either. 0 for no such number."""
    return number.end if number is not None and number.kind == "cardinal" else 0


class _Reader(Ranks, Counted):
    """Reads the quantities of one sentence."""

    def all(self) -> Iterator[Found]:
        i = 0
        while i < len(self.tokens):
            number = read_number(self.sentence, i, self.words)
            found = self._at(i, number)
            if found:
                yield found
            i = max(found.end if found else _past(number), i + 1)

    def _at(self, i: int, number: Number | None) -> Found | None:
        if number is None:
            return self._superlative(i, i, 1)
        if number.kind == "ordinal":
            return self._rank(number) or self._ordinal(number)
        if self._numbered_rank(number):
            return self._row(number, number.value, "rank", self._noun(number.end, plural=False))
        if self._named(number):
            return None
        return self._amount(number)

    def _day_in_brackets(self, number: Number) -> bool:
        """Whether a number only repeats the day before it: "this Thursday (28)"."""
        first, last = number.start - 1, number.end
        if first < 1 or (self._word(first), self._word(last)) != ("(", ")"):
            return False
        before = self.tokens[first - 1]
        return self.times.over(before.start, before.end) is not None

    def _amount(self, number: Number) -> Found | None:
        start, unit = self._symbol(number.start)
        end, after = self._unit(number.end)
        if number.kind == "factor" and self._word(number.start) == "twice" and self._word(number.end) not in ("as", "the"):
            return None
        hundredth = self._of_a_percent(number)
        if hundredth:
            return Found(start, start, hundredth, None, (number.value or 0) / 100, "percent", "share")
        kind = "share" if number.kind == "fraction" else "factor" if number.kind == "factor" else ""
        unit = after if unit is None or (after and unit in ("USD",) and after != "USD" and self._kind(after) == "money") else unit
        kind = kind or (self._kind(unit) if unit else "")
        time = self.times.over(self.tokens[number.start].start, self.tokens[number.end - 1].end)
        age = self._age(number.end)
        if time and not age and not (kind == "duration" and time.timex3.type == "DURATION"):
            return None
        if self._day_in_brackets(number):
            return None
        if age:
            return Found(number.start, number.start, age, None, number.value, "years", "age")
        if kind == "share" and unit is None:
            unit = "percent"
        if kind == "factor":
            unit = "times"
        noun = self._counted(start, end) if kind not in ("factor", "money") else None
        noun = noun if kind or self._countable(number, noun) else None
        if self._skipped(number, noun, kind):
            return None
        kind = "vague" if number.kind == "vague" and not kind else kind or ("count" if noun else "bare")
        left, qualifier = self._qualifier(start, end)
        return Found(left, start, end, noun, number.value, unit, kind, qualifier, number.scaled)

    def _of_a_percent(self, number: Number) -> int | None:
        """Where "of 1 percent" ends behind a fraction: "three-tenths of 1 percent"."""
        i = number.end
        if number.kind != "fraction" or [self._word(i), self._word(i + 1)] not in (["of", "1"], ["of", "one"], ["of", "a"]):
            return None
        end, unit = self._unit(i + 2)
        return end if unit == "percent" else None

    def _age(self, i: int) -> int | None:
        for pattern in (("-", "year", "-", "old"), ("years", "old"), ("years", "of", "age")):
            if all(self._word(i + k) == word for k, word in enumerate(pattern)):
                return i + len(pattern)
        return None


def _inherit(found: Iterator[Found], money: str | None, sentence: Sentence) -> list[Found]:
    """Gives a bare number the unit of the next one in a range, of the money or measure before it, or of the money of the article."""
    rows = list(found)
    small: Found | None = None  # what a bare number such as "to 90" may continue
    large: Found | None = None  # what "244 million" may continue
    for k in range(len(rows)):
        if rows[k].kind == "bare":
            giver = _next_in_range(rows, k, sentence) or (large if rows[k].scaled else small)
            if giver:
                value = _scaled_like(rows[k], rows[k + 1], sentence) if rows[k + 1 : k + 2] == [giver] else rows[k].value
                noun = giver.noun if giver.kind == "count" else None
                rows[k] = replace(rows[k], noun=noun, unit=giver.unit, kind=giver.kind, value=value)
            elif rows[k].scaled and money:
                rows[k] = replace(rows[k], unit=money, kind="money")
        kind, scaled = rows[k].kind, rows[k].scaled
        large = rows[k] if kind == "money" or (kind == "count" and scaled) else large
        small = rows[k] if kind in ("measure", "share") or (kind == "count" and not scaled) else small
    return _ranges(rows, sentence)


def _ranges(rows: Sequence[Found], sentence: Sentence) -> list[Found]:
    """The quantities, both ends of "between 14 and 16 billion dollars" told by the whole of it."""
    found = list(rows)
    for k, (low, high) in enumerate(pairwise(rows)):
        first = low.left - 1
        alike = low.kind == high.kind and low.unit == high.unit and low.start >= 0 <= first
        if alike and sentence.tokens[first].lower == "between" and high.left == low.end + 1 and sentence.tokens[low.end].lower == "and":
            told = (first, max(high.end, high.noun[1] if high.noun else 0))
            found[k], found[k + 1] = replace(low, told=told), replace(high, told=told)
    return found


_MILLION = 1e6


def _scaled_like(one: Found, after: Found, sentence: Sentence) -> float | None:
    """The value of a number that leaves its scale to the next: "from 140 to 96 million euros"."""
    if not (after.scaled and after.value and one.value) or one.scaled or one.value >= 1000 or not _is_digits(sentence, one):
        return one.value
    scale = next((size for size in (1e12, 1e9, _MILLION) if after.value >= size), 1.0)
    return one.value * scale


def _is_digits(sentence: Sentence, one: Found) -> bool:
    return sentence.tokens[one.end - 1].text[:1].isdigit()


def _next_in_range(rows: Sequence[Found], k: int, sentence: Sentence) -> Found | None:
    end = rows[k].end
    if (
        k + 1 < len(rows)
        and (rows[k + 1].unit or rows[k + 1].noun)
        and rows[k + 1].start == end + 1
        and sentence.tokens[end].lower in ("-", "–", "to", "and", "or")
    ):
        return rows[k + 1]
    return None


def _mention(sentence: Sentence, one: Found) -> QuantityMention:
    tokens = sentence.tokens
    number = Span(tokens[one.start].start, tokens[one.end - 1].end)
    noun = Span(tokens[one.noun[0]].start, tokens[one.noun[1] - 1].end) if one.noun else None
    right = noun.end if noun and noun.start >= number.end else number.end
    span = Span(tokens[one.left].start, right)
    told = Span(tokens[one.told[0]].start, tokens[one.told[1] - 1].end) if one.told else span
    value = plain(one.value) if one.value is not None else None

    def words(place: Span) -> str:
        return sentence.text[place.start - sentence.start : place.end - sentence.start]

    return QuantityMention(
        span=span, sentence=sentence.index, text=words(told), value=value, unit=one.unit, qualifier=one.qualifier,
        noun=words(noun) if noun else None, number=number, kind=one.kind, noun_span=noun,
    )  # fmt: skip
