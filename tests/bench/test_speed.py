"""How long things take, beside something to compare with; no test fails on a time.

Run them alone, one process: python -m pytest tests/bench -p no:xdist --benchmark-columns=min,median,rounds
"""

import itertools
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import tieline
from tieline.store.cache import seeds_folder

QUESTION = "when did the FTA take effect"
PARAGRAPH = (
    "China and Peru signed an agreement on {day} November 2008 in Lima, said President Hu Jintao. Trade grew by {day} percent last year.\n"
)
NEW = (
    "when did the FTA take effect, asks reader {number}",
    "who was the president of Peru, asks reader {number}",
    "what happened in 20{number:02}",
    "when did the frea trade agreement take efect, asks reader {number}",
)


def wanted(benchmark: BenchmarkFixture, size: int) -> int:
    """The whole size where a clock runs; without one a quarter shows as well that it is read."""
    return size if benchmark.enabled else size // 4


def process(*arguments: str) -> None:
    done = subprocess.run([sys.executable, *arguments], capture_output=True, timeout=120, check=False)
    assert done.returncode in (0, 1), done.stderr  # 1: the texts do not say


@pytest.mark.benchmark(group="cold start")
def test_importing_typer_and_pydantic(benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(process, args=("-c", "import typer, pydantic"), rounds=10, warmup_rounds=1)


@pytest.mark.benchmark(group="cold start")
@pytest.mark.parametrize("question", NEW, ids=["date", "person", "year in it", "slip of the pen"])
def test_a_new_question_with_the_corpus_in_the_cache(benchmark: BenchmarkFixture, question: str) -> None:
    """No more than twice the imports above. No run asks what another has asked: each names a year or person of its own."""
    number = itertools.count(1)

    def new() -> tuple[tuple[str, ...], dict[str, str]]:
        return ("-m", "tieline", "ask", question.format(number=next(number))), {}

    tieline.load().ask(question)
    benchmark.pedantic(process, setup=new, rounds=10)


@pytest.mark.benchmark(group="cold start")
def test_help(benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(process, args=("-m", "tieline", "ask", "--help"), rounds=5, warmup_rounds=1)


@pytest.mark.benchmark(group="in a notebook")
def test_building_the_five_texts(benchmark: BenchmarkFixture) -> None:
    kb = benchmark.pedantic(tieline.build, args=([str(seeds_folder())],), rounds=3)
    assert len(kb.documents) == 5


@pytest.mark.benchmark(group="in a notebook")
def test_a_question_with_everything_loaded(benchmark: BenchmarkFixture) -> None:
    kb = tieline.load()
    kb.ask(QUESTION)
    assert benchmark(kb.ask, QUESTION).question == QUESTION


@pytest.mark.benchmark(group="in a notebook")
def test_adding_a_text(benchmark: BenchmarkFixture) -> None:
    note = tieline.Document.from_text("LIMA, Nov. 21, 2008 (Xinhua) -- " + PARAGRAPH.format(day=20), id="note")

    def fresh() -> tuple[tuple[tieline.KnowledgeBase, list[tieline.Document]], dict[str, str]]:
        return (tieline.load(), [note]), {}

    benchmark.pedantic(tieline.KnowledgeBase.add, setup=fresh, rounds=3)


@pytest.mark.benchmark(group="growth with the text")
@pytest.mark.parametrize("megabytes", [0.05, 0.1, 0.2])
def test_long_texts(benchmark: BenchmarkFixture, tmp_path: Path, megabytes: float) -> None:
    """Twice the text should take about twice the time."""
    size = wanted(benchmark, int(megabytes * 1e6))
    text = "LIMA, Nov. 21, 2008 (Xinhua) -- " + "".join(PARAGRAPH.format(day=day % 28 + 1) for day in range(size // len(PARAGRAPH)))
    path = tmp_path / "long.txt"
    path.write_text(text, encoding="utf-8")
    benchmark.extra_info["megabytes"] = megabytes
    kb = benchmark.pedantic(tieline.build, args=([str(path)],), rounds=1)
    assert len(kb.documents[0].text) == len(text)


@pytest.mark.benchmark(group="growth with the number of articles")
@pytest.mark.parametrize("number", [int(n) for n in os.environ.get("TIELINE_BENCH_ARTICLES", "5,50,150").split(",")])
def test_questions_over_many_articles(
    benchmark: BenchmarkFixture, articles: Callable[[int], Iterator[tieline.Document]], number: int
) -> None:
    """Asking grows slower than the articles; TIELINE_BENCH_ARTICLES=5,500,5000 looks further than a usual run."""
    kb = tieline.build(list(articles(wanted(benchmark, number))))
    questions = (
        "When did Botavia and Tertavia sign the fisheries agreement?",
        "How much did trade between Botavia and Tertavia come to in 2000?",
        "Did Botavia and Tertavia restore relations?",
    )
    assert all(kb.ask(question).question for question in questions)
    benchmark.extra_info["articles"] = number
    benchmark.pedantic(lambda: [kb.ask(question) for question in questions], rounds=3)
