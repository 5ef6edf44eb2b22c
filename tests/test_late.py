"""Late patterns do what patterns do, and are found again in the cache."""

import copy
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import tieline
from tieline import late
from tieline.late import keep_patterns, regex


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("TIELINE_CACHE_DIR", str(tmp_path))
    late._kept.cache_clear()
    yield tmp_path
    late._kept.cache_clear()


def test_a_late_pattern_is_a_pattern() -> None:
    one = regex(r"a(?P<b>b)", re.IGNORECASE)
    assert one.pattern == "a(?P<b>b)"
    assert [found["b"] for found in one.finditer("ab AB")] == ["b", "B"]
    assert one.sub("x", "1AB") == "1x"
    assert copy.copy(one).fullmatch("ab")


def test_kept_patterns_are_not_compiled_again(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = r"(?P<word>kept|\w{3}) once"
    one, other = regex(source, re.IGNORECASE), regex(source, re.IGNORECASE)
    assert one.search("KEPT once")
    keep_patterns()
    late._kept.cache_clear()
    assert [path.name.split("-")[0] for path in own_cache.iterdir()] == ["patterns"]
    monkeypatch.setattr(late.re, "compile", lambda *_: pytest.fail("compiled again"))
    found = other.search("this is KEPT Once")
    assert found
    assert found["word"] == "KEPT"


def test_the_patterns_of_every_module_that_answers_are_kept(own_cache: Path) -> None:
    from tieline import query
    from tieline.bundled import _keep_patterns

    _keep_patterns()
    late._kept.cache_clear()
    modules = [importlib.import_module(one.name) for one in pkgutil.walk_packages(query.__path__, "tieline.query.")]
    found = [one for module in modules for one in vars(module).values() if isinstance(one, late._Late)]
    assert any(module.__name__.count(".") > 2 for module in modules)
    assert [one.key[0] for one in found if one.key not in late._kept()] == []


def test_a_damaged_file_counts_as_none(own_cache: Path) -> None:
    keep_patterns()
    for path in own_cache.iterdir():
        path.write_bytes(path.read_bytes()[:-9] + b"123456789")
    late._kept.cache_clear()
    assert regex("x+").search("axx")


def test_every_late_pattern_can_be_compiled() -> None:
    names = [one.name for one in pkgutil.walk_packages(tieline.__path__, "tieline.") if "__main__" not in one.name]
    modules = [importlib.import_module(name) for name in names]
    found = [one for module in modules for one in vars(module).values() if type(one) is type(regex(""))]
    assert len(found) > 100
    assert all(one.groups >= 0 for one in found)
