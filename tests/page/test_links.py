"""Every item has an address that opens it; back and forward work."""

from pathlib import Path

from browsing import Visit
from steps import at, key

import tieline
from tieline.model.amount import amount
from tieline.model.opening import first_words

# Goes to each address and tells the title that is shown then.
OPEN_EACH = """async names => {
  const titles = [];
  for (const name of names) {
    const gone = new Promise(resolve => addEventListener('hashchange', () => requestAnimationFrame(resolve), {once: true}));
    location.hash = `#${name}`;
    await gone;
    titles.push(document.querySelector('#panel').checkVisibility() ? document.querySelector('#panel-title').innerText : '');
  }
  return titles;
}"""


def test_every_item_opens_by_its_address(visit: Visit, china_peru: Path) -> None:
    kb = tieline.load()
    wanted = [(one.id, one.title) for one in kb.events]
    wanted += [(one.id, one.name) for values in (kb.actors, kb.agreements) for one in values]
    wanted += [(one.id, amount(one)) for one in kb.figures]
    wanted += [(f"article:{one.id}", one.title or first_words(one.text)) for one in kb.documents]
    with visit(china_peru) as page:
        titles = page.evaluate(OPEN_EACH, [key(name) for name, _ in wanted])
    assert len(titles) == len(wanted)
    assert [(name, title) for (name, words), title in zip(wanted, titles, strict=True) if words not in title] == []


def test_a_link_that_was_mailed_opens_the_item_at_once(visit: Visit, china_peru: Path) -> None:
    event = tieline.load().events[-1]
    with visit(china_peru, at=f"#{key(event.id)}") as page:
        assert page.locator("#panel-title").inner_text() == event.title
        assert page.locator("#view-timeline").is_visible()


def test_an_address_of_nothing_says_so(visit: Visit, china_peru: Path) -> None:
    odd = (
        "#__proto__",
        "#constructor",
        "#?type=nothing&by=never",
        "#timeline?actor=toString",
        "#constructor-x",
        "#__proto__-x",
        "#%E0%A4%A",
    )
    with visit(china_peru, at="#event-of-nothing") as page:
        assert "Nothing of that name" in page.locator("#panel-title").inner_text()
        for one in odd:
            page.evaluate("address => { location.hash = address; }", one)
            assert page.locator("nav#views").is_visible()
    for one in odd[-2:]:
        with visit(china_peru, at=one) as page:
            assert page.locator("nav#views").is_visible()


def test_back_and_forward_walk_the_way_that_was_gone(visit: Visit, china_peru: Path) -> None:
    with visit(china_peru) as page:
        first = page.locator("[data-testid=event-row]").first
        name = first.get_attribute("data-key")
        first.click()
        page.wait_for_selector("#panel", state="visible")
        assert name in at(page)
        page.locator("nav#views a[data-view=figures]").click()
        page.wait_for_selector("#view-figures", state="visible")
        page.go_back()
        page.wait_for_selector("#panel", state="visible")
        assert page.locator("#view-timeline").is_visible()
        page.go_back()
        page.wait_for_selector("#panel", state="hidden")
        page.go_forward()
        page.wait_for_selector("#panel", state="visible")
        page.go_forward()
        page.wait_for_selector("#view-figures", state="visible")
