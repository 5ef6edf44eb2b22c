"""The bundled texts: at once, from the cache or without one."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress

import pytest

import tieline
from tieline.kept import cache_folder, keep, recall
from tieline.store import cache


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("TIELINE_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def filled(tmp_path, monkeypatch):
    """A cache folder of its own that holds what another start has kept."""
    tieline.load().ask(QUESTIONS[0])
    (tmp_path / "cache").mkdir()
    for file in cache_folder().iterdir():
        with suppress(FileNotFoundError):  # one that another process was still writing under another name
            shutil.copy(file, tmp_path / "cache")
    monkeypatch.setenv("TIELINE_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_built_once_and_found_again(folder):
    first = tieline.load()
    assert len(first.documents) == 5
    assert cache.cache_path(tieline.__version__).exists()
    second = tieline.load()
    assert second.facts == first.facts
    assert second._stored.readings == first._stored.readings


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100, b"SQLite format 3\x00" + b"\x00" * 4096])
def test_a_damaged_cache_is_built_again(filled, damage):
    facts = tieline.load().facts
    cache.cache_path(tieline.__version__).write_bytes(damage)
    for file in filled.glob("*.facts"):
        file.write_bytes(damage)
    assert tieline.load().facts == facts
    assert tieline.load().facts == facts


QUESTIONS = (
    "When did the FTA take effect?",
    "Who was Peru's president when the talks ended?",
    "FTA?",
    "What did Xi say about Chancay?",
    "Where did Hu and Garcia meet?",
    "Did the FTA not come into force in 2010?",
    "When did the PRC sign?",
    "Which ports does COSCO build?",
)


def test_what_was_kept_answers_as_what_was_made(folder):
    made = tieline.load()
    answers = [made.ask(question).answer for question in QUESTIONS]
    assert list(folder.glob("*.names"))
    kept = tieline.load()
    assert [kept.ask(question).answer for question in QUESTIONS] == answers


def test_a_cut_file_is_not_recalled(folder):
    keep("thing", {"a": 1})
    assert recall("thing") == {"a": 1}
    (folder / "thing").write_bytes((folder / "thing").read_bytes()[:-1])
    assert recall("thing") is None
    assert recall("other") is None


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("TIELINE_CACHE_DIR", str(tmp_path / "file" / "cache"))
    assert len(tieline.load().documents) == 5


def test_two_processes_that_start_together(folder):
    code = "import tieline; print(len(tieline.load().documents))"
    running = [subprocess.Popen([sys.executable, "-c", code], env=dict(os.environ), stdout=subprocess.PIPE) for _ in range(2)]
    assert [one.communicate()[0].strip() for one in running] == [b"5"] * 2
    assert len(list(folder.glob("*.tieline"))) == 1


def test_the_key_changes_with_the_texts(folder, tmp_path, monkeypatch):
    before = cache.cache_path("1")
    texts = tmp_path / "seeds"
    texts.mkdir()
    for file in cache.seeds_folder().iterdir():
        (texts / file.name).write_bytes(file.read_bytes().replace(b"2010", b"2012"))
    monkeypatch.setattr(cache, "seeds_folder", lambda: texts)
    assert cache.cache_path("1") != before
    assert cache.cache_path("1") != cache.cache_path("2")
    assert cache.cache_path("1") == cache.cache_path("1")


def test_clear(filled):
    assert tieline.load().events
    assert cache.clear_cache()
    assert cache.cached_files() == ()
