"""From text to time mentions: scan, value, anchors, ranges."""

import datetime as dt
import re

from tieline.errors import TimeError
from tieline.extract.times.context import Context, Found
from tieline.extract.times.engine import Hit, engine_of
from tieline.extract.times.registry import VALUES
from tieline.extract.times.render import time_of, timex_of
from tieline.extract.times.values import Bounds, Point, Range, bounds
from tieline.model.edtf import time_value
from tieline.model.mention import Article, Reading
from tieline.model.time import Basis, TimeMention, TimeValue
from tieline.rules.load import Rulebook

Published = str | dt.date | TimeValue | None
JOIN = re.compile(r"\s{0,3}(?:to|until|till|through|-|–|—|and)\s{1,3}|\s?[-–—]\s?")
OPEN = dt.timedelta(days=400)
DEICTIC = frozenset(
    f"time.deictic.{name}" for name in ["today", "yesterday", "tomorrow", "unit", "weekday", "weekday_away", "ago", "daypart", "last_night"]
)


def find_times(text: str, published: Published = None, *, rulebook: Rulebook | None = None) -> list[TimeMention]:
    """The time expressions of a text, in order of place, never overlapping.

    `published`, the day of publication (EDTF text, a date, or a value, which may be an interval), is what relative expressions count
    from. Without it they stay unresolved (`time` None), except where they count from a date told in the text itself.
    """
    hits = list(engine_of(rulebook).hits(text))
    known = _bounds(published)
    ctx = Context(text, known, narrative=_narrative(hits, known))
    return _join(_read(hits, ctx), text)


def find_article_times(article: Article, published: Published = None, *, rulebook: Rulebook | None = None) -> tuple[TimeMention, ...]:
    """The time expressions of an article, counted from its own day of publication unless another is given."""
    return tuple(find_times(article.document.text, published or article.document.published, rulebook=rulebook))


def read_times(reading: Reading, rulebook: Rulebook) -> tuple[TimeMention, ...]:
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


def _narrative(hits: list[Hit], published: Bounds | None) -> bool:
    """Whether the text tells a history: many dates with their years far from publication, few that count from it."""
    if published is None:
        return True
    own = published[0].year
    years = [hit.captures.year() if hit.captures.has("year") else own for hit in hits]
    far = sum(abs((year or own) - own) >= 2 for year in years)
    near = sum(hit.rule.id in DEICTIC for hit in hits)
    return far >= 6 and far >= 4 * near


Read = tuple[Hit, Found]


def _read(hits: list[Hit], ctx: Context) -> list[Read]:
    found = []
    for hit in hits:
        ctx.start, ctx.end = hit.start, hit.end
        value = VALUES[hit.rule.rule.fields["value"]](hit.captures, ctx)
        if value is None:
            continue
        found.append((hit, value))
        if isinstance(value.time, Range) and value.time.last is not None:
            ctx.tell(value.time.last, hit.start)
        else:
            ctx.tell(value.time, hit.start)
    return found


def _join(read: list[Read], text: str) -> list[TimeMention]:
    """Mentions, with two endpoints joined into one range where the words between say so."""
    mentions: list[TimeMention] = []
    i = 0
    while i < len(read):
        joined = _range(read, i, text) if i + 1 < len(read) else None
        mentions.append(joined or _mention(read[i][0].start, read[i][0].end, read[i], text))
        i += 2 if joined else 1
    return mentions


def _range(read: list[Read], i: int, text: str) -> TimeMention | None:
    (one, first), (other, last) = read[i], read[i + 1]
    between = text[one.end : other.start]
    if len(between) > 9 or not JOIN.fullmatch(between):
        return None
    if "and" in between and not re.search(r"\bbetween\s{1,3}$", text[max(0, one.start - 11) : one.start], re.IGNORECASE):
        return None
    if not (isinstance(first.time, Point) and isinstance(last.time, Point) and first.time.clock is None and last.time.clock is None):
        return None
    low, high = bounds(first.time), bounds(last.time)
    if not low or not high or low[0] >= high[1] or first.time.grain != last.time.grain:
        return None
    basis: Basis = "relative" if "relative" in (first.basis, last.basis) else "explicit"
    found = Found(Range(first.time, last.time), basis, first.derivation + last.derivation)
    parts = tuple(_mention(hit.start, hit.end, (hit, value), text) for hit, value in (read[i], read[i + 1]))
    return _mention(one.start, other.end, (one, found), text).model_copy(update={"parts": parts})


def _mention(start: int, end: int, read: Read, text: str) -> TimeMention:
    hit, found = read
    parts = _parts(hit, found, text) if isinstance(found.time, Range) and hit.start == start and hit.end == end else ()
    return TimeMention(
        start=start,
        end=end,
        text=text[start:end],
        time=time_of(found.time, found.basis, found.derivation),
        timex3=timex_of(found.time),
        parts=parts,
        rule=hit.rule.id,
    )


def _parts(hit: Hit, found: Found, text: str) -> tuple[TimeMention, ...]:
    """The endpoints of a range written in one expression: "Nov. 22-23" gives "Nov. 22" and "23"."""
    time = found.time
    caps = hit.captures
    if not isinstance(time, Range) or not time.first or not time.last or not caps.has("last"):
        return ()
    head = caps.place("first" if caps.has("first") else "year")[1]
    if caps.has("month") and hit.start < caps.place("month")[0] < caps.place("last")[0] and not caps.place("month")[0] < head:
        head = caps.place("month")[1]
    tail = caps.place("last")[0]
    if caps.has("month2") and caps.place("month2")[0] < tail:
        tail = caps.place("month2")[0]
    one = _mention(hit.start, head, (hit, Found(time.first, found.basis, found.derivation)), text)
    other = _mention(tail, hit.end, (hit, Found(time.last, found.basis, found.derivation)), text)
    return one, other
