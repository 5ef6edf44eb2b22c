"""Events drawn with matplotlib. What is not known to the day looks so, and no day is made up."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from tieline.errors import MissingExtra
from tieline.model.clean import clip, one_line
from tieline.model.event import Event
from tieline.model.shape import Shape, shape_of
from tieline.model.vocabulary import EVENT_TYPES
from tieline.model.words import in_words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAMED = 40  # with more events than this, a row is a type instead of an event
AHEAD = ("planned", "expected", "hypothetical")
UNDONE = ("cancelled", "denied")
LEAST = 1 / 160  # of the whole span: a band that would be narrower is drawn as wide as this, or nobody would see what it is
CONFLICT = "#c62828"
UNDONE_TONE = "#757575"
# colours that people with colour blindness can tell apart (Okabe and Ito), in the order of the types, and greys
COLOURS = (
    "#0072B2",
    "#E69F00",
    "#009E73",
    "#CC79A7",
    "#56B4E9",
    "#D55E00",
    "#8c6d31",
    "#5254a3",
    "#637939",
    "#843c39",
    "#7b4173",
    "#737373",
)


class Bar(NamedTuple):
    """One event as it is drawn: first and last day, how it is known, and in which row."""

    event: Event
    first: dt.date
    last: dt.date
    shape: Shape
    row: int


def pyplot() -> Any:
    """The module pyplot of matplotlib; `MissingExtra` where it is not installed."""
    try:
        import matplotlib.pyplot as plt
    except ImportError as error:
        raise MissingExtra("matplotlib is not installed; bring it with: pip install 'tieline[plot]'") from error
    return plt


def plot_timeline(
    events: Sequence[Event], conflicts: Collection[str] = (), *, ax: "Axes | None" = None, title: str | None = None, width: float = 12
) -> "Axes":
    """Draw events on axes; gives the axes. Undated events are counted below the chart."""
    plt = pyplot()
    dates: Any = import_module("matplotlib.dates")

    bars, names = _bars(events)
    if ax is None:
        _, ax = plt.subplots(figsize=(width, max(1.6, 0.28 * len(names) + 1.2)), layout="constrained")
    _draw(ax, bars, conflicts)
    ax.set_yticks(range(len(names)), names, fontsize="small")
    ax.set_ylim(max(len(names), 1) - 0.5, -0.5)
    ax.margins(x=0.03)
    ax.xaxis_date()
    locator = dates.AutoDateLocator(maxticks=8)
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator, show_offset=False))
    ax.grid(axis="x", alpha=0.3)
    for side in ("top", "right", "left"):
        ax.spines[side].set_visible(False)
    ax.tick_params(axis="y", length=0)
    ax.set_xlabel(_legend(bars, len(events) - len(bars), any(bar.event.id in conflicts for bar in bars)), fontsize="small", loc="right")
    if title:
        ax.set_title(literal(title), loc="left")
    return ax


def literal(text: str) -> str:
    """Untrusted words as matplotlib draws them: a dollar sign begins no formula."""
    return one_line(text).replace("$", r"\$")


def _bars(events: Sequence[Event]) -> tuple[list[Bar], list[str]]:
    """The dated events, one in a row under its own name; where there are many, a row a type."""
    dated = [(event, shape) for event in events if (shape := shape_of(event.time)) != "none"]
    many = len(dated) > NAMED
    types = [name for name in EVENT_TYPES if any(event.type == name for event, _ in dated)]
    bars = []
    for number, (event, shape) in enumerate(dated):
        when = event.time
        first, last = (when.earliest or when.latest, when.latest or when.earliest) if when else (None, None)
        if first and last:
            bars.append(Bar(event, first, last, shape, types.index(event.type) if many else number))
    if many:
        return bars, [name.replace("_", " ") for name in types]
    return bars, [literal(f"{clip(one_line(bar.event.title), 52)}, {in_words(bar.event.time) if bar.event.time else ''}") for bar in bars]


def _draw(ax: "Axes", bars: Sequence[Bar], conflicts: Collection[str]) -> None:
    """Points and bands, those that look alike in one go."""
    days: Any = import_module("matplotlib.dates")
    points: dict[tuple[tuple[str, Any], ...], list[tuple[float, float]]] = defaultdict(list)
    bands: dict[tuple[tuple[str, Any], ...], list[tuple[float, float, int]]] = defaultdict(list)
    span = (max(bar.last for bar in bars) - min(bar.first for bar in bars)).days if bars else 0
    for bar in bars:
        first, last = days.date2num(bar.first), days.date2num(bar.last)
        tone = CONFLICT if bar.event.id in conflicts else UNDONE_TONE if bar.event.status in UNDONE else _colour(bar.event)
        if bar.shape in ("day", "open"):
            points[_point(bar, tone)].append((first, bar.row))
            continue
        bands[_band(bar, tone)].append((first, max(last - first + 1, span * LEAST), bar.row))
        if bar.event.status in UNDONE:
            points[("marker", "x"), ("ms", 8), ("mec", tone)].append(((first + last) / 2, bar.row))
    for look, found in bands.items():
        ax.barh([row for *_, row in found], [wide for _, wide, _ in found], left=[left for left, *_ in found], **dict(look))
    for look, places in points.items():
        ax.plot([day for day, _ in places], [row for _, row in places], ls="none", zorder=3, **dict(look))


def _point(bar: Bar, tone: str) -> tuple[tuple[str, Any], ...]:
    hollow = bar.event.status in AHEAD or bar.event.status in UNDONE
    look = {"mfc": "none" if hollow else tone, "mec": tone}
    if bar.shape == "open":
        known_first = bar.event.time is not None and bar.event.time.earliest is not None
        look |= {"marker": "$\\rightarrow$" if known_first else "$\\leftarrow$"}
        return tuple({**look, "ms": 13}.items())
    return tuple({**look, "marker": "X" if bar.event.status in UNDONE else "o", "ms": 8, "mew": 1.6}.items())


def _band(bar: Bar, tone: str) -> tuple[tuple[str, Any], ...]:
    from matplotlib.colors import to_rgba

    sure, ahead, undone = bar.shape == "stretch", bar.event.status in AHEAD, bar.event.status in UNDONE
    look = {"height": 0.32 if sure else 0.55, "linewidth": 1.3, "zorder": 2, "edgecolor": tone, "linestyle": "--" if ahead else "-"}
    look |= {"facecolor": "none" if ahead or undone else to_rgba(tone, 0.95 if sure else 0.25)}
    return tuple((look | {"hatch": "////" if bar.shape == "unknown" else None}).items())


def _colour(event: Event) -> str:
    return COLOURS[EVENT_TYPES.index(event.type) % len(COLOURS)]


def _legend(bars: Sequence[Bar], undated: int, conflict: bool) -> str:
    """The signs that are in the chart, in words."""
    words = {
        "day": "● day",
        "stretch": "━ from … to",
        "period": "pale: some time in it",
        "unknown": "hatched: one unknown day",
        "open": "→ open end",
    }
    shapes = {bar.shape for bar in bars}
    said = [text for shape, text in words.items() if shape in shapes]
    said += ["hollow: not (yet) done"] if any(bar.event.status in AHEAD for bar in bars) else []
    said += ["× called off or denied"] if any(bar.event.status in UNDONE for bar in bars) else []
    said += ["red: sources disagree"] if conflict else []
    said += [f"{undated} without a date not shown"] if undated else []
    return "   ".join(said)
