"""The five bundled texts, from characters to facts: documents dated, events merged, and nothing that depends on file names."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from tieline.extract.reading import read_mentions
from tieline.model.document import Document
from tieline.resolve.facts import resolve
from tieline.rules.load import shipped
from tieline.text.article import read_article

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
EXPECTED = tomllib.loads((HERE / "five_texts.toml").read_text(encoding="utf-8"))


def read(change=str, name="{}", only=""):
    texts = {path.name[:3]: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}
    kept = {key: text for key, text in texts.items() if not only or key in only.split()}
    return [read_mentions(read_article(Document.from_text(change(text), id=name.format(key))), shipped()) for key, text in kept.items()]


@pytest.fixture(scope="module")
def facts():
    return resolve(read(), shipped())


@pytest.mark.parametrize("row", EXPECTED["document"], ids=lambda row: row["id"])
def test_documents_are_dated(facts, row):
    document = next(one for one in facts.documents if one.id == row["id"])
    assert document.published.edtf == row["published"]
    assert document.published.derivation


@pytest.mark.parametrize("row", EXPECTED["event"], ids=lambda row: f"{row['type']} {row.get('stage', '')} {row.get('time', '')}")
def test_events(facts, row):
    found = [event for event in facts.events if event.type == row["type"] and event.stage == row.get("stage")]
    found = [event for event in found if "time" not in row or (event.time and event.time.edtf == row["time"])]
    found = [event for event in found if {one.split()[-1] for one in row["who"]} <= {p.name.split()[-1] for p in event.participants}]
    found = [event for event in found if set(row["documents"]) <= {citation.document for citation in event.evidence}]
    assert found, [(e.title, e.time and e.time.edtf, e.status) for e in facts.events if e.type == row["type"]]
    assert "status" not in row or row["status"] in {event.status for event in found}


def test_quotes_are_exact(facts):
    texts = {document.id: document.text for document in facts.documents}
    for event in facts.events:
        assert all(texts[c.document][c.start : c.end] == c.quote for c in event.evidence)


def test_the_agreement_and_its_upgrade_are_kept_apart(facts):
    stages = {
        one.id: [stage.stage for stage in one.stages if stage.status == "occurred"] for one in facts.agreements if one.kind == "free_trade"
    }
    assert len([stage for found in stages.values() for stage in found if stage == "concluded"]) == 2
    assert all(found.count("concluded") <= 1 for found in stages.values())


def test_order_does_not_matter(facts):
    assert resolve(list(reversed(read())), shipped()) == facts


def test_names_of_files_do_not_matter(facts):
    other = resolve(read(name="zz{}x"), shipped())
    assert [(e.type, e.title, e.time and e.time.edtf) for e in other.events] == [
        (e.type, e.title, e.time and e.time.edtf) for e in facts.events
    ]


def test_another_country_follows(facts):
    other = resolve(read(lambda text: text.replace("Peruvian", "Norlandic").replace("Peru", "Norland")), shipped())
    when = {(e.type, e.stage, e.time.edtf) for e in other.events if e.time and e.type != "statement"}
    assert {("visit", None, "2024-11-13"), ("agreement", "in_force", "2010"), ("diplomatic_ties", "established", "1971")} <= when
    assert [d.published.edtf for d in other.documents] == [d.published.edtf for d in facts.documents]


def test_less_is_known_from_fewer_texts():
    found = resolve(read(only="003 004"), shipped())
    assert [d.published.edtf for d in found.documents] == ["2024", "[2011-01-01..2016-12-31]"]
    assert not [e for e in found.events if e.type == "visit" and e.time and e.time.grain == "day"]


def test_an_earlier_view_keeps_the_interval_that_all_texts_gave(facts):
    published = {document.id: document for document in facts.documents}
    kept = [
        replace(
            one, article=replace(one.article, document=one.article.document.model_copy(update=_origin(published[one.article.document.id])))
        )
        for one in read(only="003 004")
    ]
    view = resolve(kept, shipped())
    assert [d.published.edtf for d in view.documents] == ["[2024-11-07..2024-11-13]", "[2016-09-01..2016-12-31]"]
    assert {"2016-09", "2024-06"} <= {event.time.edtf for event in view.events if event.time}


def _origin(document):
    return {"published": document.published, "published_basis": document.published_basis, "published_evidence": document.published_evidence}
