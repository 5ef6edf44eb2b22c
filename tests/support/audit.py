"""What can be said against a page: rules of axe-core, boxes that stick out, controls too small to touch, focus that cannot be seen."""

from functools import cache
from importlib import resources
from typing import Any

GRAVE = ("serious", "critical")


@cache
def _axe() -> str:
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


def violations(page: Any, *rules: str, within: str = "html") -> list[str]:
    """The serious and critical violations of all rules of axe-core, or of some, each with the elements; empty is good.

    `within`: what part of the page is looked at, as a selector.
    """
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(_axe())
    options = {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}
    found = page.evaluate("([part, options]) => axe.run(part, options).then(result => result.violations)", [within, options])
    return [f"{one['id']} ({one['help']}): {_where(one)}" for one in found if one["impact"] in GRAVE]


def _where(violation: dict[str, Any]) -> str:
    nodes = violation["nodes"]
    return f"{len(nodes)} of " + " | ".join(
        f"{node['target']} {node['html'][:120]} {node.get('failureSummary', '')[:200]}" for node in nodes[:3]
    )


def sticking_out(page: Any) -> list[str]:
    """The elements that make the page wider than its window or begin left of it; empty where nothing has to be scrolled sideways."""
    return page.evaluate(
        """() => {
          const room = document.documentElement.clientWidth;
          const cut = one => one.checkVisibility() && one.getBoundingClientRect().width > 1 && one.getBoundingClientRect().left < -1;
          const lost = [...document.querySelectorAll('.panel, .results, .facet-menu, header, main, #app > *')].filter(cut);
          const wide = document.scrollingElement.scrollWidth <= room ? []
            : [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > room + 1);
          const told = one => `${one.tagName}.${one.className} ${JSON.stringify(one.getBoundingClientRect())} in ${room}`;
          return [...lost, ...wide].slice(0, 8).map(told);
        }"""
    )


def too_small(page: Any, least: int = 24) -> list[str]:
    """Controls in view that a finger misses: under so many CSS pixels wide or high, links within running text aside (WCAG 2.2, 2.5.8)."""
    return page.evaluate(
        """least => [...document.querySelectorAll('button, input, select, summary, a[href], [role=button], [role=tab], [tabindex="0"]')]
          .filter(one => one.checkVisibility({opacityProperty: true, visibilityProperty: true})
            && getComputedStyle(one).display !== 'inline')
          .map(one => [one.closest('label') ?? one, one])
          .map(([box, one]) => [box.getBoundingClientRect(), one])
          .filter(([box]) => box.width > 1 && box.height > 1 && (box.width < least || box.height < least))
          .map(([box, one]) => `${one.tagName}.${one.getAttribute('class')} ${one.textContent.slice(0, 20)} ${box.width}x${box.height}`)""",
        least,
    )


FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  const labels = (one.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)?.textContent).join(' ');
  const name = labels || one.getAttribute('aria-label') ||
    one.labels?.[0]?.innerText || one.innerText || one.textContent || one.title || '';
  return {tag: one.tagName.toLowerCase(), id: one.id, name: name.trim().slice(0, 60), ring, top: box.top, left: box.left,
          seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth};
}"""


def walk(page: Any, *, key: str = "Tab", most: int = 400) -> list[dict[str, Any]]:
    """Every stop of the Tab key from where the focus is, until it leaves the page or comes back to a stop that it has made."""
    stops: list[dict[str, Any]] = []
    page.evaluate("window.stops = new Map()")
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate("document.activeElement === document.body || stops.has(document.activeElement)"):
            break
        page.evaluate("stops.set(document.activeElement, true)")
        stops.append(page.evaluate(FOCUSED))
    return stops
