"""The days of a stay whose length is told together with its first or last day."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence, Set

from tieline.model.edtf import time_value
from tieline.model.mention import EventMention, Reading
from tieline.model.span import Span
from tieline.model.time import TimeMention, TimeValue
from tieline.model.token import Sentence
from tieline.resolve.days.times import TimeTable

LONGEST = 60
CAME_HOME = "over when its visitor was back"
BACK = 9  # words before the length of a stay among which one may say that the visitor is back
_DAYS = re.compile(r"P(\d+)D")


def stay(mention: EventMention, reading: Reading, times: TimeTable, words: Mapping[str, Set[str]]) -> TimeValue | None:
    """The interval of a visit such as "a five-day visit that will conclude on Saturday"; None where its days do not follow."""
    if mention.type != "visit" or mention.stage == "concluded":
        return None
    sentence = times.sentence(reading, mention.sentence)
    inside = times.inside(reading.article.document.id, sentence) if sentence else ()
    lengths = [t for t in inside if _DAYS.fullmatch(t.timex3.value or "")]
    length = next((t for t in lengths if mention.span.touches(Span(t.start, t.end)) or _is_behind(t, mention, reading)), None)
    if sentence is not None and not lengths and (home := _came_home(mention, sentence, inside, words)):
        return home
    if sentence is None or length is None:
        return None
    days = int((length.timex3.value or "P0D")[1:-1])
    if not 1 <= days <= LONGEST:
        return None
    over = _is_over(sentence, length, words)
    ended = _ended(sentence, length, words) or (over and _back(sentence, length, words))
    place = _day_of(sentence, length) or ("last" if ended else None)
    if over and place is None:
        return None  # "met them on Monday after a two-day visit to Lima": it ended on no day that is told
    for time in inside:
        day = time.time.earliest if time.time and time.time.grain == "day" else None
        if day and time.start >= length.end and (_ends(sentence, time, length, words) or _ended(sentence, length, words)):
            return _interval(day - dt.timedelta(days=days - 1), day, length, time)
        if day and place and time.end <= length.start:
            first = day if place == "first" else day - dt.timedelta(days=days - 1)
            return _interval(first, first + dt.timedelta(days=days - 1), length, time)
        begins = mention.time_role in ("at", "from", "since") and not _back_on(sentence, time, words)
        if day and mention.time == Span(time.start, time.end) and begins:
            return _interval(day, day + dt.timedelta(days=days - 1), length, time)
    return None


def _came_home(mention: EventMention, sentence: Sentence, inside: Sequence[TimeMention], words: Mapping[str, Set[str]]) -> TimeValue | None:
    """The open time of a stay of which only the day of return is told: "came home on Thursday from his visit to Lima"."""
    tokens = sentence.tokens
    for k, token in enumerate(tokens):
        before = [one.lower for one in tokens[max(k - BACK, 0) : k]]
        if token.lower not in words["participants.stays"] or not any(word in words["stays.over"] for word in before[-3:]):
            continue
        told = [
            t.time for t in inside if t.time and t.time.grain == "day" and t.end <= token.start and mention.time == Span(t.start, t.end)
        ]
        if told and told[0].latest and any(word in words["stays.back"] for word in before) and mention.span.end >= token.start:
            last = told[0].latest
            reason = f"{CAME_HOME}, {last.isoformat()}"
            known = (*told[0].derivation, reason)
            return TimeValue(edtf=f"../{last.isoformat()}", latest=last, grain="interval", basis="derived", derivation=known)
    return None


def _is_behind(length: TimeMention, mention: EventMention, reading: Reading) -> bool:
    """Whether a length stands right behind the words for a visit: "arrived yesterday | for a two-day visit"."""
    between = reading.article.text[mention.span.end : length.start].lower().split()
    return mention.span.end <= length.start and len(between) <= 2 and between[:1] in (["for"], ["on"])


def _ends(sentence: Sentence, time: TimeMention, length: TimeMention, words: Mapping[str, Set[str]]) -> bool:
    """Whether the words between the length and the day say that the stay ends then."""
    return any(token.lower in words["stays.ends"] for token in sentence.tokens if length.end <= token.start < time.start)


def _day_of(sentence: Sentence, length: TimeMention) -> str | None:
    """Whether the words before the length make a day the first or the last of the stay: "Monday, the last day of a two-day visit"."""
    before = [token.lower for token in sentence.tokens if token.end <= length.start][-6:]
    at = next((k for k in range(len(before) - 1) if before[k + 1] == "day" and before[k] in ("first", "last", "final", "opening")), None)
    return None if at is None else "first" if before[at] in ("first", "opening") else "last"


def _back(sentence: Sentence, length: TimeMention, words: Mapping[str, Set[str]]) -> bool:
    """Whether somebody is back from the stay: "returned on Thursday from a three-day visit", "was home on Tuesday after a two-day trip"."""
    before = [token.lower for token in sentence.tokens if token.end <= length.start]
    return any(word in words["stays.back"] for word in before[-BACK:])


def _back_on(sentence: Sentence, time: TimeMention, words: Mapping[str, Set[str]]) -> bool:
    """Whether a day is that of the return: "returned today from Lima, where he was on a two-day visit"."""
    before = [token.lower for token in sentence.tokens if token.end <= time.start]
    return any(word in words["stays.home"] for word in before[-4:])


def _is_over(sentence: Sentence, length: TimeMention, words: Mapping[str, Set[str]]) -> bool:
    """Whether a word right before the length says that the stay lies behind the visitor: "after a five-day visit"."""
    before = [token.lower for token in sentence.tokens if token.end <= length.start][-3:]
    return any(word in words["stays.over"] for word in before)


def _ended(sentence: Sentence, length: TimeMention, words: Mapping[str, Set[str]]) -> bool:
    """Whether the words right before the length say that the stay is over: "ended a two-day visit", "at the end of a two-day visit"."""
    before = [token.lower for token in sentence.tokens if token.end <= length.start][-4:]
    return any(word in words["stays.ended"] for word in before)


def _interval(first: dt.date, last: dt.date, length: TimeMention, time: TimeMention) -> TimeValue:
    reason = f'"{length.text}" with "{time.text}": {first.isoformat()} to {last.isoformat()}'
    known = (*(time.time.derivation if time.time else ()), reason)
    if first == last:
        return time_value(first.isoformat(), basis="derived", derivation=known)
    edtf = f"{first.isoformat()}/{last.isoformat()}"
    return TimeValue(edtf=edtf, earliest=first, latest=last, grain="interval", basis="derived", derivation=known)
