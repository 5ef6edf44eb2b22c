"""A knowledge base from sources: the same whatever the order, the number of processes and the hash seed; changed, saved, loaded."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import tieline
from tieline.errors import KnowledgeBaseError, NotFound, SourceError, TimeError

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def seeds():
    return tieline.build(SEEDS)


def test_order_does_not_matter(seeds):
    paths = list(SEEDS)
    random.Random(5).shuffle(paths)
    assert tieline.build(paths).facts == seeds.facts


def test_processes_do_not_matter(seeds):
    assert tieline.build(SEEDS, jobs=2).facts == seeds.facts


def test_progress():
    seen = []
    tieline.build(SEEDS[:2], progress=lambda done, total, name: seen.append((done, total, name)))
    assert seen == [(1, 2, SEEDS[0].stem), (2, 2, SEEDS[1].stem)]


def test_quotes_are_exact(seeds):
    texts = {one.id: one.text for one in seeds.documents}
    facts = [*seeds.events, *seeds.figures, *seeds.actors, *seeds.agreements, *seeds.issues]
    cited = [c for fact in facts for c in fact.evidence] + [c for d in seeds.documents for c in d.published_evidence]
    assert cited
    assert all(texts[c.document][c.start : c.end] == c.quote for c in cited)


def test_add_equals_a_fresh_build(seeds):
    kb = tieline.build(SEEDS[:3])
    kb.add(SEEDS[3:])
    assert kb.facts == seeds.facts


def test_remove_equals_a_fresh_build(seeds):
    kb = tieline.build(SEEDS)
    kb.remove(SEEDS[0].stem)
    assert kb.facts == tieline.build(SEEDS[1:]).facts
    with pytest.raises(NotFound, match="nobody"):
        kb.remove("nobody")


def test_add_of_a_file_with_the_same_name(tmp_path):
    for folder, path in (("a", SEEDS[0]), ("b", SEEDS[1])):
        (tmp_path / folder).mkdir()
        shutil.copy(path, tmp_path / folder / "x.txt")
    kb = tieline.build(tmp_path / "a")
    kb.add(tmp_path / "b")
    assert [one.id for one in kb.documents] == ["a/x", "b/x"]
    assert kb.facts == tieline.build(tmp_path).facts


def test_add_of_another_text_under_a_known_id():
    kb = tieline.build([tieline.Document.from_text("The two countries signed a pact.", id="a")])
    with pytest.raises(SourceError, match="already another document called 'a'"):
        kb.add(tieline.Document.from_text("The two countries did not sign.", id="a"))


def test_a_changed_file_takes_the_place_of_the_old_one(tmp_path):
    path = tmp_path / "x.txt"
    path.write_text("Hu arrived in Lima on 19 November 2008.", encoding="utf-8")
    kb = tieline.build(path)
    path.write_text("Hu arrived in Lima on 20 November 2008.", encoding="utf-8")
    kb.add(path)
    assert kb.facts == tieline.build(path).facts


def test_save_and_load(seeds, tmp_path):
    path = tmp_path / "mine.tieline"
    seeds.save(path)
    loaded = tieline.load(path)
    assert loaded.facts == seeds.facts
    loaded.remove(SEEDS[0].stem)
    loaded.save()
    assert len(tieline.load(path).documents) == len(SEEDS) - 1


def test_nothing_to_save_to(seeds):
    with pytest.raises(KnowledgeBaseError, match="No file"):
        tieline.build(SEEDS[0]).save()


def test_as_of_keeps_to_what_had_been_published(seeds):
    assert [one.id for one in seeds.as_of("2009-06").documents] == [SEEDS[0].stem]
    assert seeds.as_of("2009-06") is seeds.as_of("2010")
    assert seeds.as_of("2100") is seeds
    assert len(seeds.as_of("1999").documents) == 0
    with pytest.raises(TimeError):
        seeds.ask("when?", as_of="yesterday-ish")


def test_dates_inferred_from_all_texts_stay_in_earlier_views(seeds):
    inferred = {one.id: one for one in seeds.documents if one.published_basis == "inferred"}
    assert inferred
    for one in inferred.values():
        if one.published.latest:
            view = {other.id: other for other in seeds.as_of(one.published.latest.isoformat()).documents}
            assert view[one.id].published == one.published


def test_two_texts_in_one_are_told(tmp_path):
    for name in "ab":
        shutil.copy(SEEDS[0], tmp_path / f"{name}.txt")
    shutil.copy(SEEDS[1], tmp_path / "c.txt")
    (tmp_path / "d.txt").write_text(
        "El ministro firmó ayer el tratado con su homólogo en la sede del gobierno chileno. " * 4, encoding="utf-8"
    )
    kinds = [one.kind for one in tieline.build(tmp_path).issues]
    assert kinds.count("duplicate") == 1
    assert kinds.count("language") == 1


def test_given_publication_wins():
    (document,) = tieline.build(SEEDS[0], published="2009-01-02").documents
    assert (document.published.edtf, document.published_basis) == ("2009-01-02", "given")


def test_hash_seeds_do_not_matter(tmp_path):
    code = "import tieline, sys; sys.stdout.write(tieline.build(sys.argv[1:]).facts.model_dump_json())"
    outputs = set()
    for seed in "012":
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8", "TIELINE_CACHE_DIR": str(tmp_path)}
        paths = [str(path) for path in (SEEDS if seed != "2" else reversed(SEEDS))]
        outputs.add(subprocess.run([sys.executable, "-c", code, *paths], env=env, check=True, capture_output=True).stdout)
    assert len(outputs) == 1
