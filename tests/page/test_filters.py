"""Filters leave what `kb.timeline` leaves; search finds what has the words."""

from pathlib import Path
from typing import Any

import pytest
from browsing import Visit
from steps import at, keys, rows, tick

import tieline

CASES = (
    ("type", "visit", {"type": "visit"}),
    ("type", "negotiation", {"type": "negotiation"}),
    ("status", "planned", {"status": "planned"}),
    ("status", "expected", {"status": "expected"}),
    ("actor", "Peru", {"actor": "Peru"}),
    ("actor", "Alan Garcia", {"actor": "Alan Garcia"}),
    ("agreement", "China-Peru strategic partnership", {"agreement": "China-Peru strategic partnership"}),
)


def shown(page: Any, expected: list[str]) -> None:
    found = rows(page)
    assert found == expected
    assert str(len(expected)) in page.locator("#result-count").inner_text()


@pytest.mark.parametrize(("facet", "words", "asked"), CASES, ids=[f"{facet} {words}" for facet, words, _ in CASES])
def test_a_filter_leaves_what_the_library_leaves(visit: Visit, china_peru: Path, facet: str, words: str, asked: dict[str, str]) -> None:
    kb = tieline.load()
    with visit(china_peru) as page:
        shown(page, keys(kb.timeline()))
        tick(page, facet, words)
        shown(page, keys(kb.timeline(**asked)))
        assert 0 < len(kb.timeline(**asked)) < len(kb.events)
        page.locator("#filter-reset").click()
        shown(page, keys(kb.timeline()))


def test_filters_add_up_and_live_in_the_address(visit: Visit, china_peru: Path) -> None:
    kb = tieline.load()
    with visit(china_peru) as page:
        tick(page, "type", "visit")
        tick(page, "type", "meeting")
        tick(page, "status", "occurred")
        expected = keys(kb.timeline(type="visit,meeting", status="occurred"))
        shown(page, expected)
        page.wait_for_function("() => location.hash.includes('status=occurred')")  # written once the choice rests
        address = page.evaluate("location.hash")
    with visit(china_peru, at=address) as page:  # mailed to a colleague
        shown(page, expected)
        tick(page, "status", "occurred", on=False)
        shown(page, keys(kb.timeline(type="visit,meeting")))


def test_words_narrow_the_events(visit: Visit, china_peru: Path) -> None:
    with visit(china_peru) as page:
        page.locator("#filter-text").fill("chancay")
        expected = [event for event in tieline.load().timeline() if "chancay" in event.title.lower()]
        assert expected
        page.wait_for_function("n => document.querySelectorAll('[data-testid=event-row]').length < n", arg=40)
        assert set(keys(expected)) <= set(rows(page))
        page.locator("#filter-text").fill("no such words in any text")
        page.wait_for_function("() => document.querySelectorAll('[data-testid=event-row]').length === 0")
        assert page.locator("#view-timeline").get_by_text("no ", exact=False).count()  # the emptiness is told
        page.locator("#filter-text").fill("")
        page.wait_for_function("() => document.querySelectorAll('[data-testid=event-row]').length > 20")


FOUND = """([kind, words]) => document.querySelector(`#search-results [role=option][data-key^=${kind}-]`)
  ?.textContent.toLowerCase().includes(words)"""


def test_the_search_box_finds_every_kind_of_thing(visit: Visit, china_peru: Path) -> None:
    wanted = {"actor": "Alan Garcia", "agreement": "China-Peru Free Trade Agreement", "event": "Xi Jinping", "article": "spokesperson"}
    with visit(china_peru) as page:
        for kind, words in wanted.items():
            page.locator("#search-input").fill(words)
            page.wait_for_function(FOUND, arg=[kind, words.lower()])
        page.locator("#search-input").fill("alan garcia")
        page.wait_for_function(FOUND, arg=["actor", "alan garcia"])
        page.locator("#search-results [role=option][data-key^=actor-]").first.click()
        page.wait_for_selector("#panel", state="visible")
        assert "Alan Garcia" in page.locator("#panel-title").inner_text()
        assert "actor-" in at(page)
        page.locator("#search-input").fill("zzzz nothing")
        page.wait_for_function("() => !document.querySelector('#search-results [role=option]')")
        assert page.locator("#search-results").inner_text().strip()  # that nothing was found is told


@pytest.mark.parametrize(
    ("slip", "meant"), [("bolarte", "Boluarte"), ("xi jingping", "Xi Jinping"), ("CHANCHAY", "Chancay"), ("garcía", "Garcia")]
)
def test_the_search_box_puts_slips_and_accents_right(visit: Visit, china_peru: Path, slip: str, meant: str) -> None:
    with visit(china_peru) as page:
        page.locator("#search-input").fill(slip)
        page.wait_for_selector("#search-results [role=option]")
        assert meant in page.locator("#search-results [role=option]").first.inner_text()
