"""`tieline page`: the file itself, before any browser has seen it."""

import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import tieline
from tieline.cli.app import app


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["page", *arguments])


def test_the_bundled_page_stays_under_two_megabytes(china_peru: Path) -> None:
    assert 20_000 < china_peru.stat().st_size < 2_000_000


def test_the_same_texts_give_the_same_bytes(china_peru: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tieline", "page", "-o", str(tmp_path / "again.html")]
    subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": "7"}, check=True, capture_output=True)
    assert (tmp_path / "again.html").read_bytes() == china_peru.read_bytes()


def test_the_policy_lets_nothing_in_and_comes_before_any_script_or_style(china_peru: Path) -> None:
    page = china_peru.read_text("utf-8")
    place, policy = policy_of(page)
    assert policy["default-src"] == ["'none'"]
    assert policy["base-uri"] == policy["form-action"] == ["'none'"]
    assert not {"*", "http:", "https:", "'unsafe-eval'"} & {source for sources in policy.values() for source in sources}
    scripts = policy.get("script-src", [])
    assert all(source.startswith("'sha256-") for source in scripts)  # no script runs but those whose bytes are named
    assert all(match.start() > place for match in re.finditer("<(script|style|link|img)", page))


def test_the_page_names_its_characters_its_language_and_itself(china_peru: Path) -> None:
    page = china_peru.read_text("utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert '<html lang="en"' in page
    assert "charset=" in page[:1024]
    assert re.search("<title>[^<]*China[^<]*Peru[^<]*</title>", page)


def test_as_of_leaves_out_what_came_later(tmp_path: Path) -> None:
    file = tmp_path / "then.html"
    assert run("-o", str(file), "--as-of", "2009").exit_code == 0
    page = file.read_text("utf-8")
    then, later = tieline.load().as_of("2009"), {event.title for event in tieline.load().events}
    assert all(document.id in page for document in then.documents)
    assert "Chancay" not in page
    assert later - {event.title for event in then.events}
    assert "002_d93d068ce3955784" not in page


def test_a_title_of_your_own(tmp_path: Path) -> None:
    assert run("-o", str(tmp_path / "t.html"), "--title", "Ties & <b>tides</b>").exit_code == 0
    assert "<title>Ties &amp; &lt;b&gt;tides&lt;/b&gt;" in (tmp_path / "t.html").read_text("utf-8")


@pytest.mark.parametrize("target", ["", "nowhere/deep/page.html"], ids=["a folder", "in no folder"])
def test_a_file_that_cannot_be_written_is_told_in_one_line(tmp_path: Path, target: str) -> None:
    result = run("-o", str(tmp_path / target))
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert str(tmp_path) in result.stderr
    assert "Traceback" not in result.stderr
    assert not list(tmp_path.iterdir())


def test_without_a_file_name_it_says_what_is_missing() -> None:
    result = run()
    assert result.exit_code == 2
    assert "--output" in result.stderr


def policy_of(page: str) -> tuple[int, dict[str, list[str]]]:
    """Where the policy stands, and its sources by directive."""
    found = re.search('<meta http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert found
    parts = [part.split() for part in unescape(found[1]).split(";") if part.strip()]
    return found.start(), {part[0]: part[1:] for part in parts}
