"""Charts: what is drawn where, and how what is not known looks."""

import builtins
import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

import tieline
from tieline.errors import MissingExtra, NotFound
from tieline.model.edtf import time_value
from tieline.model.event import Event
from tieline.model.facts import Facts
from tieline.model.issue import Issue
from tieline.present.collection import Figures, Timeline


@pytest.fixture(autouse=True)
def _no_window(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    matplotlib = pytest.importorskip("matplotlib", reason="matplotlib is not installed (extra: plot)")
    matplotlib.use("Agg")
    yield
    matplotlib.pyplot.close("all")


def drawn(edtf: str, status: str = "occurred") -> Any:
    event = Event(id="event:one", type="visit", title="A visit", time=time_value(edtf), status=status)  # type: ignore[arg-type]
    return Timeline([event]).plot()


def day(number: float) -> dt.date:
    from matplotlib.dates import num2date

    return num2date(number).date()


BANDS = {
    "2008": ("2008-01-01", "2008-12-31"),
    "2008-02": ("2008-02-01", "2008-02-29"),
    "2008-11-22/2008-11-23": ("2008-11-22", "2008-11-23"),
}


@pytest.mark.parametrize("edtf", BANDS)
def test_a_band_reaches_from_the_first_to_the_last_day(edtf: str) -> None:
    (bar,) = drawn(edtf).patches
    first, last = day(bar.get_x()), day(bar.get_x() + bar.get_width() - 1)
    assert (str(first), str(last)) == BANDS[edtf]


def test_what_is_less_sure_is_paler() -> None:
    alpha = {edtf: drawn(edtf).patches[0].get_facecolor()[3] for edtf in ("2008-11-22/2008-11-23", "2008", "2008-11-XX")}
    assert alpha["2008-11-22/2008-11-23"] > 0.9
    assert alpha["2008"] < 0.5
    assert drawn("2008-11-XX").patches[0].get_hatch()
    assert drawn("[2008-11-01..2008-12-31]").patches[0].get_hatch()
    assert not drawn("2008").patches[0].get_hatch()


def test_a_day_is_a_point_full_where_it_happened_and_hollow_where_it_is_planned() -> None:
    done, planned = drawn("2008-11-19"), drawn("2008-11-19", "planned")
    assert not done.patches
    assert [str(line.get_xdata()) for line in done.lines] == [str(line.get_xdata()) for line in planned.lines]
    assert done.lines[0].get_markerfacecolor() != "none"
    assert planned.lines[0].get_markerfacecolor() == "none"
    assert drawn("2008", "planned").patches[0].get_facecolor()[3] == 0
    assert drawn("2008-11-19", "cancelled").lines[0].get_marker() == "X"
    assert len(drawn("2008", "denied").lines) == 1  # a cross on the band


def test_an_open_end_is_an_arrow() -> None:
    assert "right" in str(drawn("2008-11-22/..").lines[0].get_marker())
    assert "left" in str(drawn("[..2016]").lines[0].get_marker())


def test_undated_events_are_counted_and_conflicts_are_marked(facts: Facts) -> None:
    axes = Timeline(facts.events, facts=facts).plot()
    assert "1 without a date not shown" in axes.get_xlabel()
    assert "disagree" not in axes.get_xlabel()
    visit = next(one for one in facts.events if one.id == "event:visit")
    torn = facts.model_copy(update={"issues": (Issue(kind="conflict", message="two dates", evidence=visit.evidence),)})
    axes = Timeline(torn.events, facts=torn).plot(title="Two $days$ and $5")
    assert "red: sources disagree" in axes.get_xlabel()
    assert axes.get_title(loc="left") == r"Two \$days\$ and \$5"
    axes.figure.canvas.draw()  # no formula in a title breaks the picture


def test_many_events_stand_in_a_row_a_type() -> None:
    events = [Event(id=f"event:{n}", type=("visit", "meeting")[n % 2], title="x", time=time_value(f"20{n % 25:02}")) for n in range(90)]  # type: ignore[arg-type]
    axes = Timeline(events).plot()
    assert [label.get_text() for label in axes.get_yticklabels()] == ["visit", "meeting"]
    assert len(axes.patches) == 90


def test_no_events_are_drawn_as_well() -> None:
    assert not Timeline([]).plot().patches


def test_figures_are_drawn_over_their_periods(facts: Facts) -> None:
    worth = facts.figures[0]
    goal = worth.model_copy(update={"id": "figure:goal", "value": 3e9, "period": time_value("2020"), "qualifier": "target"})
    rank = worth.model_copy(update={"id": "figure:rank", "unit": "rank", "rank": 1, "value": 1})
    (axes,) = Figures((worth, goal, rank)).plot()
    drawn = [line for line in axes.lines if len(line.get_xdata())]
    assert [(str(day(line.get_xdata()[0])), line.get_ydata()[0], line.get_linestyle()) for line in drawn] == [
        ("2015-01-01", 2e9, "-"),
        ("2020-01-01", 3e9, ":"),
    ]
    assert axes.get_title(loc="left") == "agreement value, USD"
    assert [text.get_text() for text in axes.texts] == ["2 billion USD", "target: 3 billion USD"]
    with pytest.raises(NotFound, match="exports"):
        Figures((worth,)).plot("exports")
    assert tieline.load().figures.plot("bilateral_trade")


def test_graphs_are_drawn_the_same_every_time(facts: Facts) -> None:
    kb = tieline.load()
    one, two = kb.plot_graph(), kb.plot_graph()
    places = [[(text.get_text(), text.xy) for text in axes.texts] for axes in (one, two)]
    assert places[0] == places[1]
    assert {"China", "Peru", "Hu Jintao"} <= {name for name, _ in places[0]}
    whole = kb.plot_graph(whole=True)
    assert {line.get_marker() for line in whole.lines} >= {"o", "D", "s"}
    assert "not shown" in whole.get_title(loc="left")
    tieline.draw(kb.graph.subgraph([]))


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("matplotlib"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra, match="plot"):
        Timeline([]).plot()
    with pytest.raises(MissingExtra, match="plot"):
        tieline.load().plot_graph()
