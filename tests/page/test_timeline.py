"""The drawn timeline: a date looks as precise as it is, a plan looks planned, and everything can be zoomed, walked and opened."""

from pathlib import Path
from typing import Any

import pytest
from browsing import Visit
from made_up import made_facts
from steps import key

from tieline.model.edtf import time_value
from tieline.model.event import Event
from tieline.model.facts import Facts
from tieline.model.issue import Issue
from tieline.present.page import page_html

# id: date, status, whether the sources differ, and the signs by which it is drawn
DRAWN = {
    "day": ("2015-03-09", "occurred", False, {"vis-point", "p-day", "is-occurred"}),
    "minute": ("2015-04-09T14:30", "occurred", False, {"vis-point", "p-day"}),
    "month": ("2015-05", "occurred", False, {"vis-range", "p-within"}),
    "unknown day": ("2015-06-XX", "occurred", False, {"vis-range", "p-within"}),
    "year": ("2016", "occurred", False, {"vis-range", "p-within"}),
    "decade": ("200X", "occurred", False, {"vis-range", "p-within"}),
    "about": ("2013~", "occurred", False, {"vis-range", "p-about"}),
    "from day to day": ("2017-02-01/2017-03-31", "occurred", False, {"vis-range", "p-span"}),
    "one of some days": ("[2017-05-01..2017-08-31]", "occurred", False, {"vis-range", "p-within"}),
    "open end": ("2012-01-01/..", "ongoing", False, {"vis-range", "p-open", "open-end", "is-ongoing"}),
    "open start": ("../2011-01-01", "occurred", False, {"vis-range", "p-open", "open-start"}),
    "planned day": ("2018-01-20", "planned", False, {"vis-point", "p-day", "is-planned"}),
    "planned year": ("2019", "planned", False, {"vis-range", "p-within", "is-planned"}),
    "denied": ("2014-02-02", "denied", False, {"vis-point", "is-denied"}),
    "cancelled": ("2014-08-02", "cancelled", False, {"vis-point", "is-cancelled"}),
    "in conflict": ("2014-11-02", "occurred", True, {"vis-point", "conflict"}),
}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("pages") / "drawn.html"
    file.write_text(page_html(facts()), "utf-8", newline="")
    return file


def facts() -> Facts:
    """One event of each kind of date and status, and one without a date."""
    made = made_facts(len(DRAWN) + 1)
    events = [
        _event(one, name=name, time=time_value(edtf), status=status)
        for one, (name, (edtf, status, _, _)) in zip(made.events, DRAWN.items(), strict=False)
    ]
    conflict = [
        Issue(kind="conflict", message=f"{one.title}: the texts differ", evidence=one.evidence) for one in events if DRAWN[one.title][2]
    ]
    undated = _event(made.events[-1], name="undated", time=None, status="occurred")
    return made.model_copy(update={"events": (*events, undated), "agreements": (), "issues": tuple(conflict)})


def _event(one: Event, *, name: str, **fields: Any) -> Event:
    return one.model_copy(update={"id": f"event:{name.replace(' ', '-')}", "title": name, "agreement": None, **fields})


BOXES = """() => Object.fromEntries([...document.querySelectorAll('#timeline-graphic .vis-item .tl-words[data-key]')].map(words => {
  const item = words.closest('.vis-item'), box = item.getBoundingClientRect();
  return [words.textContent, {signs: [...item.classList], left: box.left, width: box.width}];
}))"""


def boxes(page: Any) -> dict[str, dict[str, Any]]:
    """Each event on the drawn timeline by its title: its signs and its place."""
    page.wait_for_function("() => document.querySelectorAll('#timeline-graphic .vis-item .tl-words').length > 0")
    page.wait_for_timeout(300)
    found = page.evaluate(BOXES)
    return {name.removeprefix("≠ "): box for name, box in found.items()}


def test_each_date_and_status_has_its_look(visit: Visit, drawn: Path) -> None:
    with visit(drawn) as page:
        found = boxes(page)
        assert set(found) == set(DRAWN)  # what has no date is not drawn anywhere
        for name, (_, _, _, signs) in DRAWN.items():
            assert signs <= set(found[name]["signs"]), name
        assert page.locator("#timeline-graphic .tl-words", has_text="in conflict").inner_text().startswith("≠")
        assert "1 more" in page.locator("#timeline-said").inner_text()


def test_a_band_is_as_long_as_what_it_leaves_open(visit: Visit, drawn: Path) -> None:
    with visit(drawn) as page:
        found = boxes(page)
        year = found["year"]["width"]
        assert found["decade"]["width"] == pytest.approx(10 * year, rel=0.05)
        assert found["about"]["width"] == pytest.approx(year, rel=0.05)
        assert found["about"]["left"] == pytest.approx(found["year"]["left"] - 3 * year, abs=4)
        assert found["planned year"]["left"] == pytest.approx(found["year"]["left"] + 3 * year, abs=4)
        assert found["open end"]["width"] >= year / 2


def test_the_window_zooms_moves_and_comes_back(visit: Visit, drawn: Path) -> None:
    with visit(drawn, reduced_motion="reduce") as page:
        whole = boxes(page)["year"]["width"]
        page.locator("#tl-in").click()
        closer = boxes(page)["year"]["width"]
        assert closer == pytest.approx(2 * whole, rel=0.1)
        before = boxes(page)["year"]["left"]
        page.locator("#tl-later").click()
        assert boxes(page)["year"]["left"] < before - 50
        page.locator("#tl-fit").click()
        assert boxes(page)["year"]["width"] == pytest.approx(whole, rel=0.02)
        page.locator("#tl-out").click()
        assert boxes(page)["year"]["width"] < whole


def test_arrow_keys_walk_from_event_to_event_and_enter_opens(visit: Visit, drawn: Path) -> None:
    with visit(drawn, reduced_motion="reduce") as page:
        page.locator("#timeline-graphic").focus()
        said = []
        for _ in range(4):
            page.keyboard.press("ArrowRight")
            said.append(page.locator("#timeline-said").inner_text())
        assert len(set(said)) == 4
        name = next(name for name in DRAWN if f": {name}" in said[-1])
        page.keyboard.press("Enter")
        page.wait_for_selector("#panel", state="visible")
        assert page.locator("#panel-title").inner_text() == name
        page.keyboard.press("Escape")
        page.wait_for_selector("#panel", state="hidden")


def test_a_click_on_a_mark_opens_its_event(visit: Visit, drawn: Path) -> None:
    with visit(drawn) as page:
        boxes(page)
        page.locator(f"#timeline-graphic .tl-words[data-key={key('event:planned-day')}]").click()
        page.wait_for_selector("#panel", state="visible")
        assert page.locator("#panel-title").inner_text() == "planned day"
        assert "planned" in page.locator("#panel .status").first.inner_text()


def test_rows_by_theme_type_status_or_none(visit: Visit, drawn: Path) -> None:
    with visit(drawn) as page:
        for rows in ("type", "status", "none", "family"):
            page.locator("#tl-rows").select_option(rows)
            assert set(boxes(page)) == set(DRAWN), rows
        page.locator("#tl-rows").select_option("status")
        page.wait_for_timeout(200)
        names = page.locator("#timeline-graphic .row-name").all_inner_texts()
        assert {"occurred", "ongoing", "planned", "cancelled", "denied"} == set(names)
