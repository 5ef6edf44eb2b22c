"""How soon a page of 5,000 events can be seen and how soon a filter has done its work, in a real browser.

Run it alone, one process; only then it fails where the page is slower than it has to be:
python -m pytest tests/bench/test_page.py -p no:xdist -s
"""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from browsing import NARROW, WIDE, launched, watched
from made_up import made_facts, made_views
from pytest_benchmark.fixture import BenchmarkFixture

from tieline.model.facts import Facts
from tieline.present.page import page_html

EVENTS, STOPS = 5000, 20
PAINT, FILTER, SHIFT = 2000, 200, 0.01  # milliseconds to the first paint and for a filter, and how much may move (CLS)
CHANGE = """hash => new Promise(done => {
  const start = performance.now();
  location.hash = hash;
  addEventListener('hashchange', () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))), {once: true});
})"""
STEPS = ("type=visit", "type=visit,meeting", "status=planned", "q=fisheries", "q=fisheries%20Al", "type=aid&q=mining", "by=2010-12-31", "")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def many() -> Facts:
    return made_facts(EVENTS)


@pytest.fixture(scope="module")
def page_of_many(many: Facts, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("pages") / "many.html"
    file.write_text(page_html(many, made_views(many, STOPS)), "utf-8", newline="")
    return file


@pytest.mark.benchmark(group="page of 5,000 events")
def test_writing_it(benchmark: BenchmarkFixture, many: Facts) -> None:
    assert len(benchmark.pedantic(page_html, args=(many,), rounds=3)) > 1_000_000


@pytest.mark.benchmark(group="page of 5,000 events")
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_first_paint(benchmark: BenchmarkFixture, browser: Any, page_of_many: Path, size: tuple[int, int]) -> None:
    """From the address to the first paint with content; beside it, when the whole view stood, and how much of it moved."""
    seen: list[dict[str, float]] = []

    def opened() -> None:
        with watched(browser, page_of_many, size=size) as page:
            page.wait_for_timeout(300)
            seen.append(page.evaluate(LOADED))

    benchmark.pedantic(opened, rounds=5)
    benchmark.extra_info.update({name: round(median(one[name] for one in seen), 3) for name in seen[0]})
    print(f"\n{size}: {benchmark.extra_info}")
    assert max(one["shift"] for one in seen) <= SHIFT
    if not benchmark.disabled:
        assert benchmark.extra_info["paint"] <= PAINT
        assert benchmark.extra_info["ready"] <= PAINT


LOADED = """() => ({
  paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
  ready: performance.getEntriesByName('tieline:boot')[0].startTime + performance.getEntriesByName('tieline:boot')[0].duration,
  boot: performance.getEntriesByName('tieline:boot')[0].duration,
  shift: shifts.reduce((one, two) => one + two, 0),
})"""


@pytest.mark.benchmark(group="page of 5,000 events")
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_filters(benchmark: BenchmarkFixture, browser: Any, page_of_many: Path, size: tuple[int, int]) -> None:
    """From the choice of a filter to the next frame on the screen, each of several in turn."""
    took: dict[str, list[float]] = {step: [] for step in STEPS}
    with watched(browser, page_of_many, size=size) as page:

        def through_all() -> None:
            for step in STEPS:
                took[step].append(page.evaluate(CHANGE, f"#timeline?{step}"))

        benchmark.pedantic(through_all, rounds=5)
        moved = page.evaluate("shifts.reduce((one, two) => one + two, 0)")
    benchmark.extra_info.update({step or "all": round(median(times), 1) for step, times in took.items()})
    print(f"\n{size}: {benchmark.extra_info}, moved {moved:.4f}")
    if not benchmark.disabled:
        assert max(benchmark.extra_info.values()) <= FILTER
