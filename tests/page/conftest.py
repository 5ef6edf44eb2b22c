"""A browser for each process, and the pages that the tests open in it."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from browsing import Visit, launched, watched


@pytest.fixture(scope="package")  # no longer: while it is open, nothing else of the process can run an event loop (notebooks do)
def browser() -> Iterator[Any]:
    with launched() as found:
        yield found


@pytest.fixture(scope="package")
def visit(browser: Any) -> Visit:
    """What opens a file as a page: `with visit(file, at="#...", size=NARROW, color_scheme="dark") as page`."""
    return partial(watched, browser)


@pytest.fixture(scope="session")
def china_peru(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the bundled texts, as `tieline page` writes it."""
    from typer.testing import CliRunner

    from tieline.cli.app import app

    file = tmp_path_factory.mktemp("pages") / "china-peru.html"
    assert CliRunner().invoke(app, ["page", "-o", str(file), "--quiet"]).exit_code == 0
    return file
