"""The slider shows what was known by a day: what `kb.timeline(as_of=...)` gives."""

from pathlib import Path

from browsing import Visit
from steps import keys, rows

import tieline
from tieline.model.words import in_words


def test_every_step_of_the_slider_shows_what_was_known_then(visit: Visit, china_peru: Path) -> None:
    kb = tieline.load()
    days = sorted({document.published.latest for document in kb.documents if document.published and document.published.latest})
    with visit(china_peru) as page:
        for day in days:
            page.evaluate("hash => { location.hash = hash }", f"#timeline?by={day}")
            page.wait_for_function("words => document.querySelector('#asof-output').textContent === words", arg=in_words(str(day)))
            assert rows(page) == keys(kb.timeline(as_of=str(day)))
        page.evaluate("location.hash = '#timeline'")
        page.wait_for_function("n => document.querySelector('#result-count').textContent.includes(n)", arg=str(len(kb.events)))
        assert rows(page) == keys(kb.timeline())


def test_the_slider_walks_by_keys_and_buttons(visit: Visit, china_peru: Path) -> None:
    kb = tieline.load()
    with visit(china_peru) as page:
        slider = page.locator("#asof")
        slider.focus()
        page.keyboard.press("Home")
        first = min(document.published.latest for document in kb.documents if document.published and document.published.latest)
        page.wait_for_function("words => document.querySelector('#asof-output').textContent === words", arg=in_words(str(first)))
        assert rows(page) == keys(kb.timeline(as_of=str(first)))
        assert slider.get_attribute("aria-valuetext")
        before = rows(page)
        page.locator("#asof-on").click()
        page.wait_for_timeout(200)
        assert rows(page) != before
        page.locator("#asof-back").click()
        page.wait_for_timeout(200)
        assert rows(page) == before
        slider.focus()
        page.keyboard.press("End")
        page.wait_for_timeout(200)
        assert rows(page) == keys(kb.timeline())
