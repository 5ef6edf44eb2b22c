"""The day of an hour: the date beside it, the hour that it repeats by another clock, the night that it ends."""

import datetime as dt
from dataclasses import replace

from tieline.extract.times.context import Found
from tieline.extract.times.engine import Hit
from tieline.extract.times.render import words
from tieline.extract.times.values import Point, bounds, day_point
from tieline.late import regex

Read = tuple[Hit, Found]
JOIN = regex(r"\s{0,3}(?:to|until|till|through|-|–|—|and)\s{1,3}|\s?[-–—]\s?")
CLOCKS = ("time.clock.clock", "time.clock.noon")
BEHIND = regex(r"[\s,]{0,3}(?:\([^()]{1,16}\)[\s,]{0,3})?(?:(?:[A-Za-z]{3,9}\s){0,2}[Tt]ime,?\s{1,3})?(?:on\s{1,3})?")
ASIDE = regex(r"(?:\s{1,3}[A-Za-z]{3,9})?(?:\s{1,3}[Tt]ime)?\s{1,3}\(")
COMMA = regex(r",?\s{1,3}")


def timed(read: list[Read], i: int, text: str) -> Read:
    """A time of day takes its day from the date behind it: "10 a.m. tomorrow", "noon (1600 GMT) on Friday", "9 p.m. Sunday, May 5"."""
    hit, found = read[i]
    if hit.rule.id not in CLOCKS or not isinstance(found.time, Point):
        return read[i]
    if _aside(read, i, text):
        return hit, _on_day_of(found.time, timed(read, i - 1, text)[1])
    if _past_midnight(read, i, text):
        return hit, _next_day(found, text[hit.start : hit.end])
    if i + 1 == len(read):
        return read[i]
    if hit.captures.has("weekday"):
        return _with_date(read, i, text)
    follow = next((one for one in read[i + 1 : i + 3] if one[0].rule.id not in CLOCKS), None)
    if follow is None or not isinstance(follow[1].time, Point) or follow[1].time.grain != "day":
        return read[i]
    if follow[0].start - hit.end > 24 or not BEHIND.fullmatch(text[hit.end : follow[0].start]):
        return read[i]
    return hit, _on_day_of(found.time, follow[1])


def _on_day_of(time: Point, day: Found) -> Found:
    """An hour on the day of another time."""
    point = day.time
    return day.of(replace(time, year=point.year, month=point.month, day=point.day)) if isinstance(point, Point) else day


def _aside(read: list[Read], i: int, text: str) -> bool:
    """Whether an hour in brackets says the one before it by another clock: "Sunday at 4 p.m. local time (1900 GMT)"."""
    if i == 0 or read[i - 1][0].rule.id not in CLOCKS or not isinstance(read[i - 1][1].time, Point):
        return False
    between = text[read[i - 1][0].end : read[i][0].start]
    return len(between) <= 24 and ASIDE.fullmatch(between) is not None and text[read[i][0].end : read[i][0].end + 1] == ")"


def _past_midnight(read: list[Read], i: int, text: str) -> bool:
    """Whether an hour ends a night: "from 9 p.m. to 5 a.m."."""
    time, one = read[i][1].time, read[i - 1] if i else None
    if one is None or one[0].rule.id not in CLOCKS or not isinstance(time, Point) or not isinstance(one[1].time, Point):
        return False
    first = one[1].time
    same = (first.year, first.month, first.day) == (time.year, time.month, time.day) and time.day is not None
    turns = same and bool(first.clock and time.clock) and (time.clock or "") < (first.clock or "")
    return turns and "and" not in text[one[0].end : read[i][0].start] and JOIN.fullmatch(text[one[0].end : read[i][0].start]) is not None


def _next_day(found: Found, said: str) -> Found:
    """The same hour a day later."""
    days = bounds(found.time) if isinstance(found.time, Point) else None
    if days is None or not isinstance(found.time, Point):
        return found
    day = day_point(days[0] + dt.timedelta(days=1))
    step = f'"{said}" ends the night, so it is on {words(day)}'
    return replace(found, time=replace(found.time, year=day.year, month=day.month, day=day.day), derivation=(*found.derivation, step))


def _with_date(read: list[Read], i: int, text: str) -> Read:
    """An hour with its weekday, on the date that follows where that is such a day: "10:30 a.m. Sunday, May 12, 2019"."""
    (hit, found), (other, follow) = read[i], read[i + 1]
    days = bounds(follow.time) if isinstance(follow.time, Point) and follow.time.grain == "day" else None
    if days is None or not isinstance(found.time, Point) or not COMMA.fullmatch(text[hit.end : other.start]):
        return read[i]
    return (hit, _on_day_of(found.time, follow)) if days[0].weekday() == hit.captures.word("weekday") else read[i]
