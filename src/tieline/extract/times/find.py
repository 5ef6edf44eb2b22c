"""From text to time mentions: scan, value, anchors, ranges."""

import datetime as dt
import re
from typing import TYPE_CHECKING

from tieline.errors import TimeError
from tieline.extract.times.anniversaries import with_foundings
from tieline.extract.times.clock_days import BEHIND, CLOCKS, COMMA, JOIN, Read, timed
from tieline.extract.times.context import Context, Found
from tieline.extract.times.deictic.units import moved_point
from tieline.extract.times.engine import Hit, engine_of
from tieline.extract.times.guards.words import before
from tieline.extract.times.registry import VALUES
from tieline.extract.times.render import anchored, time_of, timex_of, words
from tieline.extract.times.values import AllOf, Bounds, Length, Point, Range, Vague, add_months_to, bounds, day_point
from tieline.late import regex
from tieline.model.edtf import time_value
from tieline.model.time import Basis, TimeMention, TimeValue
from tieline.model.token import with_plain_signs
from tieline.rules.load import Rulebook

if TYPE_CHECKING:
    from tieline.model.mention import Article, Reading

Published = str | dt.date | TimeValue | None
ISO = ("time.calendar.iso", "time.calendar.iso")
ONWARD = regex(r"\s{1,3}(?:to|until|till|through|up to)\s{1,3}|\s?[-–—]\s?")
NOW = Vague("PRESENT_REF")
SPEECH = 400
FAR, ENOUGH, RARE = 2, 4, 6
WEEK = dt.timedelta(days=7)
DEICTIC = frozenset(
    f"time.deictic.{name}" for name in ["today", "yesterday", "tomorrow", "unit", "weekday", "weekday_away", "ago", "daypart", "last_night"]
)


DATED = frozenset(f"time.calendar.{name}" for name in ["day_month", "month_day", "day_month_year", "month_day_year"])


def find_times(text: str, published: Published = None, *, rulebook: Rulebook | None = None) -> list[TimeMention]:
    """The time expressions of a text, in order of place, never overlapping.

    `published`, the day of publication (EDTF text, a date, or a value, which may be an interval), is what relative expressions count
    from. Without it they stay unresolved (`time` None), except where they count from a date told in the text itself.
    """
    plain = with_plain_signs(text)
    found = _found(plain, published, rulebook)
    return found if plain == text else [_as_written(one, text) for one in found]


def _as_written(mention: TimeMention, text: str) -> TimeMention:
    """A mention with its words as the text has them."""
    parts = [_as_written(one, text) for one in mention.parts]
    return mention.model_copy(update={"text": text[mention.start : mention.end], "parts": type(mention.parts)(parts)})


def _found(text: str, published: Published, rulebook: Rulebook | None) -> list[TimeMention]:
    engine = engine_of(rulebook)
    hits = list(engine.hits(text))
    known = _bounds(published)
    read = _read(hits, Context(text, known))
    if _narrative(read, known, text):
        read = _read(hits, Context(text, known, narrative=True))
    return with_foundings(_join(read, text), text, engine.words)


def find_article_times(article: "Article", published: Published = None, *, rulebook: Rulebook | None = None) -> tuple[TimeMention, ...]:
    """The time expressions of an article, counted from its own day of publication unless another is given."""
    return tuple(find_times(article.document.text, published or article.written or article.document.published, rulebook=rulebook))


def read_times(reading: "Reading", rulebook: Rulebook) -> tuple[TimeMention, ...]:
    """The step of `read_mentions` that finds times."""
    return find_article_times(reading.article, rulebook=rulebook)


def _bounds(published: Published) -> Bounds | None:
    if published is None or published == "":
        return None
    if isinstance(published, str):
        published = time_value(published)
    if isinstance(published, dt.datetime):
        published = published.date()
    if isinstance(published, dt.date):
        return published, published
    if not isinstance(published, TimeValue):
        raise TimeError(f"published is {type(published).__name__}; an EDTF date such as 2008-11-21, a date or a TimeValue is needed")
    if published.earliest is None or published.latest is None:
        return None
    return published.earliest, published.latest


def _narrative(read: list[Read], published: Bounds | None, text: str) -> bool:
    """Whether the text tells a history: dates with their years far from publication, and few that count from it."""
    near = sum(hit.rule.id in DEICTIC and not _quoted(text, hit.start) for hit, _ in read)
    points = [
        found.time
        for hit, found in read
        if isinstance(found.time, Point) and found.basis == "explicit" and found.time.year is not None and not _quoted(text, hit.start)
    ]
    if published is None:
        return len(points) >= ENOUGH and len(points) >= 2 * near
    own = published[0].year
    far = sum(abs((point.year or own) - own) >= FAR for point in points)
    return far >= ENOUGH and far >= RARE * near and 3 * far >= 2 * len(points)


