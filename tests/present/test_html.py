from html.parser import HTMLParser

import pytest

from tieline.model.answer import Answer, Item
from tieline.model.edtf import time_value
from tieline.model.facts import Facts
from tieline.present.collection import Collection
from tieline.present.html import kb_html

EVIL = "<script>alert(1)</script> & \x1b[1m"


def names(page: str) -> set[str]:
    found: set[str] = set()
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: found.add(tag)  # type: ignore[method-assign]
    parser.feed(page)
    return found


@pytest.mark.parametrize("kind", ["events", "actors", "agreements", "figures", "documents", "issues"])
def test_every_value_and_sequence_has_a_form_for_notebooks(facts: Facts, kind: str) -> None:
    values = Collection(getattr(facts, kind))
    assert "<table>" in values._repr_html_()
    for value in values:
        page = value._repr_html_()
        assert "<strong>" in page
        assert kind == "documents" or "<q>" in page


def test_an_answer_shows_status_reasons_and_evidence(facts: Facts) -> None:
    item = Item(text="Ana Sol visits Orsenda", time=time_value("2015-03-09"))
    said = {"question": "q", "status": "partly", "answer": EVIL, "kind": "list"}
    page = Answer(**said, items=(item,), reasons=(EVIL,), citations=facts.events[0].evidence, nearest=(item,))._repr_html_()
    assert "9 March 2015: Ana Sol visits Orsenda" in page
    assert "script" not in names(page)
    assert "\x1b" not in page


def test_hostile_words_stay_words(facts: Facts) -> None:
    event = facts.events[0].model_copy(update={"title": EVIL, "place": EVIL})
    document = facts.documents[0].model_copy(update={"text": EVIL, "title": EVIL})
    for page in (event._repr_html_(), document._repr_html_(), Collection([event])._repr_html_()):
        assert "script" not in names(page)


def test_a_time_and_a_knowledge_base(facts: Facts) -> None:
    assert "<strong>2015-03</strong>" in time_value("2015-03")._repr_html_()
    assert "2015-03-09 to 2016-12-31" in kb_html(facts)
    assert "nothing" in Collection(())._repr_html_()
