"""What holds of all times, whatever the text: on the examples of all rules, among neutral words, on shifted days, under any hash seed."""

import datetime as dt
import os
import random
import subprocess
import sys
from collections.abc import Iterator

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from tieline.extract.times import find_times
from tieline.model.edtf import time_value
from tieline.model.time import TimeMention
from tieline.rules.load import shipped

DAY = "2015-07-17"
EXAMPLES = tuple(
    dict.fromkeys(
        (str(example["text"]), str(example["published"]) if "published" in example else DAY)
        for rule in shipped().rules("en/time")
        for example in rule.examples
    )
)
DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31))
NEUTRAL = st.lists(
    st.sampled_from(["envoys", "of", "Orsenda", "and", "Pelmara", ",", "ministers", "with", "“accord”", "on trade", "(Halden)"]),
    max_size=9,
)
FIXED = ["30 August 2010", "March 21, 2011", "2014-04-07", "in 1971", "late May 1944", "Nov. 22-23, 2008", "between 2008 and 2016"]
DAILY = ["today", "yesterday", "three days ago", "ten days from now", "tomorrow morning", "the day before yesterday"]
WEEKLY = ["last week", "this week", "next week", "last Tuesday", "next Friday", "two weeks ago", "this weekend"]
deterministic = settings(deadline=None, max_examples=80, derandomize=True)


def all_of(mentions: list[TimeMention]) -> Iterator[TimeMention]:
    for one in mentions:
        yield one
        yield from one.parts


def values(text: str, published: object) -> list[tuple[str, str | None, str | None]]:
    return [(one.text, one.timex3.value, one.time and one.time.edtf) for one in find_times(text, published)]  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def found() -> dict[tuple[str, str], list[TimeMention]]:
    return {(text, day): find_times(text, day) for text, day in EXAMPLES}


def test_every_span_is_exact_and_none_overlap(found: dict[tuple[str, str], list[TimeMention]]) -> None:
    for (text, _), mentions in found.items():
        end = 0
        for one in mentions:
            assert end <= one.start
            end = one.end
            inside = one.start
            for part in one.parts:
                assert inside <= part.start < part.end <= one.end
                inside = part.end
        assert all(text[one.start : one.end] == one.text for one in all_of(mentions))


def test_every_value_is_edtf_and_lies_within_its_bounds(found: dict[tuple[str, str], list[TimeMention]]) -> None:
    seen = 0
    for mentions in found.values():
        for one in all_of(mentions):
            if one.time is None:
                continue
            text = f"{one.time.edtf.removesuffix('Z')}:00" if "T" in one.time.edtf else one.time.edtf
            known, *_ = [parse_edtf(end) for end in text.split("/") if end != ".."]  # one by one: the oracle lacks -02XX/-01XX
            again = time_value(one.time.edtf)
            assert (again.earliest, again.latest) == (one.time.earliest, one.time.latest)
            if one.time.earliest and one.time.latest and text.replace("-", "").isdigit() and one.time.grain in ("day", "month", "year"):
                low, high = (dt.date(*moment[:3]) for moment in (known.lower_strict(), known.upper_strict()))
                assert one.time.earliest <= low <= high <= one.time.latest
                seen += 1
    assert seen > 100


@deterministic
@given(st.sampled_from(FIXED), NEUTRAL, NEUTRAL)
def test_a_date_reads_the_same_among_any_neutral_words(words: str, before: list[str], after: list[str]) -> None:
    assert values(" ".join([*before, words, *after]), DAY) == values(words, DAY)


@deterministic
@given(st.sampled_from(DAILY), DAYS, st.integers(-4000, 4000))
def test_days_move_with_publication(words: str, day: dt.date, shift: int) -> None:
    (one,), (other,) = find_times(words, day), find_times(words, day + dt.timedelta(days=shift))
    assert one.time
    assert one.time.earliest
    assert other.time
    assert other.time.earliest == one.time.earliest + dt.timedelta(days=shift)


@deterministic
@given(st.sampled_from(WEEKLY), DAYS, st.integers(-500, 500))
def test_weeks_and_weekdays_move_with_the_week_of_publication(words: str, day: dt.date, weeks: int) -> None:
    shift = dt.timedelta(weeks=weeks)
    (one,), (other,) = find_times(words, day), find_times(words, day + shift)
    assert one.time
    assert one.time.earliest
    assert one.time.latest
    assert other.time
    assert (other.time.earliest, other.time.latest) == (one.time.earliest + shift, one.time.latest + shift)


def test_the_order_of_texts_does_not_matter(found: dict[tuple[str, str], list[TimeMention]]) -> None:
    shuffled = list(EXAMPLES)
    random.Random(7).shuffle(shuffled)
    assert {key: find_times(*key) for key in shuffled} == found


def test_the_hash_seed_does_not_matter() -> None:
    program = (
        "import sys; from tieline.extract.times import find_times\n"
        "print([one.model_dump_json() for text in sys.argv[1:] for one in find_times(text, '2015-07-17')])"
    )
    texts = [text for text, _ in EXAMPLES[::3]]
    results = [
        subprocess.run(
            [sys.executable, "-c", program, *texts],
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
            timeout=120,
            check=True,
        ).stdout
        for seed in ("1", "2024")
    ]
    assert results[0] == results[1]
    assert len(results[0]) > 10_000
