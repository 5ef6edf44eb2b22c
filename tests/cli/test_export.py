"""`tieline export`: its list of formats, what it prints, and how it fails."""

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tieline.cli.app import app
from tieline.present.formats import FORMATS


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["export", *arguments])


def failure(*arguments: str) -> str:
    result = run(*arguments)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    return result.stderr


def test_help_lists_every_format_with_its_use() -> None:
    told = CliRunner().invoke(app, ["export", "--help"], env={"COLUMNS": "120"}).stdout
    for name, form in FORMATS.items():
        assert f"{name} " in told
        assert form.use in told


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written(name: str, tmp_path: Path) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed (extra: parquet)")
    result = run(name, "-o", str(tmp_path / "out"), "--json")
    assert result.exit_code == 0, result.output
    paths = [Path(path) for path in json.loads(result.stdout)]
    assert paths
    assert all(path.stat().st_size for path in paths)
    assert (tmp_path / "out").is_dir() == FORMATS[name].is_folder


def test_names_that_people_use(tmp_path: Path) -> None:
    for name in ("md", "iCal", "datasette", "JSON-LD", ".gexf"):
        assert run(name, "-o", str(tmp_path / "out"), "--quiet").output == ""


def test_what_is_left_out_is_said_beside_the_result(tmp_path: Path) -> None:
    result = run("ics", "-o", str(tmp_path / "e.ics"))
    assert "events are left out" in result.stderr
    assert result.stdout.strip() == str(tmp_path / "e.ics")
    assert run("ics", "-o", str(tmp_path / "e.ics"), "--quiet").output == ""


def test_wrong_formats_and_places_are_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert "Did you mean graphml?" in failure("grapml", "-o", str(tmp_path / "x"))
    assert "Formats: graphml, gexf" in failure("docx", "-o", str(tmp_path / "x"))
    assert "folder" in failure("gexf", "-o", str(tmp_path))
    assert "folder" in failure("sqlite", "-o", str(tmp_path))
    assert "is a file" in failure("csv", "-o", str(tmp_path / "file"))
    assert "cannot be written" in failure("ics", "-o", str(tmp_path / "no" / "e.ics"))
    assert "cannot be written" in failure("csv", "-o", str(tmp_path / "file" / "csv"))
    assert "-o" in failure("ics")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything may be written by root")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    for name in ("ics", "csv", "sqlite"):
        assert "cannot be written" in failure(name, "-o", str(tmp_path / "out"))


def test_as_of_keeps_to_what_was_published(tmp_path: Path) -> None:
    run("json", "-o", str(tmp_path / "then.json"), "--as-of", "2009")
    assert len(json.loads((tmp_path / "then.json").read_text(encoding="utf-8"))["documents"]) == 1
