"""Quantities: numbers with their unit, what they count, and how they are meant."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tieline.extract.lexicon import Lexicon, lexicon, phrase_at, phrase_before
from tieline.extract.numbers import Number, gap, plain, read_number
from tieline.extract.phrases import is_plural, noun_phrase
from tieline.model.article import Article
from tieline.model.quantity import QuantityMention
from tieline.model.span import Span
from tieline.model.time import TimeMention
from tieline.model.token import Sentence
from tieline.rules.load import Rulebook

if TYPE_CHECKING:
    from tieline.model.mention import Reading

ZONES = frozenset({"prose", "headline", "heading", "list", "correction", "question"})
DETERMINERS = frozenset({"the", "'s", "'", "his", "her", "its", "their", "our", "my", "your", "this", "a", "an", "whose"})
TIMES = frozenset({"months", "years", "weeks", "decades", "centuries", "generations", "nights", "seconds"})
NO_ROW = frozenset(
    {
        "time",
        "place",
        "glance",
        "hand",
        "lady",
        "step",
        "day",
        "half",
        "quarter",
        "century",
        "year",
        "week",
        "month",
        "decade",
        "world",
        "person",
    }
)
YEARS = range(1500, 2101)


def read_quantities(reading: "Reading", rulebook: Rulebook) -> tuple[QuantityMention, ...]:
    """The quantities of a reading, as a step of reading an article."""
    return find_quantities(reading.article, reading.times, rulebook)


def find_quantities(article: Article, times: Sequence[TimeMention], rulebook: Rulebook) -> tuple[QuantityMention, ...]:
    """Every number that counts, measures or ranks something, in order of place; dates, names and labels left out."""
    words = lexicon(rulebook)
    busy = _Times(times)
    found: list[QuantityMention] = []
    money: str | None = None
    for sentence in article.sentences:
        if sentence.zone in ZONES and sentence.tokens:
            money = _declared(sentence) or money
            rows = _inherit(_Reader(sentence, words, busy).all(), money, sentence)
            found += [_mention(sentence, one) for one in rows]
            money = next((one.unit for one in reversed(rows) if one.kind == "money"), money)
    return tuple(found)


def _declared(sentence: Sentence) -> str | None:
    """The currency of "Amounts are in thalers (ULT)"."""
    tokens = sentence.tokens
    if not any(token.lower in ("amounts", "figures", "values", "sums", "prices") for token in tokens[:4]):
        return None
    for i in range(3, len(tokens) - 1):
        if tokens[i].text.isupper() and len(tokens[i].text) == 3 and (tokens[i - 1].text, tokens[i + 1].text) == ("(", ")"):
            return tokens[i].text if any(token.lower == "in" for token in tokens[:i]) else None
    return None


class _Times:
    """The time mentions of a text, to be asked what they cover."""

    def __init__(self, times: Sequence[TimeMention]):
        self.times = sorted(times, key=lambda time: (time.start, time.end))
        self.starts = [time.start for time in self.times]

    def over(self, start: int, end: int) -> TimeMention | None:
        """A time mention that shares a character with a place."""
        last = bisect_left(self.starts, end)
        return next((time for time in self.times[max(last - 3, 0) : last] if time.end > start), None)


@dataclass(frozen=True)
class _Found:
    """A quantity in tokens: qualifier from `left`, number and unit from `start` to `end`, noun from `noun` to `right`."""

    left: int
    start: int
    end: int
    noun: tuple[int, int] | None
    value: float | int | None
    unit: str | None
    kind: str
    qualifier: str | None = None
    scaled: bool = False


class _Reader:
    """Reads the quantities of one sentence."""

    def __init__(self, sentence: Sentence, words: Lexicon, times: _Times):
        self.sentence, self.words, self.times = sentence, words, times
        self.tokens = sentence.tokens

    def all(self) -> Iterator[_Found]:
        i = 0
        while i < len(self.tokens):
            found = self._at(i)
            if found:
                yield found
            i = max(found.end, i + 1) if found else self._past(i)

    def _past(self, i: int) -> int:
        """After a number that is no quantity, its other tokens are none either."""
        number = read_number(self.sentence, i, self.words)
        return max(number.end, i + 1) if number and number.kind == "cardinal" else i + 1

    def _at(self, i: int) -> _Found | None:
        number = read_number(self.sentence, i, self.words)
        if number is None:
            return self._superlative(i, i, 1)
        if number.kind == "ordinal":
            return self._rank(number) or self._ordinal(number)
        if self._numbered_rank(number):
            return self._row(number, number.value, "rank", self._noun(number.end, plural=False))
        if self._named(number):
            return None
        return self._amount(number)

    def _word(self, i: int) -> str:
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    # ranks and ordinals

    def _rank(self, number: Number) -> _Found | None:
        step = number.end + 1 if self._word(number.end) == "-" else number.end
        return self._superlative(number.start, step, number.value)

    def _superlative(self, start: int, i: int, value: float | int | None) -> _Found | None:
        found = phrase_at(self.words.superlatives, self.tokens, i)
        if not found or self._covered(start, found[0]):
            return None
        noun = self._noun(found[0], plural=False)
        if found[1] in self.words.weak and (noun is None or not self._rank_head(noun)):
            return None
        if noun is None and start == i:
            return None
        several = [self._word(start - k) for k in (3, 2, 1)] == ["one", "of", "the"]
        if start == i and not several and self._word(start - 1) not in DETERMINERS and not self._is_bare_rank(noun):
            return None
        return _Found(start, start, found[0], noun, None if several else value, "rank", "rank")

    def _is_bare_rank(self, noun: tuple[int, int] | None) -> bool:
        return noun is not None and self._rank_head(noun)

    def _rank_head(self, noun: tuple[int, int]) -> bool:
        return any(self._word(k) in self.words.heads for k in range(*noun))

    def _numbered_rank(self, number: Number) -> bool:
        before = [self._word(number.start - k) for k in (3, 2, 1)]
        return before[1:] == ["no", "."] and before[0] in DETERMINERS and isinstance(number.value, int) and number.value < 100

    def _ordinal(self, number: Number) -> _Found | None:
        before = self._word(number.start - 1)
        digits = self.tokens[number.start].text[0].isdigit()
        noun = self._noun(number.end + (self._word(number.end) == "such"))
        if self._covered(number.start, number.end) or self._word(number.end) == "-" or (before not in DETERMINERS and not digits):
            return None
        if noun is None and (before not in ("the", "'s") or self._word(number.end) not in ("", ".", "in", "among", "of")):
            return None
        if noun and self._word(noun[1] - 1) in NO_ROW:
            return None
        return self._row(number, number.value, "ordinal", noun)

    def _row(self, number: Number, value: float | int | None, kind: str, noun: tuple[int, int] | None) -> _Found:
        return _Found(number.start, number.start, number.end, noun, value, kind, kind)

    # amounts

    def _amount(self, number: Number) -> _Found | None:
        start, unit = self._symbol(number.start)
        end, after = self._unit(number.end)
        if number.kind == "factor" and self._word(number.start) == "twice" and self._word(number.end) not in ("as", "the"):
            return None
        kind = "share" if number.kind == "fraction" else "factor" if number.kind == "factor" else ""
        unit = after if unit is None or (after and unit in ("USD",) and after != "USD" and self._kind(after) == "money") else unit
        kind = kind or (self._kind(unit) if unit else "")
        time = self.times.over(self.tokens[number.start].start, self.tokens[number.end - 1].end)
        age = self._age(number.end)
        if time and not age and not (kind == "duration" and time.timex3.type == "DURATION"):
            return None
        if age:
            return _Found(number.start, number.start, age, None, number.value, "years", "age")
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
        return _Found(left, start, end, noun, number.value, unit, kind, qualifier, number.scaled)

    def _kind(self, unit: str) -> str:
        return self.words.kinds[unit].kind

    def _covered(self, start: int, end: int) -> bool:
        return self.times.over(self.tokens[start].start, self.tokens[end - 1].end) is not None

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

    def _age(self, i: int) -> int | None:
        for pattern in (("-", "year", "-", "old"), ("years", "old"), ("years", "of", "age")):
            if all(self._word(i + k) == word for k, word in enumerate(pattern)):
                return i + len(pattern)
        return None

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

    def _looks_like_year(self, number: Number) -> bool:
        text = self.tokens[number.start].text
        return number.kind == "cardinal" and number.value in YEARS and number.end == number.start + 1 and text.isdigit()

    def _skipped(self, number: Number, noun: tuple[int, int] | None, kind: str) -> bool:
        """Whether a number counts nothing: "one of them", "the two sides", "1998", "she turned 70"."""
        first, before = self._word(number.start), self._word(number.start - 1)
        if noun and not kind and self._word(noun[1] - 1) in TIMES:
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

    def _noun(self, i: int, *, plural: bool = True) -> tuple[int, int] | None:
        end = noun_phrase(self.tokens, i, self.words, plural=plural)
        return (i, end) if end > i else None

    def _qualifier(self, start: int, end: int) -> tuple[int, str | None]:
        before = phrase_before(self.words.before, self.tokens, start)
        if before:
            return before
        after = phrase_at(self.words.after, self.tokens, end)
        return start, after[1] if after else None


def _inherit(found: Iterator[_Found], money: str | None, sentence: Sentence) -> list[_Found]:
    """Gives a bare number the unit of the next one in a range, of the money or measure before it, or of the money of the article."""
    rows = list(found)
    small: _Found | None = None  # what a bare number such as "to 90" may continue
    large: _Found | None = None  # what "244 million" may continue
    for k in range(len(rows)):
        if rows[k].kind == "bare":
            giver = _next_in_range(rows, k, sentence) or (large if rows[k].scaled else small)
            if giver:
                rows[k] = replace(rows[k], noun=giver.noun if giver.kind == "count" else None, unit=giver.unit, kind=giver.kind)
            elif rows[k].scaled and money:
                rows[k] = replace(rows[k], unit=money, kind="money")
        kind, scaled = rows[k].kind, rows[k].scaled
        large = rows[k] if kind == "money" or (kind == "count" and scaled) else large
        small = rows[k] if kind in ("measure", "share") or (kind == "count" and not scaled) else small
    return rows


def _next_in_range(rows: Sequence[_Found], k: int, sentence: Sentence) -> _Found | None:
    end = rows[k].end
    if (
        k + 1 < len(rows)
        and (rows[k + 1].unit or rows[k + 1].noun)
        and rows[k + 1].start == end + 1
        and sentence.tokens[end].lower in ("-", "–", "to", "and", "or")
    ):
        return rows[k + 1]
    return None


def _mention(sentence: Sentence, one: _Found) -> QuantityMention:
    tokens = sentence.tokens
    number = Span(tokens[one.start].start, tokens[one.end - 1].end)
    noun = Span(tokens[one.noun[0]].start, tokens[one.noun[1] - 1].end) if one.noun else None
    right = noun.end if noun and noun.start >= number.end else number.end
    span = Span(tokens[one.left].start, right)
    value = plain(one.value) if one.value is not None else None

    def words(place: Span) -> str:
        return sentence.text[place.start - sentence.start : place.end - sentence.start]

    return QuantityMention(
        span=span, sentence=sentence.index, text=words(span), value=value, unit=one.unit, qualifier=one.qualifier,
        noun=words(noun) if noun else None, number=number, kind=one.kind, noun_span=noun,
    )  # fmt: skip
