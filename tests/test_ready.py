"""Compiled regular expressions that were kept match as those compiled anew."""

import pickle
import re

import pytest

from tieline import ready
from tieline.extract.times.engine import engine_of
from tieline.ready import Ready, make_ready

TEXT = "Envoys met on Nov. 22-23, 2008, in the spring of '98, two years later and at 6 p.m. on Friday; no one may march.\n"


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.IGNORECASE | re.MULTILINE])
def test_a_kept_pattern_equals_a_compiled_one(flags: int) -> None:
    source = r"(?P<day>\d{1,2})\s(?P<month>may|june)(?:, (\d{4}))?"
    kept: Ready = pickle.loads(pickle.dumps(make_ready(source, flags)))
    mine, usual = kept.pattern(), re.compile(source, flags)
    assert mine == usual
    assert (mine.groups, mine.groupindex, mine.flags) == (usual.groups, usual.groupindex, usual.flags)
    found, wanted = mine.search("on 3 may, 1998"), usual.search("on 3 may, 1998")
    assert found
    assert wanted
    assert (found.groups(), found.groupdict(), found.lastgroup) == (wanted.groups(), wanted.groupdict(), wanted.lastgroup)


def test_every_time_rule_matches_alike_in_both_forms() -> None:
    for rule in engine_of().rules:
        kept, usual = make_ready(rule.scanner.compiled.pattern, re.IGNORECASE).pattern(), rule.scanner.compiled
        assert [one.span() for one in kept.finditer(TEXT)] == [one.span() for one in usual.finditer(TEXT)]


def test_a_python_without_these_parts_compiles_the_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready, "_compiled", lambda source, flags: None)
    kept = make_ready("a(?P<b>b)", re.IGNORECASE)
    assert not kept.code
    assert kept.pattern() == re.compile("a(?P<b>b)", re.IGNORECASE)
