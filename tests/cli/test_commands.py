"""The command line through typer's runner, on the bundled texts."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from tieline.cli.app import COMMANDS, app

ARTICLE = (
    "LIMA, Nov. 19, 2008 (Xinhua) -- China and Peru signed a trade accord on Wednesday. "
    "President Alan Garcia visited Beijing in March 2008."
)
TABLES = ("timeline", "actors", "agreements", "figures", "documents", "issues")


def run(*arguments: str, input: str | None = None) -> Result:
    return CliRunner().invoke(app, list(arguments), input=input)


def value(*arguments: str) -> Any:
    """The JSON value of a command; it stands alone on standard output."""
    return json.loads(run(*arguments, "--json").stdout)


def failure(*arguments: str) -> str:
    """The one line of a command that goes wrong, which ends with exit code 2 and prints nothing else."""
    result = run(*arguments)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr
    return result.stderr.strip()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def base(article: Path, tmp_path: Path) -> Path:
    path = tmp_path / "mine.tieline"
    assert run("build", str(article), "-o", str(path), "--quiet").exit_code == 0
    return path


def test_alone_it_shows_what_it_can_do() -> None:
    result = run()
    assert result.exit_code == 0
    assert 'tieline ask "when did the FTA take effect"' in result.stdout
    assert all(name in result.stdout for name in COMMANDS)


def test_version() -> None:
    assert re.fullmatch(r"tieline \d+\.\d+\.\d+\n", run("--version").stdout)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Usage" in result.stdout
    if command != "rules":
        assert f"tieline {command}" in result.stdout.split("Example:")[1]


@pytest.mark.parametrize("action", ["list", "show", "try", "check"])
def test_every_action_of_rules_has_help(action: str) -> None:
    assert "Example:" in run("rules", action, "--help").stdout


def test_an_answer_has_the_shape_of_the_contract() -> None:
    answer = value("ask", "when did the FTA take effect")
    wanted = ("question", "status", "answer", "kind", "value", "unit", "items", "reasons", "citations", "nearest", "as_of")
    assert all(field in answer for field in wanted)


def test_a_question_needs_no_quotes() -> None:
    assert value("ask", "when", "did", "the", "FTA", "take", "effect")["question"] == "when did the FTA take effect"


def test_nonsense_is_unanswered_with_exit_code_1() -> None:
    assert run("ask", "what is the airspeed of an unladen swallow").exit_code == 1


def test_questions_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "questions.txt"
    path.write_text("when did the FTA take effect\n\nwho is the king of Mars\n", encoding="utf-8")
    assert [one["question"] for one in value("ask", "--file", str(path))] == ["when did the FTA take effect", "who is the king of Mars"]
    assert run("ask", "--file", str(path)).exit_code == 0
    assert run("ask", "--file", "-", input="who is the king of Mars\n").exit_code == 0


@pytest.mark.parametrize("command", TABLES)
def test_tables_and_their_json(command: str) -> None:
    assert isinstance(value(command), list)
    result = run(command)
    assert result.exit_code == (0 if value(command) else 1)
    assert result.stdout


def test_documents_are_the_five_texts() -> None:
    documents = value("documents")
    assert len(documents) == 5
    assert all(document["text"] for document in documents)


@pytest.mark.parametrize("command", TABLES)
@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_screen(command: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    longest = max(run(command).stdout.splitlines(), key=len, default="")
    assert len(longest) <= width or " " not in longest.strip()


def test_show_and_explain_follow_ids() -> None:
    event = value("timeline")[0]
    assert value("show", event["id"])["id"] == event["id"]
    assert run("show", event["id"]).exit_code == 0
    assert value("explain", event["id"])
    assert event["evidence"][0]["document"] in value("documents")[0]["id"] + str(value("documents"))


def test_build_add_remove(base: Path, tmp_path: Path) -> None:
    assert [one["id"] for one in value("documents", "--kb", str(base))] == ["note"]
    other = tmp_path / "other.txt"
    other.write_text("BEIJING, May 2, 2009 (Xinhua) -- China will host a summit in June.", encoding="utf-8")
    assert value("add", str(other), "--kb", str(base))["documents"] == 2
    before = value("timeline", "--kb", str(base))
    assert value("remove", "other", "--kb", str(base))["documents"] == 1
    assert len(value("timeline", "--kb", str(base))) <= len(before)


def test_a_given_date_wins(article: Path, tmp_path: Path) -> None:
    path = str(tmp_path / "dated.tieline")
    run("build", str(article), "-o", path, "--published", "2001-02-03")
    assert value("documents", "--kb", path)[0]["published"]["edtf"] == "2001-02-03"


def test_as_of_narrows_what_is_known() -> None:
    assert len(value("documents", "--as-of", "2010")) < 5
    assert len(value("timeline", "--as-of", "2010")) < len(value("timeline"))


@pytest.mark.parametrize("format", ["graphml", "gexf", "jsonld", "json", "csv"])
def test_exports(format: str, tmp_path: Path) -> None:
    assert all(Path(path).stat().st_size for path in value("export", format, "-o", str(tmp_path / format)))


def test_the_page_is_one_small_file(tmp_path: Path) -> None:
    run("page", "-o", str(tmp_path / "page.html"))
    assert 10_000 < (tmp_path / "page.html").stat().st_size < 2_000_000


def test_rules_are_listed_shown_and_tried() -> None:
    folders = value("rules", "list")
    rule = value("rules", "list", next(name for name, number in folders.items() if number))[0]
    assert rule["id"] in run("rules", "show", rule["id"]).stdout
    assert value("rules", "try", "They signed the accord on 3 May 2011")


def test_the_cache_is_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TIELINE_CACHE_DIR", str(tmp_path))
    assert value("cache") == {"path": str(tmp_path), "files": 0, "bytes": 0}
    run("documents")
    assert value("cache")["files"] >= 1
    assert value("cache", "clear")["removed"] >= 1


WRONG = {
    ("tmeline",): "Did you mean 'timeline'?",
    ("zzz",): "tieline --help",
    ("ask",): "a question is needed",
    ("ask", "--no-such"): "No such option",
    ("ask", ""): "question",
    ("ask", "x", "--as-of", "yesterday-ish"): "yesterday-ish",
    ("ask", "--file", "no-such-file"): "no-such-file",
    ("ask", "x", "--kb", "no-such-file"): "no-such-file",
    ("timeline", "--type", "vist"): "Did you mean visit?",
    ("timeline", "--from", "soon"): "soon",
    ("timeline", "--actor", "Ruritannia"): "Ruritannia",
    ("show", "qqqqqq"): 'Nothing is called "qqqqqq"',
    ("explain", "event:none"): "event:none",
    ("build", "no-such-folder", "-o", "x.tieline"): "no-such-folder",
    ("build", "."): "--output",
    ("add", "x.txt"): "--kb",
    ("remove", "x", "--kb", "no-such-file"): "no-such-file",
    ("export", "grapml", "-o", "x"): "Did you mean graphml?",
    ("export", "json", "-o", "no/such/folder/x.json"): "cannot be written",
    ("page", "-o", "no/such/folder/x.html"): "cannot be written",
    ("dates", "no-such-file"): "no-such-file",
    ("dates", "--json", "--jsonl"): "at a time",
    ("rules", "show", "no.such.rule"): "no.such.rule",
    ("rules", "check", "--rules", "no-such-folder"): "no-such-folder",
    ("cache", "burn"): "path or clear",
}


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_use_is_one_line_and_exit_code_2(arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert WRONG[arguments] in failure(*arguments)
    assert not list(tmp_path.iterdir())


def test_unreadable_sources_are_one_line(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "folder").mkdir()
    out = str(tmp_path / "x.tieline")
    for name in ("empty.txt", "binary.txt", "folder"):
        assert name in failure("build", str(tmp_path / name), "-o", out)
    assert not Path(out).exists()


def test_a_text_is_not_written_over(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("My own notes.")
    assert "other.tieline" in failure("build", str(article), "-o", str(other))
    assert other.read_text() == "My own notes."
    assert "tieline build" in failure("timeline", "--kb", str(other))


def test_a_text_in_another_language_is_named(tmp_path: Path) -> None:
    (tmp_path / "lima.txt").write_text(
        "El presidente de Chile llegó a Lima para una visita oficial de dos días. Los dos presidentes firmaron un acuerdo de pesca." * 3
    )
    told = run("build", str(tmp_path / "lima.txt"), "-o", str(tmp_path / "x.tieline"))
    assert "1 not in English: lima" in told.stderr


def test_a_damaged_file_is_one_line(base: Path) -> None:
    base.write_bytes(b"SQLite format 3\x00" + b"nothing" * 100)
    assert base.name in failure("timeline", "--kb", str(base))
