"""Everything can be reached and used without a pointer."""

from pathlib import Path

from audit import walk
from browsing import NARROW, WIDE, Visit

NEEDED = ("search-input", "theme-toggle", "print-button", "asof", "filter-text", "tl-in", "tl-out", "tl-fit")


def test_tab_reaches_every_control_in_reading_order_and_leaves_the_page(visit: Visit, china_peru: Path) -> None:
    with visit(china_peru, size=WIDE) as page:
        stops = walk(page)
        assert len(stops) < 400  # it came to an end: no trap
        assert set(NEEDED) <= {stop["id"] for stop in stops}
        assert not [stop for stop in stops if not stop["ring"]], "focus that cannot be seen"
        assert not [stop for stop in stops if not stop["seen"]], "focus outside the window"
        assert not [stop for stop in stops if not stop["name"]], "controls without a name"
        back = walk(page, key="Shift+Tab")
        assert len(back) >= len(stops) - 1


def test_enter_opens_an_event_and_escape_gives_the_focus_back(visit: Visit, china_peru: Path) -> None:
    for size in (WIDE, NARROW):
        with visit(china_peru, size=size) as page:
            opener = page.locator("[data-testid=event-row]").nth(1)
            name = opener.get_attribute("data-key")
            page.evaluate(
                """name => { const row = document.querySelector(`[data-testid=event-row][data-key="${name}"]`);
                (row.matches('a, button') ? row : row.querySelector('a, button')).focus() }""",
                name,
            )
            page.keyboard.press("Enter")
            page.wait_for_selector("#panel", state="visible")
            page.wait_for_function("() => document.querySelector('#panel').contains(document.activeElement)")
            page.keyboard.press("Escape")
            page.wait_for_selector("#panel", state="hidden")
            assert page.evaluate("name => document.activeElement.closest('[data-key]')?.dataset.key === name", name)


def test_the_search_is_a_list_to_walk_with_arrows(visit: Visit, china_peru: Path) -> None:
    with visit(china_peru) as page:
        page.locator("#search-input").focus()
        page.keyboard.type("port")
        page.wait_for_selector("#search-results [role=option]")
        assert page.locator("#search-input").get_attribute("aria-expanded") == "true"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        active = page.locator("#search-input").get_attribute("aria-activedescendant")
        assert active
        assert page.locator(f"[id='{active}']").get_attribute("aria-selected") == "true"
        name = page.locator(f"[id='{active}']").get_attribute("data-key")
        page.keyboard.press("Enter")
        page.wait_for_selector("#panel", state="visible")
        assert name in page.evaluate("decodeURIComponent(location.hash)")
        page.locator("#search-input").focus()
        page.keyboard.type("chancay")
        page.wait_for_selector("#search-results [role=option]")
        page.keyboard.press("Escape")
        page.wait_for_selector("#search-results [role=option]", state="hidden")


def test_the_last_key_of_a_search_counts_before_it_is_looked_up(visit: Visit, china_peru: Path) -> None:
    pressed = """key => { const input = document.querySelector("#search-input"); input.focus(); input.value = "chancay";
        input.dispatchEvent(new Event("input", { bubbles: true }));
        input.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })); }"""
    with visit(china_peru) as page:
        page.evaluate(pressed, "Escape")
        page.wait_for_timeout(200)  # longer than the search waits
        assert page.locator("#search-results").is_hidden()
        page.evaluate(pressed, "Enter")
        page.wait_for_selector("#panel", state="visible")
        assert "chancay" in page.evaluate("decodeURIComponent(location.hash)")


def test_a_filter_opens_ticks_and_closes_by_keys(visit: Visit, china_peru: Path) -> None:
    with visit(china_peru) as page:
        button = page.locator(".facet[data-facet=type] .facet-button")
        button.focus()
        page.keyboard.press("Enter")
        page.wait_for_selector(".facet[data-facet=type] .facet-menu", state="visible")
        assert button.get_attribute("aria-expanded") == "true"
        before = page.locator("#result-count").inner_text()
        if not page.evaluate("document.activeElement.matches('[type=checkbox]')"):
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.wait_for_function("before => document.querySelector('#result-count').innerText !== before", arg=before)
        page.keyboard.press("Escape")
        page.wait_for_selector(".facet[data-facet=type] .facet-menu", state="hidden")
        assert page.evaluate("document.activeElement.closest('.facet')?.dataset.facet") == "type"


def test_a_screen_reader_hears_what_a_filter_did(visit: Visit, china_peru: Path) -> None:
    with visit(china_peru) as page:
        assert page.locator("#live").get_attribute("aria-live") == "polite"
        page.locator("#filter-text").fill("visit")
        page.wait_for_function("() => /\\d/.test(document.querySelector('#live').textContent)")
