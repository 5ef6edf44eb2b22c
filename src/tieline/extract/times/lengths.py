"""Values of durations and sets."""

from dataclasses import replace

from tieline.extract.times.captures import Captures
from tieline.extract.times.context import Context, Found
from tieline.extract.times.explicit import some_year
from tieline.extract.times.registry import VALUES, value
from tieline.extract.times.relative import told_year
from tieline.extract.times.values import Length, Point, Range, Repeat, Vague, day_point


@value
def length(caps: Captures, ctx: Context) -> Found | None:
    """So long: "five days", "two and a half years", "several months", "the past decade"."""
    amount = caps.number("n") if caps.has("n") else (caps.params.get("amount") if not caps.has("some") else (caps.word("some") or None))
    unit = str(caps.params.get("unit") or caps.word("unit"))
    if caps.has("n") and amount is None:
        return None
    if amount is not None and amount != int(amount) and unit == "year":
        if amount > 1 and (caps.text("n") or "")[0].isdigit():
            return Found(Length(amount, "year", caps.word("about")))
        if amount > 1:
            return Found(Length(int(amount), "year", caps.word("about"), ((6, "month"),)))
        return Found(Length(int(amount * 12), "month", caps.word("about")))
    if amount == HALF and unit in HALVES:
        return Found(Length(*HALVES[unit], caps.word("about")))
    return Found(Length(amount, unit, caps.word("about")))


@value
def repeat(caps: Captures, ctx: Context) -> Found | None:
    """Again and again: "every year", "annually", "twice a week"."""
    amount = caps.number("n") if caps.has("n") else caps.params.get("times", 1)
    unit = str(caps.params.get("unit") or caps.word("unit") or "day")
    return Found(Repeat(amount or 1, unit, _quant(caps, ctx), caps.params.get("freq")))


def _quant(caps: Captures, ctx: Context) -> str | None:
    return "EACH" if ctx.phrase.lower().startswith("each") else caps.params.get("quant")


@value
def first_of(caps: Captures, ctx: Context) -> Found | None:
    """The first or last so many months of a year: "the first eight months of this year"."""
    count = int(caps.number("n") or 0)
    year, how, named = some_year(caps, ctx)
    if not named and ctx.published and ctx.published[0].year == ctx.published[1].year:
        how = told_year(ctx, 0) if ctx.narrative else ctx.from_published(lambda day: Point("year", day.year), "counted from")
        year, named = (how.time.year if how and isinstance(how.time, Point) else None), True
    if not named or year is None or not 1 <= count <= 12:
        return how if named and how else None
    first = 1 if caps.params["side"] == "first" else 13 - count
    found = Range(Point("month", year, first), Point("month", year, first + count - 1))
    return how.of(found) if how else Found(found)


@value
def stretch(caps: Captures, ctx: Context) -> Found | None:
    """The past or next so many units: a duration that ends or begins with the day of publication."""
    amount = caps.number("n") if caps.has("n") else caps.params.get("amount", 1)
    length = Length(amount if not caps.has("some") else None, str(caps.params.get("unit") or caps.word("unit")))
    return Found(_anchored(length, ctx))


def _anchored(length: Length, ctx: Context) -> Length:
    """The length with the day of publication as its end, or its beginning where it lies ahead; in a history it has neither."""
    if ctx.published is None or ctx.published[0] != ctx.published[1] or ctx.narrative:
        return length
    words = ctx.phrase.lower().split()
    word = words[1] if words[0] == "the" and len(words) > 1 else words[0]
    today = day_point(ctx.published[0])
    if word in ("last", "past"):
        return replace(length, last=today)
    return replace(length, first=today) if word in ("next", "coming") else length


@value
def bare_length(caps: Captures, ctx: Context) -> Found | None:
    """A plural unit alone: years, months; nobody knows how many."""
    unit = caps.words["unit"][ctx.phrase.lower().split()[-1]]
    return Found(Length(None, unit))


