"""How fast times are found, and how the time grows with hostile texts; no test fails on a time.

python -m pytest tests/bench/test_times.py -p no:xdist --benchmark-columns=min,median,rounds
"""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tieline.extract.times import find_times

REPEATED = ["?", " ", "7", '"', "“", "the first ", "Monday ", "in 2008 ", "the fall ", "may ", "12.5 "]
PROSE = (
    "Talks between Orsenda and Pelmara began on 3 May 2011 and ended two weeks later; trade grew by 12 percent last year, officials said.\n"
)


@pytest.mark.parametrize("times", [10_000, 20_000], ids=["once", "twice"])
@pytest.mark.parametrize("words", REPEATED, ids=[repr(words.strip()) for words in REPEATED])
def test_twice_the_text_takes_twice_the_time(benchmark: BenchmarkFixture, words: str, times: int) -> None:
    benchmark.group = f"times in {words!r} repeated"
    benchmark.pedantic(find_times, args=(words * times, "2015-07-17"), rounds=2)


@pytest.mark.parametrize("thousands", [100, 200])
def test_prose(benchmark: BenchmarkFixture, thousands: int) -> None:
    benchmark.group = "times in prose, thousands of characters"
    text = PROSE * (thousands * 1000 // len(PROSE))
    found = benchmark.pedantic(find_times, args=(text, "2015-07-17"), rounds=2)
    assert len(found) == 3 * text.count("\n")
