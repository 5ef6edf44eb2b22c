"""Stacks of whole articles: what they tell together becomes one event with all its reports, and what they tell apart stays apart."""

import tomllib
from pathlib import Path

import pytest

from tieline.extract.reading import read_mentions
from tieline.model.document import Document
from tieline.resolve.events.merge.split import parts, split
from tieline.resolve.facts import resolve
from tieline.rules.load import shipped
from tieline.text.article import read_article

STACKS = tomllib.loads(Path(__file__).with_name("stacks.toml").read_text(encoding="utf-8"))["stack"]


def read(texts):
    return [read_mentions(read_article(Document.from_text(text, id=name)), shipped()) for name, text in texts.items()]


@pytest.fixture(scope="module", params=STACKS, ids=lambda stack: stack["name"])
def stack(request):
    readings = read(request.param["texts"])
    return request.param, readings, resolve(readings, shipped())


def key(event):
    return "/".join((event.type, event.stage or "-", event.status, event.time.edtf if event.time else "-"))


def test_events(stack):
    wanted, _, facts = stack
    found = {key(event): event for event in facts.events}
    for name, row in wanted["events"].items():
        assert name in found, sorted(found)
        documents = " ".join(sorted({citation.document for citation in found[name].evidence}))
        assert documents == row["documents"], name
        assert set(row["who"].split(", ")) <= {one.name for one in found[name].participants}, name


def test_a_correction_is_no_conflict_and_a_disagreement_is_one(stack):
    _, _, facts = stack
    assert [one.message.split(":")[0] for one in facts.issues if one.kind == "conflict"] == ["Elberia and Selvane severed diplomatic ties"]
    corrected = next(event for event in facts.events if event.time and event.time.edtf == "2004-03-15")
    assert any("corrects" in reason for reason in corrected.reasons)


def test_the_order_of_texts_is_irrelevant(stack):
    _, readings, facts = stack
    assert resolve(readings[::-1], shipped()) == facts


def test_a_merge_can_be_taken_back(stack):
    _, readings, facts = stack
    ties = next(event for event in facts.events if event.stage == "severed")
    merge = next(one for one in facts.merges if one.fact == ties.id)
    apart = split(readings, shipped(), merge)
    assert len([event for event in apart.events if event.stage == "severed"]) == len(merge.mentions)
    assert {event.time.edtf for event in parts(readings, shipped(), merge) if event.time} == {"2015", "2015-09-11", "2015-09-12"}
    others = [event for event in facts.events if event.stage != "severed"]
    assert [event for event in apart.events if event.stage != "severed"] == others


def test_a_plan_put_off_has_its_new_day_only(stack):
    _, readings, _ = stack
    early = [one for one in readings if one.article.document.id in ("announce", "postponed")]
    facts = resolve(early, shipped())
    opened = {event.status: event.time.edtf for event in facts.events if event.stage == "inaugurated"}
    assert opened == {"planned": "2012-06-04", "cancelled": "2012-05-14"}
    assert not [one for one in facts.issues if one.kind == "conflict"]
