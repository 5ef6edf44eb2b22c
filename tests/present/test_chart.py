"""The timeline as characters: what stands where, on wide and narrow screens, with and without Unicode."""

import pytest
from typer.testing import CliRunner

from tieline.cli.app import app
from tieline.model.edtf import time_value
from tieline.model.event import Event
from tieline.model.facts import Facts
from tieline.present.chart import chart_lines
from tieline.present.screen import plain

# EDTF, status -> the months of the first year as one character each
STRIPS = {
    ("2008-11-19", "occurred"): "          ● ",
    ("2008-11-19", "planned"): "          ○ ",
    ("2008-11-19", "cancelled"): "          × ",
    ("2008-01-01", "occurred"): "●           ",
    ("2008-12-31", "occurred"): "           ●",
    ("2008-02", "occurred"): " ▒          ",
    ("2008", "occurred"): "▒▒▒▒▒▒▒▒▒▒▒▒",
    ("2008", "expected"): "┄┄┄┄┄┄┄┄┄┄┄┄",
    ("2008", "denied"): "┄┄┄┄┄×┄┄┄┄┄┄",
    ("2008-34", "occurred"): "   ▒▒▒      ",
    ("[2008-08-26..2008-10-01]", "occurred"): "       ░░░  ",
    ("2008-03-XX", "occurred"): "  ░         ",
    ("2008-03-05/2008-05-02", "occurred"): "  ━━━       ",
    ("2008-11/2010-02", "occurred"): "          ━→",
    ("2008-06-01/..", "ongoing"): "     ●→     ",
    ("[..2008-06-01]", "occurred"): "    ←●      ",
}


def event(edtf: str, status: str = "occurred", number: int = 0) -> Event:
    return Event(id=f"event:{number}", type="visit", title="A visit", time=time_value(edtf), status=status)  # type: ignore[arg-type]


@pytest.mark.parametrize(("edtf", "status"), STRIPS)
def test_where_an_event_stands(edtf: str, status: str) -> None:
    lines = plain(chart_lines([event(edtf, status)], wide=60)).splitlines()
    assert lines[0] == "2008  JFMAMJJASOND"
    assert lines[1][6:18] == STRIPS[edtf, status]
    assert "A visit" in lines[1]


def test_words_status_conflicts_and_what_is_left_out(facts: Facts) -> None:
    shown = plain(chart_lines(facts.events, {"event:visit"}))
    assert "9 March: Ana Sol visits Orsenda (sources disagree)" in shown
    assert "Pelmara Accord may enter into force (hypothetical)" in shown
    assert "2 dated events, 1 without a date not shown" in shown
    assert "● day   ┄ planned in it" in shown


def test_plain_letters_where_the_output_has_no_others(facts: Facts) -> None:
    shown = plain(chart_lines([event(edtf, status) for edtf, status in STRIPS], ascii_only=True))
    assert shown.isascii()
    assert "* day" in shown


def test_many_events_are_counted_by_month() -> None:
    events = [event(f"2008-{1 + n % 4:02}", number=n) for n in range(90)] + [
        event("2008", number=100),
        event("2015-12-01", number=101),
        event("201X", number=102),
    ]
    lines = plain(chart_lines(events, wide=60)).splitlines()
    assert lines[1] == "2008  ████          91, 1 of no known month"
    assert lines[2] == "..."
    assert lines[3] == "2010                1, 1 over several years"
    assert lines[5] == "2015             ▁  1"


def test_nothing_to_draw() -> None:
    assert plain(chart_lines([])) == "0 dated events\n"


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
def test_the_command_fits_the_screen(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    result = CliRunner().invoke(app, ["timeline", "--chart"])
    assert result.exit_code == 0
    assert "1971" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= width
    assert CliRunner().invoke(app, ["timeline", "--chart", "--from", "1850", "--to", "1851"]).exit_code == 1
