"""The command line as a process: pipes, encodings, colours, and what a bare question loads."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TIELINE = [sys.executable, "-m", "tieline"]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*TIELINE, *arguments], capture_output=True, env={**os.environ, **environment}, stdin=subprocess.DEVNULL, timeout=60, check=False
    )


def test_a_bare_question_gives_what_the_long_way_gives() -> None:
    bare = run("ask", "when did the FTA take effect", "--json")
    long = run("ask", "--json", "--", "when did the FTA take effect")
    assert (bare.stdout, bare.returncode) == (long.stdout, long.returncode)


def test_a_bare_question_loads_neither_typer_nor_rich_nor_networkx() -> None:
    result = subprocess.run(
        [sys.executable, "-X", "importtime", *TIELINE[1:], "ask", "when did the FTA take effect"],
        capture_output=True,
        timeout=60,
        check=False,
    )
    loaded = {row.rsplit(b"|", 1)[-1].strip() for row in result.stderr.splitlines()}
    assert not loaded & {b"typer", b"rich", b"networkx", b"numpy", b"charset_normalizer"}


def test_a_pipe_has_no_colours() -> None:
    assert b"\x1b" not in run("timeline").stdout
    assert b"\x1b" not in run("ask", "when did the FTA take effect").stdout


def test_a_reader_that_leaves_early_hears_no_complaint() -> None:
    process = subprocess.Popen([*TIELINE, "timeline", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(1)
    process.stdout.close()
    assert process.wait(60) in (0, -13)
    assert process.stderr.read() == b""


EACH = """
import sys
from tieline.cli.main import main
for command in (["documents"], ["documents", "--json"], ["issues"], ["ask", "who is \\u00d3scar"]):
    sys.argv = ["tieline", *command]
    try:
        main()
    except SystemExit as end:
        assert end.code in (None, 0, 1), (command, end.code)
"""


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_an_encoding_that_lacks_characters_stops_nothing(encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    result = subprocess.run([sys.executable, "-c", EACH], capture_output=True, env=environment, timeout=60, check=False)
    assert result.returncode == 0, result.stderr
    assert b"Traceback" not in result.stderr
    assert "documents" in result.stdout.decode(encoding)


def test_a_stop_is_one_line() -> None:
    code = "import tieline.cli.answering as a, sys\ndef stop(*_, **__): raise KeyboardInterrupt\na.answer_question = stop\n"
    code += "sys.argv = ['tieline', 'ask', 'x']\nfrom tieline.cli.main import main\nmain()"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
    assert (result.returncode, result.stderr.strip()) == (130, b"Stopped.")


def test_no_question_is_written_to_disk(tmp_path: Path) -> None:
    for flags in ((), ("--json",)):
        run("ask", "when did the Drenara FTA take effect", *flags, TIELINE_CACHE_DIR=str(tmp_path))
    assert all(b"drenara" not in path.read_bytes().lower() and b"drenara" not in path.name.encode().lower() for path in tmp_path.iterdir())


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    result = run("ask", "when did the FTA take effect", TIELINE_CACHE_DIR=str(tmp_path / "file" / "cache"))
    assert result.returncode == 0
    assert result.stderr == b""


def test_what_a_build_leaves_out_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("LIMA, Nov. 19, 2008 -- Peru and Chile signed a fisheries accord on Tuesday.")
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    for flags in ((), ("--json",)):
        result = run("build", str(tmp_path), "-o", str(tmp_path / "own.tieline"), *flags)
        told = [row for row in result.stderr.splitlines() if b"Left out" in row]
        assert (result.returncode, len(told)) == (0, 1)
        assert b"1 unreadable" in told[0]
        assert b"b.txt" in told[0]
