"""The timeline as a chart of characters: years with their months, and in them what is known of each event's day."""

import calendar
import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from tieline.graph import in_order
from tieline.model.clean import one_line
from tieline.model.event import Event
from tieline.model.shape import shape_of
from tieline.model.words import in_words
from tieline.present.lines import BLANK, Line, Lines, Piece, line
from tieline.present.tables import STATUS_STYLE

MANY = 80  # with more dated events than this, a line is a year instead of an event
MARGIN = 6
AHEAD = ("planned", "expected", "hypothetical")
UNDONE = ("cancelled", "denied")


class Signs(NamedTuple):
    """The characters of a chart."""

    day: str
    ahead: str
    undone: str
    stretch: str
    period: str
    unknown: str
    hollow: str
    on: str
    back: str
    steps: str


SIGNS = Signs("●", "○", "×", "━", "▒", "░", "┄", "→", "←", " ▁▂▃▄▅▆▇█")
ASCII = Signs("*", "o", "x", "=", "#", ":", "-", ">", "<", " .:-=+*#@")
MEANINGS = {
    "day": "day", "ahead": "not (yet) done", "undone": "called off or denied", "stretch": "from ... to", "period": "some time in it",
    "unknown": "one unknown day in it", "hollow": "planned in it", "on": "from then on", "back": "up to then",
}  # fmt: skip


def chart_lines(events: Sequence[Event], conflicts: Collection[str] = (), *, wide: int = 100, ascii_only: bool = False) -> Lines:
    """The chart for a screen of that width. Events without a date are counted below it; `conflicts` are ids of those in dispute."""
    signs = ASCII if ascii_only else SIGNS
    dated = [event for event in in_order(events) if shape_of(event.time) != "none"]
    years: dict[int, list[Event]] = {}
    for event in dated:
        years.setdefault(_first(event).year, []).append(event)
    month = 3 if wide >= 90 else 2 if wide >= 66 else 1
    body = tuple(_counts(years, month, signs) if len(dated) > MANY else _rows(years, conflicts, month, signs, wide))
    undated = len(events) - len(dated)
    told = [f"{len(dated)} dated event{'' if len(dated) == 1 else 's'}"] + ([f"{undated} without a date not shown"] if undated else [])
    legend = (
        _legend(body, signs) if len(dated) <= MANY else "height: events of that month, the highest the most; the number: events of the year"
    )
    soft = [line(Piece(text, "soft")) for text in (legend, ", ".join(told)) if text]
    return (*body, *((BLANK,) if body else ()), *soft)


def _rows(years: dict[int, list[Event]], conflicts: Collection[str], month: int, signs: Signs, wide: int) -> Iterator[Line]:
    for year, own in years.items():
        names = "".join(name.ljust(month) for name in "JFMAMJJASOND")
        yield line(Piece(f"{year:04}".ljust(MARGIN) + names.rstrip(), "head"))
        for event in own:
            strip = " " * MARGIN + _strip(event, year, month, signs)
            if wide < 60:
                yield line(strip.rstrip())
                yield line(*_words(event, year, conflicts), indent=2)
            else:
                yield line(*_words(event, year, conflicts), lead=strip + "  ")


def _words(event: Event, year: int, conflicts: Collection[str]) -> tuple[Piece, ...]:
    said = in_words(event.time).removesuffix(f" {year}") if event.time else ""
    when = Piece(f"{said}: " if said and said != str(year) else "", "strong")
    status = Piece(f" ({event.status})" if event.status != "occurred" else "", STATUS_STYLE[event.status])
    return when, Piece(one_line(event.title)), status, Piece(" (sources disagree)" if event.id in conflicts else "", "bad")


def _strip(event: Event, year: int, month: int, signs: Signs) -> str:
    """The months of a year with the sign of an event in them."""
    cells, shape = [" "] * (12 * month), shape_of(event.time)
    last = (event.time.latest or _first(event)) if event.time else _first(event)
    start = _cell(_first(event), month)
    end = _cell(last, month) if last.year == year else len(cells) - 1
    ahead, undone = event.status in AHEAD, event.status in UNDONE
    point = signs.undone if undone else signs.ahead if ahead else signs.day
    if shape == "day":
        cells[start] = point
    elif shape == "open":
        on = event.time is not None and event.time.earliest is not None
        cells[start] = point
        beside = start + 1 if on else start - 1
        cells[min(max(beside, 0), len(cells) - 1)] = signs.on if on else signs.back
    else:
        known = {"stretch": signs.stretch, "period": signs.period, "unknown": signs.unknown}[shape]
        cells[start : end + 1] = [signs.hollow if ahead or undone else known] * (end + 1 - start)
        if undone:
            cells[(start + end) // 2] = signs.undone
        if last.year != year:
            cells[-1] = signs.on
    return "".join(cells)


def _counts(years: dict[int, list[Event]], month: int, signs: Signs) -> Iterator[Line]:
    """A line a year: how many events lie in each month, and how many in the year."""
    months = {year: [sum(1 for event in own if _month(event) == number) for number in range(1, 13)] for year, own in years.items()}
    most = max((number for row in months.values() for number in row), default=0) or 1
    top = len(signs.steps) - 1
    names = "".join(name.ljust(month) for name in "JFMAMJJASOND")
    yield line(Piece(" " * MARGIN + names.rstrip(), "head"))
    before = None
    for year, row in months.items():
        if before is not None and year > before + 1:
            yield line(Piece("...", "soft"))
        bars = "".join(signs.steps[-(-number * top // most)] * month for number in row)
        longer = sum(1 for event in years[year] if event.time and event.time.latest and event.time.latest.year > year)
        vague = len(years[year]) - sum(row) - longer
        said = [f"{number} {what}" for number, what in ((vague, "of no known month"), (longer, "over several years")) if number]
        rest = Piece("".join(f", {one}" for one in said), "soft")
        yield line(Piece(f"{year:04}".ljust(MARGIN), "strong"), bars, f"  {len(years[year])}", rest)
        before = year


def _first(event: Event) -> dt.date:
    """The first day on which an event can have been; the last one where the first is open."""
    when = event.time
    return (when and (when.earliest or when.latest)) or dt.date.min


def _month(event: Event) -> int | None:
    """The month of an event where it lies in one alone."""
    when = event.time
    if when is None or when.earliest is None or when.latest is None:
        return None
    return when.earliest.month if (when.earliest.year, when.earliest.month) == (when.latest.year, when.latest.month) else None


def _cell(day: dt.date, month: int) -> int:
    return (day.month - 1) * month + (day.day - 1) * month // calendar.monthrange(day.year, day.month)[1]


def _legend(body: Lines, signs: Signs) -> str:
    """The signs that the chart uses, with their meanings."""
    drawn = {char for one in body for char in (one.lead or ("" if one.indent else "".join(piece.text for piece in one.pieces)))}
    return "   ".join(f"{getattr(signs, name)} {meaning}" for name, meaning in MEANINGS.items() if getattr(signs, name) in drawn)
