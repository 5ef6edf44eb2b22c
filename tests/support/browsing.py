"""A real browser on a page from disk that may neither complain nor ask for anything."""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest

Visit = Callable[..., AbstractContextManager[Any]]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
WIDE, NARROW, NARROWEST = (1440, 900), (390, 844), (360, 740)

# Told to the page before its own scripts run: what a reader of the console would miss, and what a script that broke out would leave behind.
WATCH = """
addEventListener('securitypolicyviolation', e => console.error(`policy violated: ${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
addEventListener('unhandledrejection', e => console.error(`unhandled: ${e.reason}`));
window.shifts = [];
new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(one => one.value)))
  .observe({type: 'layout-shift', buffered: true});
"""


def executable() -> str | None:
    """Where a Chromium or Chrome is, or None."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@contextmanager
def launched() -> Iterator[Any]:
    """A headless browser; the test is skipped where there is none."""
    api = pytest.importorskip("playwright.sync_api", reason="no Playwright: pip install playwright")
    path = executable()
    if path is None:
        pytest.skip(f"no browser found (looked for {', '.join(NAMES)}): apt-get install chromium")
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=[*root, "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@contextmanager
def watched(
    browser: Any, file: Path, *, at: str = "", size: tuple[int, int] = WIDE, scripts: bool = True, before: str = "", **options: Any
) -> Iterator[Any]:
    """The page of a file, open from disk; on leaving, it must not have complained, asked for anything or opened anything.

    `at` is the address within it ("#timeline"), `before` a script that runs before those of the page; other options are Playwright's.
    """
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, java_script_enabled=scripts, service_workers="block", offline=True, **options
    )
    context.set_default_timeout(30_000)
    page = context.new_page()
    troubles: list[str] = []
    address = file.resolve().as_uri()
    if scripts:
        page.add_init_script(WATCH + before)
    page.on("console", lambda said: troubles.append(f"console: {said.text}") if said.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
    page.on("crash", lambda _: troubles.append("the page crashed"))
    page.on("dialog", lambda dialog: (troubles.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("popup", lambda other: troubles.append(f"a window opened: {other.url}"))
    page.on("download", lambda one: troubles.append(f"a download: {one.url}"))
    page.on("request", lambda asked: None if _own(asked.url, address) else troubles.append(f"asked for {asked.url}"))
    page.goto(address + at)
    if scripts:
        page.wait_for_selector("html[data-ready]", state="attached")
    try:
        yield page
    finally:
        context.close()
    assert not troubles, "\n".join(f"{number} x {trouble[:400]}" for trouble, number in Counter(troubles).items())


def _own(url: str, address: str) -> bool:
    """Whether an address is the page itself, or holds its own content; neither leaves the machine."""
    return url.split("#", maxsplit=1)[0] == address or url.startswith(("data:", "blob:"))