def _read(hits: list[Hit], ctx: Context) -> list[Read]:
    found = []
    for hit in hits:
        ctx.start, ctx.end = hit.start, hit.end
        value = VALUES[hit.rule.rule.fields["value"]](hit.captures, ctx)
        if value is None:
            continue
        found.append((hit, value))
        if not _compares(hit, value, ctx.text) and not (ctx.narrative and hit.rule.id in DEICTIC) and not ctx.measures():
            last = value.time.last if isinstance(value.time, Range) else None
            ctx.take_stay(value.time, hit.start)
            ctx.tell(last or value.time, hit.start, value.basis)
            if hit.captures.has("weekday"):
                ctx.tell_day_of(value.time, hit.start)
    return [timed(found, i, ctx.text) for i in range(len(found))]


ATTRIBUTES = frozenset(("a", "an", "the", "its", "their", "his", "her"))


def _compares(hit: Hit, found: Found, text: str) -> bool:
    """Whether the expression tells no time of the story: "the year-earlier period", "a year ago" after a quarter, "its March report"."""
    if hit.rule.id == "time.calendar.month" and before(text, hit.start) in ATTRIBUTES:
        return True
    return hit.rule.id == "time.told.same_period" or (
        hit.rule.id in ("time.deictic.ago", "time.told.earlier")
        and isinstance(found.time, Point)
        and found.time.grain in ("quarter", "half")
    )


def _join(read: list[Read], text: str) -> list[TimeMention]:
    """Mentions, with two endpoints joined into one range where the words between say so."""
    mentions: list[TimeMention] = []
    i = 0
    while i < len(read):
        joined = (_range(read, i, text) or _offset(read, i, text) or _hour(read, i, text)) if i + 1 < len(read) else None
        mentions.extend([joined] if joined else _split(read[i], text))
        i += 2 if joined else 1
    return mentions


def _hour(read: list[Read], i: int, text: str) -> TimeMention | None:
    """A time of day with the day right behind it: "6 p.m. local time on Thursday", "8 p.m. on Friday, May 17"."""
    (one, first), (other, last) = read[i], read[i + 1]
    dated = one.captures.has("weekday") and other.rule.id in DATED and COMMA.fullmatch(text[one.end : other.start])
    if one.rule.id not in CLOCKS or not (dated or other.rule.id in DEICTIC):
        return None
    if not isinstance(first.time, Point) or not isinstance(last.time, Point) or last.time.grain != "day":
        return None
    between = text[one.end : other.start]
    same = (first.time.year, first.time.month, first.time.day) == (last.time.year, last.time.month, last.time.day)
    if not same or len(between) > 24 or "(" in between or "\n" in between or not BEHIND.fullmatch(between):
        return None
    return _mention(one.start, other.end, read[i], text)


def _quoted(text: str, place: int) -> bool:
    """Whether a place lies in quoted speech, whose today is not the day of publication."""
    low = max(place - SPEECH, 0)
    low = max(text.rfind("\n", low, place), low)
    lead = text[low:place]
    return lead.count('"') % 2 == 1 or lead.rfind("“") > lead.rfind("”")


def _range(read: list[Read], i: int, text: str) -> TimeMention | None:
    (one, first), (other, last) = read[i], read[i + 1]
    between = text[one.end : other.start]
    if last.time == NOW and ONWARD.fullmatch(between) and isinstance(first.time, Point) and bounds(first.time):
        found = Found(Range(first.time, None), first.basis, first.derivation)
        parts = (_mention(one.start, one.end, read[i], text), _mention(other.start, other.end, read[i + 1], text))
        return _mention(one.start, other.end, (one, found), text).model_copy(update={"parts": parts})
    if len(between) > 9 or not (JOIN.fullmatch(between) or (between == "/" and (one.rule.id, other.rule.id) == ISO)):
        return None
    if "and" in between and not re.search(r"\bbetween\s{1,3}$", text[max(0, one.start - 11) : one.start], re.IGNORECASE):
        return None
    if not (isinstance(first.time, Point) and isinstance(last.time, Point) and first.time.clock is None and last.time.clock is None):
        return None
    low, high = bounds(first.time), bounds(last.time)
    if low and high and low[0] > high[0] and one.rule.id == other.rule.id == "time.deictic.weekday":
        back = _looks_back(text, one.start, other.end) or _UNDER_WAY.search(text[max(one.start - SPEECH, 0) : one.start]) is not None
        first, last, low, high = _one_week(first, last, low, high, -WEEK if back else WEEK)
    if not isinstance(first.time, Point) or not isinstance(last.time, Point) or first.time.grain != last.time.grain:
        return None
    if not low or not high or low[0] >= high[1]:
        return None
    basis: Basis = "relative" if "relative" in (first.basis, last.basis) else "explicit"
    found = Found(Range(first.time, last.time), basis, first.derivation + last.derivation)
    parts = (_mention(one.start, one.end, read[i], text), _mention(other.start, other.end, (other, last), text))
    return _mention(one.start, other.end, (one, found), text).model_copy(update={"parts": parts})


# "who is on a visit to Lima from Tuesday to Saturday"
_UNDER_WAY = regex(r"\b(?:is|are) (?:currently |now )?(?:on|in|at|visiting|touring|attending)\b[^.;:]{0,80}\bfrom\s{1,3}$", re.I)


def _looks_back(text: str, start: int, end: int) -> bool:
    ctx = Context(text, start=start, end=end)
    return ctx.direction() < 0


