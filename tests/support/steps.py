"""What a reader does on the page, and what is then to be seen, in a few words each."""

from collections.abc import Iterable
from typing import Any

from tieline.present.page import encode


def key(id: str) -> str:
    """The name of a fact on the page, as its address and `data-key` carry it."""
    kind, _, rest = id.partition(":")
    return encode.key(kind, rest)


def keys(values: Iterable[Any]) -> list[str]:
    """The same of many, in their order."""
    return [key(value.id) for value in values]


def rows(page: Any) -> list[str]:
    """The events in the list, top to bottom, those behind "more" included."""
    return page.evaluate("document.getElementById('event-list').shownKeys()")


def tick(page: Any, facet: str, value: str, *, on: bool = True) -> None:
    """Choose a value of a filter, by the words that stand beside its box."""
    menu = page.locator(f".facet[data-facet={facet}]")
    if not menu.locator(".facet-menu").is_visible():
        menu.locator(".facet-button").click()
    box = menu.get_by_role("checkbox", name=value, exact=False).first
    box.set_checked(on)
    page.keyboard.press("Escape")


def at(page: Any) -> str:
    """The address within the page."""
    return page.evaluate("decodeURIComponent(location.hash)")


READ = """() => [...document.querySelectorAll('#panel [data-testid=article-text]')].map(article => {
  let text = '', marks = [];
  const read = (node, inside) => {
    const before = [...text].length;
    if (node.nodeType === 3) text += node.data;
    else if (node.dataset.code) text += String.fromCodePoint(parseInt(node.dataset.code.slice(2), 16));
    else node.childNodes.forEach(child => read(child, inside));
    if (node.nodeType === 1 && node.matches('mark.cited')) marks.push([before, [...text].length]);
  };
  article.childNodes.forEach(child => read(child));
  return {document: Number(article.dataset.document), text, marks};
})"""


def articles(page: Any) -> dict[int, tuple[str, list[tuple[int, int]]]]:
    """The articles in the panel by their number: the whole text, and the stretches that are highlighted, in characters."""
    return {one["document"]: (one["text"], merged(one["marks"])) for one in page.evaluate(READ)}


def merged(stretches: Iterable[Iterable[int]]) -> list[tuple[int, int]]:
    """Stretches of a text in order, those that touch or overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(tuple(one) for one in stretches):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def open_item(page: Any, name: str) -> None:
    """Go to an item by its address, and wait until it is open."""
    page.evaluate("hash => { location.hash = hash }", f"#{name}")
    page.wait_for_function("name => document.querySelector('#panel').checkVisibility() && location.hash === '#' + name", arg=name)
