"""What an article gives away about its own day: past and future dates, the year it calls its own, counted years."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from tieline.model.edtf import month_end
from tieline.model.mention import Reading
from tieline.model.span import Span
from tieline.model.token import Token
from tieline.resolve.cite import cite
from tieline.resolve.days.cues import Cues
from tieline.resolve.days.told_times import ToldTime
from tieline.resolve.days.window import Clue, Window

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_YEARS = re.compile(r"P(\d+)Y")
_MONTHS = re.compile(r"P(\d+)M")
_PERIOD = re.compile(
    r"(?:the )?(?:first|second|third|fourth|last) (?:\w+ )?(?:months?|quarters?|half)\b", re.IGNORECASE
)  # it has results when over
NEAR = 12
_LEAD, _NEAR_BY = 2, 3  # sentences of news that open an article; words between what was said and its day
_NEAR = ("minute", "hour", "day", "week", "month")  # grains of a date that tells of the news rather than of history


def stated(told: Sequence[ToldTime], cues: Cues) -> Iterator[Clue]:
    """Dates written in full: what happened then is over, what is announced for then is still to come."""
    own = any(any(cue in one.words for cue in cues.own_years) for one in told)
    for one in told:
        when = one.mention.time
        if when is None or when.basis != "explicit" or not when.earliest or not when.latest or _follows_name(one):
            continue
        other_year = own and when.grain == "year"
        results = _PERIOD.match(one.mention.text) is not None and when.earliest.year == when.latest.year
        near = when.grain in _NEAR or results
        if one.past:
            first = dt.date(when.latest.year + 1, 1, 1) if other_year else when.latest if results else when.earliest
            yield Clue(first, None, _why(one, "tells of {} as past", other_year), (one.citation,), near)
        elif one.ahead:
            last = dt.date(when.earliest.year - 1, 12, 31) if other_year else when.latest
            yield Clue(None, last, _why(one, "looks ahead to {}", other_year), (one.citation,), near)


def _follows_name(one: ToldTime) -> bool:
    """Whether the time is part of a name, as in "APEC 2024"."""
    before = next((t for t in reversed(one.sentence.tokens) if t.end <= one.mention.start), None)
    return before is not None and _is_acronym(before) and one.mention.start - before.end == 1


def _why(one: ToldTime, how: str, other_year: bool) -> str:
    more = ', and counts years from its own ("this year", "last year")' if other_year else ""
    return f"it {how.format(one.mention.text)}{more}"


def told_day(reading: Reading, told: Sequence[ToldTime], cues: Cues) -> Iterator[Clue]:
    """The full date with its weekday on which somebody spoke, in the lead: "said on Wednesday, May 18, 2022"."""
    lead = [s.index for s in reading.article.sentences if s.zone == "prose"][:_LEAD]
    for one in told:
        when = one.mention.time
        if when is None or when.grain != "day" or when.basis != "explicit" or not when.earliest or one.sentence.index not in lead:
            continue
        before = [token.lower for token in one.sentence.tokens if token.end <= one.mention.start]
        named = any(word.strip(",") in cues.weekdays for word in one.words.split())
        if named and one.past and any(word in cues.spoken for word in before[-_NEAR_BY:]):
            yield Clue(when.earliest, when.earliest + dt.timedelta(days=1), f"it tells of {one.mention.text} as its news", (one.citation,))


def own_year(reading: Reading, told: Sequence[ToldTime], cues: Cues) -> Iterator[Clue]:
    """A name that stands with a year in one place ("APEC 2024") and with "this year" in another."""
    near: dict[str, ToldTime] = {}
    for one in told:
        if any(one.words.startswith(cue) for cue in cues.this_year) and one.words.split()[0] == "this":
            for token in one.sentence.tokens:
                if _is_name(token) and abs(token.start - one.mention.start) < 8 * NEAR:
                    near.setdefault(token.text, one)
    for sentence in reading.article.sentences:
        for before, year in zip(sentence.tokens, sentence.tokens[1:], strict=False):
            if _YEAR.fullmatch(year.text) and _is_acronym(before) and before.text in near:
                number, anchor = int(year.text), near[before.text]
                named = cite(reading.article, Span(before.start, year.end))
                reason = f'it speaks of {named.quote} and of {before.text} "{anchor.mention.text}", so its year is {number}'
                yield Clue(dt.date(number, 1, 1), dt.date(number, 12, 31), reason, (named, anchor.citation))


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper()


def _is_acronym(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper()


def counted(reading: Reading, told: Sequence[ToldTime], cues: Cues) -> Iterator[Clue]:
    """The year that a count gives: "said on Monday ..., six years after the award of 2010"."""
    beside: dict[int, list[ToldTime]] = {}
    for one in told:
        beside.setdefault(one.sentence.index, []).append(one)
    for one in told:
        value = one.mention.timex3.value or ""
        years, months = _YEARS.fullmatch(value), _MONTHS.fullmatch(value)
        if not (years or months) or not is_news(beside[one.sentence.index], cues):
            continue
        follower = next((t for t in one.sentence.tokens if t.start >= one.mention.end), None)
        anchor = next((t for t in beside[one.sentence.index] if t.mention.start > one.mention.start and t.mention.time), None)
        if follower is None or follower.lower not in cues.since or anchor is None:
            continue
        when = anchor.mention.time
        if when is None or when.basis != "explicit" or not when.earliest or not when.latest:
            continue
        words = cite(reading.article, Span(one.mention.start, anchor.mention.end))
        reason = f'what it reports as news comes "{words.quote}"'
        if years:
            year = when.earliest.year + int(years[1])
            yield Clue(dt.date(year, 1, 1), dt.date(year, 12, 31), f"{reason}: {year}", (words,))
        elif months and when.grain in ("day", "month"):
            first, last = later(when.earliest, int(months[1])), later(when.latest, int(months[1]) + 1)
            yield Clue(first, last + dt.timedelta(days=7), reason, (words,))


def is_news(beside: Sequence[ToldTime], cues: Cues) -> bool:
    """Whether the sentence also names a day that only the publication can fix."""
    return any(cues.weekday(t.words) is not None or t.words in cues.near_days for t in beside)


def later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, month_end(year, month + 1).day))


def own_month(told: Sequence[ToldTime], window: Window) -> Iterator[Clue]:
    """The month that it calls its own ("this December morning"), where the year is known."""
    if not window.first or not window.last or window.first.year != window.last.year:
        return
    for one in told:
        month = _month_of(one.mention.timex3.value or "")
        before = [t for t in one.sentence.tokens if t.end <= one.mention.start]
        if month and ((before and before[-1].lower == "this") or one.words.startswith("this ")):
            year = window.first.year
            yield Clue(dt.date(year, month, 1), month_end(year, month), f'it calls "{one.mention.text}" its own month', (one.citation,))


def _month_of(value: str) -> int | None:
    found = re.match(r"(?:XXXX|\d{4})-(\d\d)(?!\d)", value)
    return int(found[1]) if found and 1 <= int(found[1]) <= 12 else None


def elapsed(told: Sequence[ToldTime], window: Window, cues: Cues) -> Iterator[Clue]:
    """Months and periods of its own year that it tells as over, once the year is known."""
    if not window.first or not window.last or window.first.year != window.last.year:
        return
    start, year = dt.date(window.first.year, 1, 1), window.first.year
    for one in told:
        when = one.mention.time
        if not one.past or when is None or when.basis == "explicit" or not when.earliest or not when.latest:
            continue
        over = when.latest + dt.timedelta(days=1)
        if when.earliest >= start and over.year == year and any(cue in one.words for cue in cues.this_year) and over > start:
            yield Clue(over, None, f'it gives results for "{one.mention.text}"', (one.citation,))