def _one_week(first: Found, last: Found, low: Bounds, high: Bounds, move: dt.timedelta) -> tuple[Found, Found, Bounds, Bounds]:
    """Two weekdays, each put beside publication for itself, in order: "met from Wednesday through Friday", "will run Friday to Tuesday"."""
    if move < dt.timedelta(0):
        day = low[0] + move
        return first.stating(day_point(day)), last, (day, day), high
    day = high[0] + move
    return first, last.stating(day_point(day)), low, (day, day)


def _offset(read: list[Read], i: int, text: str) -> TimeMention | None:
    """A length before or after a date that follows: "two weeks before 13 May 1999"."""
    (one, first), (other, last) = read[i], read[i + 1]
    if (
        one.rule.id not in ("time.told.offset", "time.duration.in")
        or not isinstance(first.time, Length)
        or text[one.end : other.start].strip() not in (("", "on", "the year") if one.rule.id == "time.told.offset" else ("since",))
    ):
        return None
    days = bounds(last.time) if isinstance(last.time, Point) else None
    if days is None or not isinstance(last.time, Point) or first.time.amount is None:
        return None
    sign = -1 if text[one.start : one.end].lower().split()[-1] in ("before", "to") else 1
    point = _moved(last.time, days, first.time.unit, sign * first.time.amount)
    if point is None:
        return None
    note = f'"{" ".join(text[one.start : other.end].split())}" counted from {words(last.time)} is {words(point)}'
    whole = _mention(one.start, other.end, (one, Found(point, "derived", (*last.derivation, note))), text)
    parts = (_mention(one.start, _length_end(one), (one, first), text), _mention(other.start, other.end, (other, last), text))
    return whole.model_copy(update={"parts": parts})


def _moved(point: Point, days: Bounds, unit: str, count: float) -> Point | None:
    """From a day so many months or years: the same day of that month; else as `moved_point`."""
    if days[0] == days[1] and unit in ("month", "year") and count == int(count):
        months = int(count) * (12 if unit == "year" else 1)
        return day_point(add_months_to(days[0], months))
    return moved_point(point, unit, count)


def _length_end(hit: Hit) -> int:
    return hit.captures.place("unit")[1]


def _split(read: Read, text: str) -> list[TimeMention]:
    """One mention, or two where words such as "that year" stand beside a date of their own: "October of that year"."""
    hit, found = read
    caps = hit.captures
    if isinstance(found.time, AllOf):
        return [_mention(low, high, (hit, found.stating(time)), text) for low, high, time in found.pieces]
    if hit.rule.id == "time.told.offset":
        return [_mention(hit.start, _length_end(hit), read, text)]
    slot = "told" if caps.has("told") else "which" if caps.has("which") and caps.word("which") == 0 else None
    if (
        slot is None
        or caps.text(slot) == "the latter"
        or not (caps.has("month") or caps.has("first"))
        or not isinstance(found.time, Point | Range)
        or caps.has("part")
    ):
        return [_mention(hit.start, hit.end, read, text)]
    start = caps.place(slot)[0]
    if start <= hit.start or not text[start : hit.end].lower().endswith("year"):
        return [_mention(hit.start, hit.end, read, text)]
    point = found.time.last if isinstance(found.time, Range) else found.time
    end = max(caps.place(name)[1] for name in caps.filled if name != slot)
    year = found.stating(Point("year", point.year if point else None))
    return [_mention(hit.start, end, read, text), _mention(start, hit.end, (hit, year), text)]


def _mention(start: int, end: int, read: Read, text: str) -> TimeMention:
    hit, found = read
    whole = hit.start == start and hit.end == end
    if whole and found.pieces:
        parts = tuple(_mention(low, high, (hit, found.stating(time)), text) for low, high, time in found.pieces)
    else:
        parts = _parts(hit, found, text) if isinstance(found.time, Range) and whole else ()
    return TimeMention.made(
        start=start,
        end=end,
        text=text[start:end],
        time=time_of(found.time, found.basis, found.derivation),
        timex3=anchored(timex_of(found.time), found.basis, found.anchor),
        parts=parts,
        rule=hit.rule.id,
    )


def _parts(hit: Hit, found: Found, text: str) -> tuple[TimeMention, ...]:
    """The endpoints of a range written in one expression: "Nov. 22-23" gives "Nov. 22" and "23"."""
    time = found.time
    caps = hit.captures
    if not isinstance(time, Range) or not time.first or not time.last or not caps.has("last"):
        return ()
    opening = next((name for name in ("first", "year") if caps.has(name)), None)
    if opening is None:
        return ()  # "FY2019/20": both years in one word
    head = caps.place(opening)[1]
    if caps.has("month") and hit.start < caps.place("month")[0] < caps.place("last")[0] and not caps.place("month")[0] < head:
        head = caps.place("month")[1]
    tail = caps.place("last")[0]
    if caps.has("month2") and caps.place("month2")[0] < tail:
        tail = caps.place("month2")[0]
    one = _mention(hit.start, head, (hit, found.stating(time.first)), text)
    other = _mention(tail, hit.end, (hit, found.stating(time.last)), text)
    return one, other
