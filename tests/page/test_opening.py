"""The page opens from disk, complete, quietly and without moving about."""

from pathlib import Path

from browsing import NARROW, Visit

import tieline
from tieline.model.amount import amount

VIEWS = ("timeline", "agreements", "figures", "network", "articles", "questions")


def test_every_view_opens_and_shows_itself_alone(visit: Visit, china_peru: Path) -> None:
    with visit(china_peru) as page:
        for view in VIEWS:
            page.locator(f"nav#views a[data-view={view}]").click()
            shown = page.eval_on_selector_all("section[id^=view-]", "all => all.filter(one => one.checkVisibility()).map(one => one.id)")
            assert shown == [f"view-{view}"]
            assert len(page.locator(f"#view-{view}").inner_text()) > 80
            assert page.locator(f"nav#views a[data-view={view}]").get_attribute("aria-current")


def test_nothing_moves_while_it_loads(visit: Visit, china_peru: Path) -> None:
    for size in ((1440, 900), NARROW):
        with visit(china_peru, size=size) as page:
            page.wait_for_timeout(300)
            assert sum(page.evaluate("window.shifts")) < 0.02


def test_without_scripts_the_chronology_is_still_there(visit: Visit, china_peru: Path) -> None:
    with visit(china_peru, scripts=False) as page:
        said = page.locator("body").inner_text()
        assert all(event.title in said for event in tieline.load().events if event.time)
        assert page.locator("nav#views").is_hidden()  # nothing that cannot work


def test_printing_gives_the_chronology_with_its_sources_on_white(visit: Visit, china_peru: Path) -> None:
    with visit(china_peru, color_scheme="dark") as page:
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        said = page.locator("body").inner_text()
        assert all(event.title in said for event in tieline.load().events if event.time)
        planned = next(one for one in tieline.load().figures if one.status == "planned")
        assert any(amount(planned) in line and "(planned)" in line for line in said.splitlines())
        assert all((document.title or document.id) in said for document in tieline.load().documents)
        for hidden in ("#search-input", "#theme-toggle", "nav#views", ".facet-button"):
            assert not page.locator(hidden).first.is_visible()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
        assert page.pdf()[:5] == b"%PDF-"
