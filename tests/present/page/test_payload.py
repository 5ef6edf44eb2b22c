import json

import pytest

import tieline
from tieline.model.document import Document
from tieline.model.event import Event
from tieline.model.facts import Facts
from tieline.model.figure import Figure
from tieline.model.issue import Issue
from tieline.present.page.encode import Places, key
from tieline.present.page.payload import as_json, payload
from tieline.present.page.stops import View, stops


def units(text: str, start: int, end: int) -> str:
    """The stretch of a text between two places counted in UTF-16 units."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def test_places_count_as_javascript_counts() -> None:
    text = "\U0001f91d Tarvesta and \U0001f1fa\U0001f1f3 Bellmont signed. \U0001f389"
    document = Document.from_text(text, id="d")
    start = text.index("Bellmont")
    ((number, first, last),) = Places([document]).cited([tieline.Citation(document="d", start=start, end=start + 8, quote="Bellmont")])
    assert (number, units(text, first, last)) == (0, "Bellmont")


def test_every_quote_of_the_bundled_texts_is_where_the_page_looks_for_it() -> None:
    facts = tieline.load().facts
    made = payload(facts, (), title="t", known=None)
    assert len(made["events"]) == len(facts.events)
    quotes = {citation.quote for event in facts.events for citation in event.evidence}
    shown = {units(made["documents"][n]["text"], start, end) for event in made["events"] for n, start, end in event["ev"]}
    assert shown == quotes


@pytest.mark.parametrize(
    ("one", "other"), [("a b", "a-b"), ("A", "a"), ("_5f.", "_"), ("a", "a."), ("\u00e9", "e"), ("x:y", "x/y"), ("__proto__", "proto")]
)
def test_no_two_ids_share_a_key(one: str, other: str) -> None:
    assert key("article", one) != key("article", other)
    assert all(c.isascii() and (c.isalnum() or c in "-_.") for c in key("article", one))


def test_data_cannot_leave_their_element() -> None:
    text = "</script><!--<script> \u2028 \u2029 & \ud800 \x00"
    written = as_json({"text": text})
    assert not set("<>&\u2028\u2029\ud800\x00") & set(written)
    assert json.loads(written) == {"text": text}


def test_each_stop_holds_what_was_known_by_then() -> None:
    kb = tieline.load()
    days = stops(kb.documents)
    made = payload(kb.facts, [View(day, kb.as_of(str(day)).facts) for day in days], title="t", known=None)
    assert [view["day"] for view in made["views"]] == [str(day) for day in days]
    for view in made["views"]:
        then = kb.timeline(as_of=view["day"])
        assert [made["events"][number]["title"] for number in view["events"]] == [event.title for event in then]
        assert [made["events"][number]["st"] for number in view["events"]] == [event.status for event in then]


def test_a_conflict_is_flagged_where_it_is_told_and_not_at_what_shares_its_sentence() -> None:
    quote = tieline.Citation(document="d", start=0, end=4, quote="Both")
    figures = tuple(
        Figure(id=f"figure:{n}", measure=measure, value=n, text=text, evidence=(quote,))
        for n, (measure, text) in enumerate(
            (("bilateral_trade", "2.0 billion"), ("bilateral_trade", "1.87 billion"), ("exports", "412 million"))
        )
    )
    event = Event(id="event:e", type="visit", title="Ana Sol visited Orsenda", evidence=(quote,))
    issues = (
        Issue(kind="conflict", message="bilateral trade Halidor in 2010: 2.0 billion or 1.87 billion", evidence=(quote,)),
        Issue(kind="unconfirmed_plan", message="Ana Sol visited Orsenda (2015): no text says that it happened.", evidence=(quote,)),
    )
    facts = Facts(documents=(Document.from_text("Both", id="d"),), figures=figures, events=(event,), issues=issues)
    made = payload(facts, (), title="t", known=None)
    assert ["conflict" in one for one in made["figures"]] == [True, True, False]
    assert ["conflict" in one or "plan" not in one for one in made["events"]] == [False]


def test_an_article_that_nothing_dates_is_known_at_the_end_only() -> None:
    dated = Document.from_text("LIMA, March 3 -- Tarvesta and Bellmont signed a trade accord.", id="a", published="2011-03-04")
    undated = Document.from_text("Tarvesta and Bellmont are to meet.", id="b")
    kb = tieline.build([dated, undated])
    made = payload(kb.facts, [View(day, kb.as_of(str(day)).facts) for day in stops(kb.documents)], title="t", known=None)
    assert [(view.get("day"), view["documents"]) for view in made["views"]] == [("2011-03-04", [0]), (None, [0, 1])]


def test_no_fact_gives_an_empty_page() -> None:
    made = payload(Facts(), (), title="t", known=None)
    assert made["events"] == []
    assert len(made["views"]) == 1
