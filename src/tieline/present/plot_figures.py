"""Figures drawn over time with matplotlib: a small chart a measure, each value as long as its period."""

from collections import defaultdict
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from tieline.errors import NotFound
from tieline.model.amount import amount, label, scaled
from tieline.model.figure import Figure
from tieline.model.phrases import about
from tieline.present.plot import AHEAD, COLOURS, literal, pyplot

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST = 9  # charts in one picture: those with the most values
UNITLESS = ("rank", "ordinal")  # places in an order are no amounts


def plot_figures(figures: Sequence[Figure], *, measure: str | None = None, width: float = 10) -> list["Axes"]:
    """Draw the dated figures, one chart for each measure and unit; gives the axes. `NotFound` where none is dated."""
    plt = pyplot()
    charts = _charts(figures, measure)
    if not charts:
        raise NotFound(f"No figure{f' of {label(measure)}' if measure else ''} has a value and a period.")
    _, axes = plt.subplots(len(charts), 1, figsize=(width, 0.6 + 1.7 * len(charts)), layout="constrained", squeeze=False, sharex=True)
    for ax, ((name, unit), own) in zip(axes[:, 0], charts, strict=True):
        _draw(ax, own)
        ax.set_title(literal(f"{label(name)}, {label(unit)}" if unit else label(name)), loc="left", fontsize="medium")
    return list(axes[:, 0])


def _charts(figures: Sequence[Figure], measure: str | None) -> list[tuple[tuple[str, str], list[Figure]]]:
    """The dated figures by measure and unit, the fullest charts first."""
    found: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for one in figures:
        dated = one.period is not None and one.period.earliest is not None and one.period.latest is not None
        if dated and one.value is not None and one.unit not in UNITLESS and measure in (None, one.measure):
            found[one.measure, one.unit or ""].append(one)
    return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))[:MOST]


def _draw(ax: "Axes", figures: Sequence[Figure]) -> None:
    dates: Any = import_module("matplotlib.dates")
    colours: dict[str, str] = {}
    for one in figures:
        who = about(one)
        colour = colours.setdefault(who, COLOURS[len(colours) % len(COLOURS)])
        first, last = (dates.date2num(day) for day in (one.period and one.period.earliest, one.period and one.period.latest))
        hollow = one.status in AHEAD or one.qualifier == "target"
        value = float(one.value or 0)
        ax.plot([first, last + 1], [value, value], color=colour, lw=3, marker="|", ls=":" if hollow else "-", alpha=0.8)
        ax.annotate(literal(amount(one)), ((first + last) / 2, value), xytext=(0, 5), textcoords="offset points", ha="center", fontsize=8)
    for who, colour in colours.items():
        ax.plot([], [], color=colour, lw=3, label=literal(who or "not said of whom"))
    ax.legend(fontsize="x-small", frameon=False, loc="center left", bbox_to_anchor=(1, 0.5))
    ax.xaxis_date()
    locator = dates.AutoDateLocator(maxticks=8)
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator, show_offset=False))
    ax.yaxis.set_major_formatter(lambda value, _: scaled(value))
    ax.margins(x=0.05, y=0.35)
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