@value
def past_long(caps: Captures, ctx: Context) -> Found | None:
    """The past year, decade or century, as a length."""
    return Found(_anchored(Length(1, caps.word("unit") or ("decade" if "decade" in ctx.phrase.lower() else "century")), ctx))


@value
def repeat_named(caps: Captures, ctx: Context) -> Found | None:
    """Every Friday, each summer, every morning, Mondays."""
    weekly = caps.has("weekday") or caps.has("weekdays")
    unit = "week" if weekly else "year" if caps.has("month") or caps.has("season") else "day"
    return Found(Repeat(1, unit, "EVERY"))


HALF = 0.5
HALVES = {"hour": (30, "minute"), "day": (12, "hour"), "year": (6, "month"), "decade": (5, "year"), "century": (50, "year")}


@value
def half_unit(caps: Captures, ctx: Context) -> Found | None:
    """Half of a unit in one word: "half-hour"."""
    amount, unit = HALVES[ctx.phrase.lower().split("-")[-1].strip()]
    return Found(Length(amount, unit))


@value
def and_a_half(caps: Captures, ctx: Context) -> Found | None:
    """A year and a half, in months where it counts from now: "a year and a half ago"."""
    unit = str(caps.word("unit"))
    amount = caps.number("n")
    if amount is None or unit not in ("hour", "day", "week", "month", "year", "decade", "century"):
        return None
    said = ctx.phrase.lower()
    if not said.endswith(("ago", "later", "earlier")):
        return Found(Length(amount, unit, caps.word("about"), (HALVES[unit],))) if unit in HALVES else Found(Length(amount + 0.5, unit))
    move = VALUES["ago" if said.endswith("ago") else "later"]
    more = Captures(
        {**caps.filled, "n": ("n", f"{amount + 0.5:g}", *caps.place("n"))}, caps.words, {"sign": 1 if said.endswith("later") else -1}
    )
    return move(more, ctx)


@value
def quarter_century(caps: Captures, ctx: Context) -> Found | None:
    """A quarter of a century: 25 years, or so long ago."""
    if not ctx.phrase.lower().endswith("ago"):
        return Found(Length(25, "year", caps.word("about")))
    return ctx.from_published(lambda day: Point("year", day.year - 25), "counted from") or Found(Vague("XXXX"))


@value
def lengths_between(caps: Captures, ctx: Context) -> Found | None:
    """From so many to so many units: "60 to 90 days", the shorter of the two; TimeML annotates them one by one."""
    amount, other, unit = caps.number("n"), caps.number("n2"), str(caps.word("unit"))
    if amount is None or other is None:
        return None
    first, last = Length(amount, unit), Length(other, unit)
    return Found(first, pieces=((*caps.place("n"), first), (caps.place("n2")[0], ctx.end, last)))


@value
def lengths_listed(caps: Captures, ctx: Context) -> Found | None:
    """Several lengths of one unit: "3, 6 and 12 months", each of them meant."""
    unit = str(caps.word("unit"))
    amounts = [caps.number(name) for name in ("n", "n2", "n3")]
    lengths = [Length(amount, unit) for amount in amounts if amount is not None]
    if len(lengths) < 3 or amounts != sorted(amounts, key=lambda one: one or 0):
        return None
    places = [caps.place("n"), caps.place("n2"), (caps.place("n3")[0], ctx.end)]
    return Found(lengths[0], pieces=tuple((low, high, one) for (low, high), one in zip(places, lengths, strict=True)))


@value
def glued_length(caps: Captures, ctx: Context) -> Found | None:
    """A length whose unit hangs on its number: "30mins"."""
    said = ctx.phrase.lower()
    unit = said.lstrip("0123456789")
    return Found(Length(int(said.removesuffix(unit)), caps.words["shortunit"].get(unit) or caps.words["shortunit"][unit.rstrip("s")]))
