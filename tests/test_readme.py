"""The README: its Python runs, its commands run, and every command is in it."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tieline.cli.app import COMMANDS, app

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, re.S)
LINES = [line for kind, block in BLOCKS if kind == "sh" for line in block.splitlines() if line.startswith("tieline")]
ARTICLE = "LIMA, Nov. 19, 2024 (Xinhua) -- China and Peru signed an accord in Lima on Tuesday."


def test_its_first_lines_make_their_own_environment() -> None:
    lines = re.findall(r"^python3 -m venv .*$", README, re.M)
    assert len(lines) == 2
    assert lines[0].endswith('tieline ask "when did the FTA take effect"')
    assert "pytest" in lines[1]


@pytest.mark.parametrize("code", [block for kind, block in BLOCKS if kind == "python"])
def test_its_python_runs(code: str) -> None:
    exec(compile(code, "README.md", "exec"), {})


def test_its_commands_run_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIELINE_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "articles.csv").write_text("file,published,title,publisher,url\none.txt,2024-11-19,Accord,Xinhua,\n", encoding="utf-8")
    (tmp_path / "note.txt").write_text("BEIJING, Nov. 20 (Xinhua) -- The two countries will meet on Friday.", encoding="utf-8")
    for line in LINES:
        result = CliRunner().invoke(app, shlex.split(line, comments=True)[1:])
        assert result.exit_code in (0, 1), (line, result.output)
        if not line.startswith(("tieline ask", "tieline rules check", "tieline rules try")):
            assert result.exit_code == 0, (line, result.output)


def test_every_command_is_in_it() -> None:
    assert {line.split()[1] for line in LINES if len(line.split()) > 1 and line.split()[1] != "#"} == set(COMMANDS)
