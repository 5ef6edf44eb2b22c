"""How the time to read a text grows where it repeats itself, has no end of sentence, or is made of signs; no test fails on a time.

python -m pytest tests/bench/test_hostile.py -p no:xdist --benchmark-columns=min,median,rounds
"""

from collections.abc import Callable, Iterator

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import tieline

OPENING = (
    "Tavonia and Corvia signed the accord in Ostrela on 3 May 2011, and the minister said that it was a success for the region. "
    * 160  # enough to be taken for English
)
REPEATED = (
    "in 2006 and ", "Ada Moor and ", "President Ada Moor of Tavonia, ", "Norway and Chile ", "2 billion dollars and ", "\"' ", "(", "? ",
    "\n\n", "-", "which ", "that ", "said ", "signed the agreement ", "the two leaders ", "he ", "- a bullet\n", "A Heading\n\n",
    "SIGNED IN CAPITALS ", "Every Word ", "a", "7", "😀", "e\u0301", "שלום ", "\0", "he said that ", "Ada Moor met Olaf Lund. He said so. ",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _measured(benchmark: BenchmarkFixture) -> None:
    """Nothing is learnt from these texts without a clock; tests/extract/test_bounded.py counts steps instead."""
    if not benchmark.enabled:
        pytest.skip("not measured")


@pytest.mark.parametrize("size", [60_000, 120_000], ids=["once", "twice"])
@pytest.mark.parametrize("words", REPEATED, ids=ascii)
def test_twice_the_text_takes_twice_the_time(benchmark: BenchmarkFixture, words: str, size: int) -> None:
    benchmark.group = f"reading {words!r} repeated"
    document = tieline.Document.from_text(OPENING + words * (size // len(words)))
    assert benchmark.pedantic(tieline.build, args=([document],), rounds=1).events


@pytest.mark.parametrize("size", [15_000, 30_000], ids=["once", "twice"])
@pytest.mark.parametrize("words", REPEATED, ids=ascii)
def test_twice_the_question_takes_twice_the_time(benchmark: BenchmarkFixture, words: str, size: int) -> None:
    benchmark.group = f"asking {words!r} repeated"
    kb = tieline.build([tieline.Document.from_text(OPENING[:2000])])
    assert benchmark.pedantic(kb.ask, args=("When did " + words * (size // len(words)) + "?",), rounds=1).status


@pytest.mark.parametrize("number", [200, 400])
def test_one_long_text(benchmark: BenchmarkFixture, articles: Callable[[int], Iterator[tieline.Document]], number: int) -> None:
    """Many articles as one document: about 700 characters each."""
    benchmark.group = "one text of many articles"
    text = "\n\n".join(one.text for one in articles(number))
    assert benchmark.pedantic(tieline.build, args=([tieline.Document.from_text(text)],), rounds=1).events
