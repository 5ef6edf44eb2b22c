"""Light and dark, wide and narrow: nothing sticks out, everything can be touched, axe-core has nothing grave to say."""

from pathlib import Path
from typing import Any

import pytest
from audit import sticking_out, too_small, violations
from browsing import NARROW, NARROWEST, WIDE, Visit

VIEWS = ("timeline", "agreements", "figures", "network", "articles", "questions")


def every_state(page: Any) -> Any:
    """Each view in turn, then an event, an actor and an agreement opened beside it, then a menu and the search."""
    for view in VIEWS:
        page.evaluate("hash => { location.hash = hash }", f"#{view}")
        page.wait_for_selector(f"#view-{view}", state="visible")
        yield view
    for kind in ("event", "actor", "agreement", "figure", "article"):
        name = page.evaluate("kind => document.querySelector(`[data-key^=${kind}-]`)?.dataset.key", kind)
        if name is None:
            continue
        page.evaluate("hash => { location.hash = hash }", f"#{name}")
        page.wait_for_selector("#panel", state="visible")
        yield kind
    page.evaluate("location.hash = '#timeline'")
    page.wait_for_selector("#panel", state="hidden")
    page.locator("#search-input").fill("port")
    page.wait_for_selector("#search-results [role=option]")
    yield "search"


@pytest.mark.parametrize(
    ("scheme", "rules", "size"),
    [("light", (), WIDE), ("light", (), NARROW), ("dark", ("color-contrast",), NARROW)],
    ids=["wide-light", "narrow-light", "narrow-dark"],
)
def test_axe_finds_nothing_serious(visit: Visit, china_peru: Path, scheme: str, rules: tuple[str, ...], size: tuple[int, int]) -> None:
    """All rules in light colours; in dark ones those that colours can break, where everything stands closest.

    What stays as it was in the state before is not looked at again.
    """
    new = {**dict.fromkeys(("actor", "agreement", "figure", "article"), "#panel"), "search": "#search"}
    with visit(china_peru, size=size, color_scheme=scheme) as page:
        found = {state: bad for state in every_state(page) if (bad := violations(page, *rules, within=new.get(state, "html")))}
        assert not found, found


@pytest.mark.parametrize("size", [NARROW, NARROWEST], ids=["390", "360"])
def test_a_phone_shows_everything_without_scrolling_sideways(visit: Visit, china_peru: Path, size: tuple[int, int]) -> None:
    with visit(china_peru, size=size, has_touch=True, is_mobile=True, device_scale_factor=2) as page:
        found = {state: bad for state in every_state(page) if (bad := sticking_out(page))}
        assert not found, found


def test_controls_are_large_enough_for_a_finger(visit: Visit, china_peru: Path) -> None:
    with visit(china_peru, size=NARROW, has_touch=True, is_mobile=True) as page:
        found = {state: bad for state in every_state(page) if (bad := too_small(page))}
        assert not found, found


def test_a_finger_can_filter_and_read_the_evidence(visit: Visit, china_peru: Path) -> None:
    with visit(china_peru, size=NARROW, has_touch=True, is_mobile=True) as page:
        before = page.locator("#result-count").inner_text()
        page.locator("#filters-toggle").tap()
        page.locator(".facet[data-facet=type] .facet-button").tap()
        page.locator(".facet[data-facet=type] .facet-menu label").first.tap()
        page.wait_for_function("before => document.querySelector('#result-count').innerText !== before", arg=before)
        page.keyboard.press("Escape")
        row = page.locator("[data-testid=event-row]").first
        row.scroll_into_view_if_needed()
        row.tap()
        page.wait_for_selector("#panel", state="visible")
        page.locator("#panel-close").tap()
        page.wait_for_selector("#panel", state="hidden")


def test_the_theme_follows_the_system_until_it_is_chosen(visit: Visit, china_peru: Path) -> None:
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    with visit(china_peru, color_scheme="dark") as page:
        dark = page.evaluate(ground)
        page.locator("#theme-toggle").click()
        light = page.evaluate(ground)
        assert dark != light
    with visit(china_peru, color_scheme="light") as page:
        assert page.evaluate(ground) == light


def test_text_twice_as_large_still_fits(visit: Visit, china_peru: Path) -> None:
    with visit(china_peru, size=(640, 800)) as page:  # 1280 CSS pixels at 200 percent
        page.evaluate("document.documentElement.style.fontSize = '125%'")
        found = {state: bad for state in every_state(page) if (bad := sticking_out(page))}
        assert not found, found


def test_who_asks_for_less_motion_gets_none(visit: Visit, china_peru: Path) -> None:
    with visit(china_peru, reduced_motion="reduce") as page:
        page.locator("[data-testid=event-row]").first.click()
        page.wait_for_selector("#panel", state="visible")
        moving = page.evaluate(
            "document.getAnimations().filter(one => one.playState === 'running' && one.effect.getTiming().duration > 1).length"
        )
        assert moving == 0
