"""Times in marked sentences, and what holds of every sentence."""

import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tieline.extract.times import find_times
from tieline.model.edtf import time_value
from tieline.model.time import TimeMention

FILES = [Path(__file__).with_name(name) for name in ("sentences.toml", "forms.toml")]
CASES = [case for file in FILES for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]]
MARK = re.compile(r"<time (means|timex)='([^']+)'>(.*?)</time>")
DAY = dt.date(2015, 7, 17)
DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31))

ABSOLUTE = [
    "30 August 2010",
    "March 21, 2011",
    "2014-04-07",
    "in 1971",
    "late May 1944",
    "Nov. 22-23, 2008",
    "the 1990s",
    "between 2008 and 2016",
]
RELATIVE = ["today", "yesterday", "tomorrow", "three days ago", "two weeks ago", "ten days from now"]
BARE = [
    "five days",
    "every year",
    "recently",
    "twice a week",
    "for two and a half years",
    "at noon",
    "the spring",
    "last year",
    "on Tuesday",
]
FRAMES = [
    "{}",
    "Envoys of Orsenda met {}.",
    "“We shall see,” she said; {}, then, it was.",
    "(Pelmara, {}, 14 votes)",
    "They\nwent {}\nhome",
    "Naïve — {} … ok",
]
PIECES = [
    *ABSOLUTE,
    *RELATIVE,
    *BARE,
    "the",
    "may",
    "march",
    "second",
    "of",
    "3.5",
    "1998",
    "to",
    "-",
    "and",
    "'82",
    ",",
    ".",
    "\n",
    "a",
    "BC",
    "first",
]


@pytest.mark.parametrize("case", CASES, ids=[MARK.sub(r"\3", case["text"])[:60] for case in CASES])
def test_sentence(case: dict[str, Any]) -> None:
    text = MARK.sub(r"\3", case["text"])
    wanted = [(words, kind, value) for kind, value, words in MARK.findall(case["text"])]
    found = find_times(text, str(case["published"]) if "published" in case else None)
    kinds = {words: kind for words, kind, _ in wanted}
    assert [(one.text, kinds.get(one.text), _value(one, kinds.get(one.text))) for one in found] == wanted


def _value(mention: TimeMention, kind: str | None) -> str | None:
    return mention.timex3.value if kind == "timex" else mention.time and mention.time.edtf


def _check(text: str, found: list[TimeMention]) -> None:
    position = 0
    for one in found:
        assert position <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        position = one.end
        if one.time is not None:
            known = time_value(one.time.edtf)
            assert (known.earliest, known.latest) == (one.time.earliest, one.time.latest)
            assert known.earliest is None or known.latest is None or known.earliest <= known.latest


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=12), DAYS)
def test_spans_are_exact_and_never_overlap(pieces: list[str], published: dt.date) -> None:
    text = " ".join(pieces)
    _check(text, find_times(text, published))


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    _check(text, find_times(text, DAY))


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("words", ABSOLUTE + RELATIVE)
def test_the_same_in_any_sentence(words: str, frame: str) -> None:
    alone = [(one.text, one.time) for one in find_times(words, DAY)]
    inside = [(one.text, one.time) for one in find_times(frame.format(words), DAY)]
    assert [(text, time and time.edtf) for text, time in inside] == [(text, time and time.edtf) for text, time in alone]


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(RELATIVE), DAYS, st.integers(-4000, 4000))
def test_relative_days_move_with_publication(words: str, published: dt.date, days: int) -> None:
    (one,), (other,) = find_times(words, published), find_times(words, published + dt.timedelta(days=days))
    first, last = (mention.time and mention.time.earliest for mention in (one, other))
    assert first
    assert last == first + dt.timedelta(days=days)


@pytest.mark.parametrize("words", ABSOLUTE)
def test_absolute_dates_stand_still(words: str) -> None:
    values = {tuple(one.time and one.time.edtf for one in find_times(words, day)) for day in (None, DAY, dt.date(1999, 1, 1))}
    assert len(values) == 1


@pytest.mark.parametrize("words", RELATIVE)
def test_nothing_is_made_up_without_publication(words: str) -> None:
    assert all(one.time is None for one in find_times(words))


@pytest.mark.parametrize("words", ["?", " ", "7", '"', "“", "the first ", "the fall ", "may ", "12.5 "])
def test_hostile_texts_end(words: str) -> None:
    assert find_times(words * 5000, DAY) == []


@pytest.mark.parametrize("words", ["Monday. ", "in 2008. ", "a few weeks. "])
def test_dense_texts_are_read_to_the_end(words: str) -> None:
    assert len(find_times(words * 1000, DAY)) == 1000
