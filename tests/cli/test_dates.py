"""`tieline dates`: what goes in, what comes out, and what is refused."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from tieline.cli.app import app

ARTICLE = (
    "ORSENDA, Nov. 19, 2008 (Northern Wire) -- Tavonia and Corvia signed a trade accord on Monday.\r\n"
    "President Ada Moor visited Corvia in March 2007 — for three days.\r\n"
)
LINES = (
    b'\xef\xbb\xbf{"id": "a", "text": "They met on Tuesday.", "dct": "2015-07-17"}\r\n'
    b"\n"
    b'{"id": 2, "text": "\xf0\x9f\x98\x80 from 3 to 5 May 2011", "dct": null}\n'
    b'{"text": "yesterday"}'
)
TUESDAY = {"start": 12, "end": 19, "type": "DATE", "value": "2015-07-14"}


def run(*arguments: str, input: bytes | str | None = None) -> Result:
    return CliRunner().invoke(app, ["dates", *arguments], input=input)


def answers(result: Result) -> list[Any]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_bytes(ARTICLE.encode())
    return path


def test_a_text_counts_from_the_day_that_it_states(article: Path) -> None:
    found = json.loads(run(str(article), "--json").stdout)
    assert [one["time"] and one["time"]["edtf"] for one in found] == ["2008-11-19", "2008-11-17", "2007-03", None]
    assert all(ARTICLE[one["start"] : one["end"]] == one["text"] for one in found)
    assert found[1]["timex3"]["anchor"] == "2008-11-19"
    assert {one["file"] for one in found} == {str(article)}


def test_the_day_given_wins(article: Path) -> None:
    assert "2012-02-20" in run(str(article), "--quiet", "--published", "2012-02-22").stdout.splitlines()


def test_standard_input_alone_and_among_files(article: Path) -> None:
    assert run("--published", "2015-07-17", "--quiet", input="They signed it on Tuesday.\n").stdout == "2015-07-14\n"
    both = json.loads(run(str(article), "-", "--json", input="in 1971").stdout)
    assert [one["file"] for one in both] == [str(article)] * 4 + ["-"]


def test_the_table_shows_the_words_among_others(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    shown = run(str(article)).stdout
    assert "…a trade accord on *Monday*. President Ada Moor…" in shown
    assert "17 November 2008" in shown
    assert shown.endswith("4 time expressions\n")
    assert "\x1b" not in shown


def test_a_narrow_screen_has_no_columns(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    shown = run(str(article)).stdout
    assert max(map(len, shown.splitlines())) <= 40
    assert "  value: 2008-11-17\n" in shown


def test_why(article: Path) -> None:
    assert '- "Monday" before Wednesday 2008-11-19 is Monday 2008-11-17' in run(str(article), "--verbose").stdout


def test_lines_are_answered_in_order() -> None:
    result = run("--jsonl", input=LINES)
    assert answers(result) == [
        {"id": "a", "timexes": [TUESDAY]},
        {
            "id": 2,
            "timexes": [
                {"start": 7, "end": 8, "type": "DATE", "value": "2011-05-03"},
                {"start": 12, "end": 22, "type": "DATE", "value": "2011-05-05"},
            ],
        },
        {"id": None, "timexes": [{"start": 0, "end": 9, "type": "DATE", "value": "XXXX-XX-XX"}]},
    ]
    assert result.exit_code == 0
    assert answers(run("--jsonl", "--published", "2015-07-17", input=b'{"text": "yesterday"}'))[0]["timexes"][0]["value"] == "2015-07-16"


def test_files_of_lines_and_others(article: Path, tmp_path: Path) -> None:
    lines = tmp_path / "texts.jsonl"
    lines.write_bytes(LINES)
    found = answers(run("--jsonl", str(lines), str(article)))
    assert [one["id"] for one in found] == ["a", 2, None, str(article)]
    assert [one["value"] for one in found[3]["timexes"]] == ["2008-11-19", "2008-11-17", "2007-03", "P3D"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"{x", "no JSON: "),
        (b"[" * 100_000, "no JSON that can be read"),
        (b'{"id": ' + b"9" * 9999 + b"}", "no JSON that can be read"),
        (b"[]", "no object with a text"),
        (b'{"id": 1}', "no object with a text"),
        (b'{"text": 5}', "no object with a text"),
        (b'{"text": "", "dct": 20150717}', "dct is 20150717; a date in quotes"),
        (b'{"text": "", "dct": "lately"}', "dct: 'lately' is no date"),
        (b'{"text": "", "dct": "2015-02-30"}', "dct: '2015-02-30' is no day"),
        (b'{"text": "\xff"}', "no UTF-8 at byte 10"),
    ],
)
def test_a_wrong_line_is_told_and_left_out(line: bytes, told: str) -> None:
    result = run("--jsonl", input=b'{"text": ""}\n' + line + b'\n{"id": 3, "text": "in 1971"}\n')
    assert [one["id"] for one in answers(result)] == [None, 3]
    assert result.stderr.startswith("line 2: ")
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.exit_code == 2


def test_many_wrong_lines_are_counted() -> None:
    result = run("--jsonl", input=b"x\n" * 500)
    assert result.stderr.count("\n") == 21
    assert result.stderr.endswith("500 lines in all could not be read; the first 20 are told.\n")


def test_each_line_is_answered_before_the_next_one_comes() -> None:
    with subprocess.Popen([sys.executable, "-m", "tieline", "dates", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        for number in range(3):
            process.stdin.write(b'{"id": %d, "text": "in 1971"}\n' % number)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(timeout=20) == 0


@pytest.mark.parametrize(
    ("options", "shown"), [((), "0 time expressions"), (("--json",), "[]"), (("--quiet",), ""), (("--timeml",), "<TEXT></TEXT>")]
)
def test_nothing_in_nothing_out(options: tuple[str, ...], shown: str) -> None:
    result = run(*options, input="")
    assert result.exit_code == 1
    assert shown in result.stdout
    assert run("--jsonl", input="").exit_code == 0


def test_what_cannot_be_read_does_not_stop_the_rest(article: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    (tmp_path / "empty.txt").touch()
    given = [str(tmp_path), str(picture), str(article), str(tmp_path / "none.txt"), str(tmp_path / "empty.txt")]
    for options in ((), ("--quiet",), ("--json",), ("--jsonl",)):
        result = run(*given, *options)
        assert result.exit_code == 2
        assert "2008-11-17" in result.stdout
        told = result.stderr.splitlines()
        assert [line.split(": ")[0] for line in told] == [given[0], given[1], given[3], given[4]]
        assert "a binary file" in told[1]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--json", "--jsonl"), "at a time"),
        (("--published", "tomorrow"), "'tomorrow' is no date"),
        (("--published", "2015-02-30", "--jsonl"), "is no day of the calendar"),
        (("a.txt", "b.txt", "--timeml"), "writes one document"),
        (("-", "-"), "can be read once"),
    ],
)
def test_wrong_use(options: tuple[str, ...], told: str) -> None:
    result = run(*options, input="in 1971")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_help_has_examples() -> None:
    shown = " ".join(run("--help").stdout.split())
    for example in ("--published 2015-07-17", "--timeml > note.tml", "--jsonl < texts.jsonl"):
        assert example in shown
