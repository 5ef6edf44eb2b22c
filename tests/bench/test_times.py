"""How fast times are found beside a plain search for words, and how the time grows with hostile texts; no test fails on a time.

python -m pytest tests/bench/test_times.py -p no:xdist --benchmark-columns=min,rounds

Each line tells, under `extra_info` of --benchmark-json and in the summary at the end, what twice the text costs or how many times the
reference a text costs: ratios of one run on one machine.
"""

import re
import time
from collections.abc import Callable, Iterator

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import tieline
from tieline.extract.times import find_times

DAY = "2015-07-17"
SIZE = 10_000
REPEATED = [
    "?", " ", "7", "a", '"', ",", "-", "/", "\n", "“", "1/", "1-", "12.", "10:", "Jan ", "may ", "the ", "the first ", "the fall ",
    "twenty two ", "Monday ", "in 2008 ", "fiscal 2009 ", "13/13 ", "3 May ", "May and ", "from May to ", "two years and ", "12.5 ",
]  # fmt: skip
PROSE = (
    "Talks between Orsenda and Pelmara began on 3 May 2011 and ended two weeks later; trade grew by 12 percent last year, officials said.\n"
)
WORD = re.compile(r"\w+")


@pytest.fixture(autouse=True)
def _measured(benchmark: BenchmarkFixture) -> None:
    """Nothing is learnt from these texts without a clock."""
    if not benchmark.enabled:
        pytest.skip("not measured")


def spent(run: Callable[[], object], rounds: int = 2) -> float:
    """The least processor time of a few rounds."""
    return min(_once(run) for _ in range(rounds))


def _once(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began


@pytest.mark.benchmark(group="what twice the text costs")
@pytest.mark.parametrize("words", REPEATED, ids=ascii)
def test_twice_the_text_takes_twice_the_time(benchmark: BenchmarkFixture, words: str) -> None:
    once, twice = words * (SIZE // len(words)), words * (2 * SIZE // len(words))
    find_times(once, DAY)
    benchmark.pedantic(find_times, args=(once, DAY), rounds=1)
    benchmark.extra_info["twice the text"] = round(spent(lambda: find_times(twice, DAY)) / spent(lambda: find_times(once, DAY)), 2)


@pytest.mark.benchmark(group="what twice the text costs")
def test_nested_quotes(benchmark: BenchmarkFixture) -> None:
    once, twice = ("“" * depth + "on Monday" + "”" * depth for depth in (1000, 2000))
    benchmark.pedantic(find_times, args=(once, DAY), rounds=1)
    benchmark.extra_info["twice the text"] = round(spent(lambda: find_times(twice, DAY)) / spent(lambda: find_times(once, DAY)), 2)


@pytest.mark.benchmark(group="ten megabytes of prose")
def test_ten_megabytes_of_prose(benchmark: BenchmarkFixture) -> None:
    """Against one megabyte of it: ten times as much."""
    one = PROSE * (1_000_000 // len(PROSE))
    found = benchmark.pedantic(find_times, args=(one * 10, DAY), rounds=1)
    assert len(found) == 3 * 10 * one.count("\n")
    benchmark.extra_info["ten times the text"] = round(benchmark.stats.stats.min / spent(lambda: find_times(one, DAY), 1), 1)


@pytest.mark.benchmark(group="news")
def test_news_beside_a_search_for_words(benchmark: BenchmarkFixture, articles: Callable[[int], Iterator[tieline.Document]]) -> None:
    """How many searches for the words of the same articles one reading for times costs, and articles a second of this machine."""
    texts = [one.text for one in articles(300)]

    def read() -> list[object]:
        return [find_times(text, DAY) for text in texts]

    assert all(benchmark.pedantic(read, rounds=3, warmup_rounds=1))
    reference = spent(lambda: [WORD.findall(text) for text in texts])
    benchmark.extra_info["searches for words"] = round(spent(read) / reference, 1)
    benchmark.extra_info["articles a second"] = round(len(texts) / benchmark.stats.stats.min)
