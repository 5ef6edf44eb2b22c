from html.parser import HTMLParser

import pytest

from tieline.model.answer import Answer, Item
from tieline.model.edtf import time_value
from tieline.model.facts import Facts
from tieline.model.issue import Issue
from tieline.present.collection import Collection
from tieline.present.html import kb_html
from tieline.present.steps import Steps

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
    assert "9 March 2015</span> <bdi>Ana Sol visits Orsenda" in page
    assert "script" not in names(page)
    assert "\x1b" not in page


def test_hostile_words_stay_words(facts: Facts) -> None:
    event = facts.events[0].model_copy(update={"title": EVIL, "place": EVIL})
    document = facts.documents[0].model_copy(update={"text": EVIL, "title": EVIL})
    for page in (event._repr_html_(), document._repr_html_(), Collection([event])._repr_html_()):
        assert "script" not in names(page)


def test_a_time_and_a_knowledge_base(facts: Facts) -> None:
    assert "<strong><bdi>2015-03</bdi></strong>" in time_value("2015-03")._repr_html_()
    assert "2015-03-09 to 2016-12-31" in kb_html(facts)
    assert "nothing" in Collection(())._repr_html_()


def form(page: str) -> list[tuple[str, dict[str, str | None]]]:
    found: list[tuple[str, dict[str, str | None]]] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: found.append((tag, dict(attrs)))  # type: ignore[method-assign]
    parser.feed(page)
    return found


KINDS = ("events", "actors", "agreements", "figures", "documents", "issues")
KNOWN = "div style p strong span table thead tbody tr th td bdi details summary ul li q small pre"


def test_hostile_words_stay_words_in_every_form(hostile: Facts) -> None:
    mixed = Collection((*hostile.events, *hostile.actors, *hostile.documents), "Value", hostile)
    kinds = [Collection(getattr(hostile, kind), facts=hostile) for kind in KINDS]
    pages = [kb_html(hostile), *(one._repr_html_() for one in (mixed, *kinds)), *(one._repr_html_() for kind in kinds for one in kind)]
    for page in pages:
        seen = form(page)
        assert {tag for tag, _ in seen} <= set(KNOWN.split())
        assert {name for _, attributes in seen for name in attributes} <= {"class", "title", "scope"}
        assert not set(page) & set("\x00\x1b\u202e\u2066\ud800")


def test_a_sequence_shows_quotes_with_their_sources(facts: Facts) -> None:
    page = Collection(facts.events, facts=facts)._repr_html_()
    assert page.count("<details>") == 3
    assert "Halidor News, &quot;Orsenda and Halidor sign accord&quot;, 9 March 2015" in page
    assert "3 events" in page


def test_what_is_not_known_to_the_day_looks_so(facts: Facts) -> None:
    page = Collection(facts.events)._repr_html_()
    assert 'tl-vague" title="2016-01-01 to 2016-12-31">2016<' in page
    assert 'tl-strong">9 March 2015<' in page
    assert "undated" in page


def test_search_results_give_no_event_the_day_of_its_report(facts: Facts) -> None:
    undated = facts.events[1].model_copy(update={"published": time_value("2015-03-09")})
    page = Collection((undated, facts.actors[0]), "Value", facts)._repr_html_()
    assert "9 March 2015</span></td>" not in page
    assert Collection((undated, facts.actors[0]), "Value", facts).to_frame()["time"].isna().all()


def test_themes_of_notebooks_are_followed(facts: Facts) -> None:
    page = facts.events[0]._repr_html_()
    for mark in ("data-jp-theme-light=false", "vscode-dark", "html[theme=dark]"):  # JupyterLab, VS Code, Colab
        assert mark in page
    assert "@import" not in page
    assert "url(" not in page
    assert len(page) < 8000


def test_a_date_in_dispute_is_marked(facts: Facts) -> None:
    visit = next(one for one in facts.events if one.id == "event:visit")
    torn = facts.model_copy(update={"issues": (Issue(kind="conflict", message="two dates", evidence=visit.evidence),)})
    assert Collection(torn.events, facts=torn)._repr_html_().count("sources disagree") == 1
    assert "sources disagree" not in Collection(facts.events, facts=facts)._repr_html_()


def test_a_derivation_is_shown_step_by_step(evil: str) -> None:
    steps = Steps(("event: a visit", "  time: 9 March 2015", f"    {evil}"))
    assert steps == ("event: a visit", "  time: 9 March 2015", f"    {evil}")
    assert repr(steps).splitlines()[:2] == ["event: a visit", "  time: 9 March 2015"]
    page = steps._repr_html_()
    assert {tag for tag, _ in form(page)} == {"div", "style", "pre", "bdi"}
    assert not set(page + repr(steps)) & set("\x00\x1b\u202e")
