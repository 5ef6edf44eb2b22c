"""Values that count from the day of publication or from the last date told."""

import datetime as dt
import re
from dataclasses import replace

from tieline.extract.times.captures import Captures
from tieline.extract.times.context import Context, Found
from tieline.extract.times.periods import LATELY, apposed, compared, lately_day, meant, shifted
from tieline.extract.times.registry import value
from tieline.extract.times.relative import beside
from tieline.extract.times.render import words
from tieline.extract.times.values import MONTHS, Length, Point, Vague, add_months, add_years, bounds, day_point, week_of
from tieline.model.time import Basis

SHAPES = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX",
    "decade": "XXX", "century": "XX", "quarter": "XXXX-QX", "half": "XXXX-HX", "season": "XXXX-XX",
}  # fmt: skip


PARTS = {"START": 4, "MID": 14, "END": 25, "CLOSE": 28}


def unit_of(day: dt.date, grain: str, shift: int) -> Point | None:
    """The day, week, month, quarter, year ... of a day, or one so many units away."""
    try:
        match grain:
            case "day":
                return day_point(day + dt.timedelta(days=shift))
            case "week" | "weekend":
                return week_of(day, shift, grain)
            case "fortnight":
                return week_of(day, 2 * shift)
            case "month":
                year, month = add_months(day.year, day.month, shift)
                return Point("month", year, month)
            case "quarter" | "half":
                size = MONTHS[grain]
                total = day.year * (12 // size) + (day.month - 1) // size + shift
                return Point(grain, total // (12 // size), index=total % (12 // size) + 1)
            case "year":
                return Point("year", day.year + shift)
            case "decade":
                return Point("decade", day.year // 10 * 10 + 10 * shift)
            case "century":
                return Point("century", day.year // 100 * 100 + 100 * shift)
    except (OverflowError, ValueError):
        return None
    return None


def moved(day: dt.date, grain: str, count: float) -> Point | None:
    """The point so many units from a day: days and weeks give a day, months a month, years a year."""
    try:
        match grain:
            case "day":
                return day_point(day + dt.timedelta(days=int(count)))
            case "week":
                return day_point(day + dt.timedelta(days=round(7 * count)))
            case "fortnight":
                return day_point(day + dt.timedelta(days=round(14 * count)))
            case "month":
                return unit_of(day, "month", int(count))
            case "year":
                return unit_of(day, "year", int(count)) if count == int(count) else unit_of(day, "month", int(count * 12))
            case "decade" | "century":
                return unit_of(day, "year", int(count * (10 if grain == "decade" else 100)))
            case "quarter":
                return unit_of(day, grain, int(count))
    except (OverflowError, ValueError):
        return None
    return None


def _grain(caps: Captures) -> str:
    return str(caps.params.get("unit") or caps.word("unit") or "day")


@value
def unit_away(caps: Captures, ctx: Context) -> Found | None:
    """Today, yesterday, this week, last month, next year: one unit counted from the day of publication."""
    grain = _grain(caps)
    shift = caps.params.get("shift", caps.word("which") if caps.has("which") else 0)
    mod = caps.word("part")
    part = caps.word("daypart") or caps.params.get("daypart")

    if _in_history(caps, ctx) and (grain != "day" or caps.text("which") == "this"):
        return _of_told(caps, ctx, grain, shift)

    def move(day: dt.date) -> Point | None:
        point = unit_of(day, grain, shift)
        if point and part:
            point = Point("part", point.year, point.month, point.day, index=part)
        return point.with_mod(mod) if point else None

    return ctx.from_published(move, "counted from") or Found(Vague(SHAPES.get(grain, "XXXX-XX-XX")))


def _in_history(caps: Captures, ctx: Context) -> bool:
    """Whether "this year" or "next summer" stands in a history beside a date years before publication, from which it then counts."""
    if (
        not ctx.narrative
        or not ctx.told_near()
        or ctx.told is None
        or ctx.told.year is None
        or caps.text("which") not in ("this", "next", "last")
    ):
        return False
    return ctx.published is None or ctx.told.year < ctx.published[0].year


def _of_told(caps: Captures, ctx: Context, grain: str, shift: int) -> Found | None:
    def move(told: Point) -> Point | None:
        days = bounds(told)
        if grain == "year" and told.year is not None:
            return Point("year", _skip_zero(told.year, shift)).with_mod(caps.word("part"))
        if grain == "month" and told.month and told.year is not None:
            year, month = add_months(told.year, told.month, shift)
            return Point("month", year, month).with_mod(caps.word("part"))
        if days is None or (grain in ("day", "week") and days[0] != days[1]):
            return None
        part = caps.word("daypart")
        point = unit_of(days[0], grain, shift)
        if part and point:
            return Point("part", point.year, point.month, point.day, index=part)
        return point.with_mod(caps.word("part")) if point else None

    day = lately_day(ctx) if grain == "day" else None
    found = ctx.from_told(move, "counted from", day)
    if found is None and ctx.told is None and not ctx.narrative and (shift <= 0 or grain != "year"):
        found = ctx.from_published(lambda day: unit_of(day, grain, shift), "counted from")
    return found or Found(Vague(SHAPES.get(grain, "XXXX-XX-XX")))


def _skip_zero(year: int, shift: int) -> int:
    moved_year = year + shift
    return moved_year + (1 if shift > 0 else -1) if year * moved_year <= 0 else moved_year


@value
def unit_told(caps: Captures, ctx: Context) -> Found | None:
    """The same day, that year, the following month, the previous year: one unit counted from the last date told."""
    grain = _grain(caps)
    shift = caps.params.get("shift", caps.word("told") if caps.has("told") else 0)
    if "shift" in caps.params and apposed(ctx, grain):
        return ctx.from_told(lambda told: told, "explains")
    if ctx.told is None and caps.params.get("or_published"):
        return unit_away(caps, ctx)
    return _of_told(caps, ctx, grain, shift)


def _count(caps: Captures) -> float | None:
    """How many: None where the words do not say ("a few", "several")."""
    return caps.number("n") if caps.has("n") else (caps.word("some") or None)


@value
def ago(caps: Captures, ctx: Context) -> Found | None:
    """So many units before or after the day of publication: "53 years ago", "in three days"."""
    count, grain = _count(caps), _grain(caps)
    sign = caps.params["sign"]
    if count is None:
        return Found(Vague("PAST_REF" if sign < 0 else "FUTURE_REF"))
    period = compared(ctx) if grain == "year" and count == -sign == 1 else None
    if period is not None:
        return ctx.from_told(lambda told: shifted(told, -1), "counted from", period)
    found = ctx.from_published(lambda day: moved(day, grain, sign * count), "counted from")
    return beyond(found, caps, sign) if found else _open(grain)


BEYOND = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE", "EQUAL_OR_LESS": "ON_OR_AFTER", "APPROX": "APPROX"}
AHEAD_OF = {"BEFORE": "AFTER", "AFTER": "BEFORE", "ON_OR_BEFORE": "ON_OR_AFTER", "ON_OR_AFTER": "ON_OR_BEFORE"}


def beyond(found: Found, caps: Captures, sign: int) -> Found:
    """The point about which, or beyond which, something lies: "about ten years ago", "more than ten years ago" (before that point)."""
    mod = BEYOND.get(str(caps.word("about")))
    if mod is None or not isinstance(found.time, Point):
        return found
    return replace(found, time=found.time.with_mod(mod if sign < 0 else AHEAD_OF.get(mod, mod)))


@value
def later(caps: Captures, ctx: Context) -> Found | None:
    """So many units before or after the last date told: "two months later", "a year earlier", "the day before"."""
    count, grain = (_count(caps) if caps.has("n") or caps.has("some") else 1), _grain(caps)
    sign = caps.params["sign"]
    if count is None:
        return Found(Vague("PAST_REF" if sign < 0 else "FUTURE_REF"))
    if caps.has("about") and not _compares(ctx) and caps.word("about") in ("LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"):
        return Found(Length(count, grain, caps.word("about")))
    if ctx.text[ctx.end : ctx.end + 6] == " than ":
        return Found(Length(count, grain, caps.word("about")))  # "a month earlier than expected"
    if ctx.told is None:
        if ctx.published is not None:
            return ctx.from_published(lambda day: moved(day, grain, sign * count), "counted from") or _open(grain)
        return _open(grain)
    if not (caps.has("n") or caps.has("some")) and apposed(ctx, grain):
        return ctx.from_told(lambda told: told, "explains")
    period = compared(ctx) if grain == "year" and sign < 0 else None
    if period is not None:
        return ctx.from_told(lambda told: shifted(told, sign * count), "counted from", period)
    day = lately_day(ctx) if grain == "day" else None
    found = ctx.from_told(lambda told: moved_point(told, grain, sign * count), "counted from", day)
    return found or _open(grain)


def _open(grain: str) -> Found:
    """A point of that grain that nothing fixes."""
    if grain in ("hour", "minute", "second"):
        return Found(Vague("XXXX-XX-XXTXX", "TIME"))
    return Found(Vague(SHAPES.get(grain, "XXXX-XX-XX")))


def moved_point(told: Point, grain: str, count: float) -> Point | None:
    """The point so many units from another: as fine as the unit, never finer than the other."""
    if grain == "year" and told.grain in ("quarter", "half") and told.year is not None:
        return Point(told.grain, told.year + int(count), index=told.index)
    if grain == "year" and told.year is not None and count == int(count):
        return Point("year", _skip_zero(told.year, int(count)))
    if grain == "decade" and told.year is not None:
        return Point("year", _skip_zero(told.year, int(count * 10)))
    if grain == "month" and told.month and told.year is not None:
        year, month = add_months(told.year, told.month, int(count))
        return Point("month", year, month)
    days = bounds(told)
    if days is None:
        return None
    if days[0] != days[1]:
        return _from_part(told, days[0], grain, count)
    return moved(days[0], grain, count)


def _compares(ctx: Context) -> bool:
    """Whether "more than a year earlier" compares amounts: "a third more than a year earlier"."""
    return bool(re.search(r"(?:%|cent|percent|million|billion|points?|dollars?)\s{1,3}$", ctx.text[max(0, ctx.start - 12) : ctx.start]))


def _from_part(told: Point, first: dt.date, grain: str, count: float) -> Point | None:
    """Weeks from the beginning, middle or end of a month: about the month that holds them."""
    if told.grain != "month" or told.mod not in PARTS or grain not in ("week", "fortnight"):
        return None
    point = moved(first + dt.timedelta(days=PARTS[told.mod]), grain, count)
    return Point("month", point.year, point.month, mod="APPROX") if point else None


@value
def weekday(caps: Captures, ctx: Context) -> Found | None:
    """A weekday alone: the nearest before publication, that day included, or after it where the sentence looks ahead."""
    number = caps.word("weekday")
    side = ctx.direction()
    if side > 0:
        found = ctx.from_published(lambda day: _weekday_from(day, number, 1), "after")
    else:
        found = ctx.from_published(lambda day: _weekday_from(day, number, -1), "before")
    return _with_part(found, caps) or Found(Vague(f"XXXX-WXX-{number + 1}"))


@value
def weekday_away(caps: Captures, ctx: Context) -> Found | None:
    """A weekday with last, next, this or coming."""
    number, word = caps.word("weekday"), caps.text("which") or ""
    shift = caps.word("which")

    def move(day: dt.date) -> Point | None:
        if word == "previous":
            return day_point(day - dt.timedelta(days=day.weekday() - number + 7))
        if shift < 0:
            return _weekday_from(day - dt.timedelta(days=1), number, -1)
        if shift > 0:
            point = _weekday_from(day + dt.timedelta(days=1), number, 1)
            known = bounds(point)
            week = known and known[0].isocalendar()[:2] == day.isocalendar()[:2]
            return day_point(known[0] + dt.timedelta(days=7)) if known and week and word == "next" else point
        monday = day - dt.timedelta(days=day.weekday())
        return day_point(monday + dt.timedelta(days=number))

    return _with_part(ctx.from_published(move, "counted from"), caps) or Found(Vague(f"XXXX-WXX-{number + 1}"))


@value
def weekday_in_week(caps: Captures, ctx: Context) -> Found | None:
    """A weekday of last, this or next week."""
    number, shift = caps.word("weekday"), caps.word("which") or 0

    def move(day: dt.date) -> Point:
        return day_point(day - dt.timedelta(days=day.weekday()) + dt.timedelta(days=number, weeks=shift))

    return ctx.from_published(move, "counted from") or Found(Vague(f"XXXX-WXX-{number + 1}"))


def _with_part(found: Found | None, caps: Captures) -> Found | None:
    part = caps.word("daypart")
    if found and part and isinstance(found.time, Point):
        point = found.time
        return found.of(Point("part", point.year, point.month, point.day, index=part))
    return found


def _weekday_from(day: dt.date, number: int, side: int) -> Point:
    distance = (number - day.weekday()) % 7 if side > 0 else -((day.weekday() - number) % 7)
    return day_point(day + dt.timedelta(days=distance))


@value
def month_away(caps: Captures, ctx: Context) -> Found | None:
    """A month or season with last, next, this: "last September", "next summer"."""
    month, index, shift = caps.word("month"), caps.word("season"), caps.word("which")
    part = caps.word("part")
    point = Point("month", None, month, mod=part) if month else Point("season", None, index=index, mod=part)

    def move(day: dt.date) -> Point | None:
        if shift == 0:
            return beside(point, day, 0)
        near = beside(point, day, shift)
        known = bounds(near) if near else None
        if near and known and known[0] <= day <= known[1] and near.year is not None:
            return Point(near.grain, near.year + shift, near.month, index=near.index, mod=part)
        return near

    days = bounds(ctx.told) if ctx.told is not None and _in_history(caps, ctx) else None
    if days is not None:
        return ctx.from_told(lambda _: move(days[0]), "counted from")
    return ctx.from_published(move, "counted from") or Found(point)


@value
def month_told(caps: Captures, ctx: Context) -> Found | None:
    """A month or season counted from the last date told: "the following April", "the previous spring"."""
    month, index, shift = caps.word("month"), caps.word("season"), caps.word("told")
    point = Point("month", None, month) if month else Point("season", None, index=index)

    def move(told: Point) -> Point | None:
        days = bounds(told)
        if days is None or shift == 0:
            return Point(point.grain, told.year, month, index=index)
        if told.grain == "year":
            return Point(point.grain, (told.year or 0) + shift, month, index=index)
        edge = days[1] + dt.timedelta(days=1) if shift > 0 else days[0] - dt.timedelta(days=1)
        near = beside(point, edge, shift)
        known = bounds(near) if near else None
        if near and known and shift < 0 and known[1] >= days[0]:
            return Point(near.grain, (near.year or 0) - 1, near.month, index=near.index)
        return near

    return ctx.from_told(move, "counted from") or Found(point)


@value
def vague(caps: Captures, ctx: Context) -> Found | None:
    """A time that no calendar holds: now, recently, in the future."""
    return Found(Vague(caps.params["ref"], caps.params.get("type", "DATE")))


@value
def vague_news(caps: Captures, ctx: Context) -> Found | None:
    """The same, where it is news: a history says "later" of everything."""
    return None if ctx.narrative else vague(caps, ctx)


@value
def clock(caps: Captures, ctx: Context) -> Found | None:
    """A time of day, on the day told or published."""
    from tieline.extract.times.clock import read_clock

    at = read_clock(caps.text("clock") or "", caps.params.get("at"))
    if at is None:
        return None
    day = _clock_day(caps, ctx)
    if day is None:
        return Found(Vague(f"XXXX-XX-XXT{at}", "TIME"))
    point, basis, why = day
    return Found(Point("minute", point.year, point.month, point.day, clock=at), basis, why)


def _clock_day(caps: Captures, ctx: Context) -> tuple[Point, Basis, tuple[str, ...]] | None:
    if caps.has("weekday"):
        found = weekday(caps, ctx)
        return (found.time, found.basis, found.derivation) if found and isinstance(found.time, Point) else None
    if ctx.told is not None and ctx.told.day and ctx.told.grain in ("day", "part", "minute") and (ctx.narrative or ctx.told_near()):
        return ctx.told, "relative", (f'"{ctx.phrase}" is on {words(ctx.told)}, the day told',)
    day = meant("day", ctx) if ctx.direction() <= 0 else None
    if day is not None:
        return day, "relative", (f'"{ctx.phrase}" is on {words(day)}, the day told',)
    if ctx.published and ctx.published[0] == ctx.published[1] and not ctx.narrative:
        day = day_point(ctx.published[0])
        return day, "relative", (f'"{ctx.phrase}" is on {words(day)}, the day of publication',)
    return None


@value
def day_away(caps: Captures, ctx: Context) -> Found | None:
    """The day before yesterday, the day after tomorrow."""
    shift = -2 if ctx.phrase.lower().endswith("yesterday") else 2
    return unit_away(Captures(caps.filled, caps.words, {"unit": "day", "shift": shift}), ctx)


@value
def old_year(caps: Captures, ctx: Context) -> Found | None:
    """The old year: in January the one that has ended."""
    return ctx.from_published(lambda day: Point("year", (day - dt.timedelta(days=31)).year), "counted from") or Found(Vague("XXXX"))


@value
def fiscal_away(caps: Captures, ctx: Context) -> Found | None:
    """Last fiscal year, this academic year: by the calendar year of publication, which is all that the words say."""
    return unit_away(Captures(caps.filled, caps.words, {"unit": "year"}), ctx)


@value
def which_unit(caps: Captures, ctx: Context) -> Found | None:
    """Last week, this year, next quarter; "last year" with a weekend too."""
    if not caps.has("unit"):
        caps.params = {**caps.params, "unit": "weekend"}
    return unit_away(caps, ctx)


@value
def part_of_unit(caps: Captures, ctx: Context) -> Found | None:
    """The end of the year, early last month: of the unit told in a narrative, else of the one of publication."""
    if caps.has("which"):
        return unit_away(caps, ctx)
    if caps.has("told") or ctx.narrative or ctx.published is None or _other_year(ctx):
        return unit_told(caps, ctx)
    return unit_away(caps, ctx)


def _other_year(ctx: Context) -> bool:
    """Whether a year that is over was told just before, in the same sentence: "in March 1998; by the end of the year ..."."""
    told = ctx.told
    return told is not None and ctx.published is not None and ctx.told_near() and 0 < (told.year or 0) < ctx.published[0].year - 1


@value
def noon(caps: Captures, ctx: Context) -> Found | None:
    """Noon or midnight of the day told or published; midnight may end or begin that day."""
    noon_said = ctx.phrase.lower().startswith("noon")
    caps.params = {**caps.params, "at": "12:00" if noon_said else "24:00"}
    found = clock(caps, ctx)
    if noon_said or found is None or not isinstance(found.time, Point):
        return found
    return replace(found, time=replace(found.time, grain="part", index="24:00", clock=None))


@value
def exactly(caps: Captures, ctx: Context) -> Found | None:
    """To the day: "exactly two years ago"."""
    count, grain = caps.number("n"), _grain(caps)
    sign = 1 if ctx.phrase.lower().endswith("later") else -1
    if count is None or grain != "year":
        return (ago if ctx.phrase.lower().endswith("ago") else later)(Captures(caps.filled, caps.words, {"sign": sign}), ctx)
    if ctx.told_near() and not ctx.phrase.lower().endswith("ago") and ctx.told and ctx.told.day:
        return ctx.from_told(lambda told: _same_day(told, int(sign * count)), "counted from")
    return ctx.from_published(lambda day: day_point(add_years(day, int(sign * count))), "counted from")


def _same_day(told: Point, years: int) -> Point | None:
    days = bounds(told)
    return day_point(add_years(days[0], years)) if days else None


@value
def offset(caps: Captures, ctx: Context) -> Found | None:
    """So long before or after something: a length, which the reader of ranges joins with a date that follows."""
    count, grain = caps.number("n"), _grain(caps)
    return Found(Length(count if caps.has("n") else caps.word("some") or None, grain, caps.word("about")))


@value
def in_length(caps: Captures, ctx: Context) -> Found | None:
    """In so long, where the sentence looks ahead: a date; else a length."""
    count, grain = caps.number("n"), _grain(caps)
    if count is None:
        return None
    if (ctx.direction() > 0 or ctx.phrase.lower().endswith(" time")) and not ctx.narrative and grain not in ("hour", "minute", "second"):
        found = ctx.from_published(lambda day: moved(day, grain, count), "counted from")
        if found:
            return found
    return Found(Length(count, grain, caps.word("about")))


@value
def latest(caps: Captures, ctx: Context) -> Found | None:
    """The latest quarter or year: the one told just before, else the last that has ended."""
    grain, told = _grain(caps), ctx.told
    if told is not None and told.grain == grain and ctx.start - ctx.told_at < LATELY:
        return _of_told(caps, ctx, grain, 0) if grain != "quarter" else ctx.from_told(lambda point: point, "means")
    return unit_away(Captures(caps.filled, caps.words, {"unit": grain, "shift": -1}), ctx)


@value
def end_of_unit(caps: Captures, ctx: Context) -> Found | None:
    """Year-end, the month's end: of the unit told in a narrative, else of the one of publication."""
    inner = Captures(caps.filled, caps.words, {"unit": _grain(caps), "shift": 0})
    found = unit_told(inner, ctx) if ctx.narrative or ctx.published is None else unit_away(inner, ctx)
    if found is None or not isinstance(found.time, Point):
        return found
    return found.of(found.time.with_mod("CLOSE"))


@value
def weekend(caps: Captures, ctx: Context) -> Found | None:
    """The weekend: the coming one where the sentence looks ahead, else this one where it has begun, or the last."""
    side = ctx.direction()
    found = ctx.from_published(lambda day: week_of(day, 0 if side > 0 or day.weekday() >= 5 else -1, "weekend"), "near")
    return found or Found(Vague("XXXX-WXX-WE"))


@value
def same_period(caps: Captures, ctx: Context) -> Found | None:
    """The period last told, a year before: "the same month a year earlier"."""
    if ctx.told is None or ctx.told.year is None:
        return ctx.from_published(lambda day: Point("year", day.year - 1), "counted from") or Found(Vague("XXXX"))
    grain = "month" if ctx.told.grain in ("day", "part") else ctx.told.grain
    return ctx.from_told(lambda told: replace(told, grain=grain, day=None, year=(told.year or 0) - 1), "counted from")


@value
def weekday_told(caps: Captures, ctx: Context) -> Found | None:
    """A weekday after or before the last date told, or in the week after it."""
    number, shift = caps.word("weekday"), caps.word("told")
    in_week = ctx.phrase.lower().endswith("week")

    def move_day(day: dt.date) -> Point:
        if in_week:
            return day_point(day + dt.timedelta(days=number - day.weekday() + 7 * shift))
        return _weekday_from(day + dt.timedelta(days=shift), number, shift or 1)

    def move(told: Point) -> Point | None:
        days = bounds(told)
        return move_day(days[0]) if days and days[0] == days[1] else None

    if ctx.told is None and shift > 0 and not in_week:
        return weekday_away(Captures({**caps.filled, "which": ("which", "next", ctx.start, ctx.start)}, caps.words, caps.params), ctx)
    if ctx.told is None:
        return ctx.from_published(move_day, "counted from") or Found(Vague(f"XXXX-WXX-{number + 1}"))
    return ctx.from_told(move, "counted from") or Found(Vague(f"XXXX-WXX-{number + 1}"))
