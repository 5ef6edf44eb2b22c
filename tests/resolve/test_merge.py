"""Reports of one event become one event; two events stay two."""

import pytest

from tieline.resolve.facts import resolve
from tieline.rules.load import shipped


@pytest.fixture
def told(make, monkeypatch):
    """The facts of readings made by hand, with the actors of the hand-made table."""

    def facts(*readings):
        monkeypatch.setattr("tieline.resolve.facts.find_who", lambda readings, rulebook, published=None: make.who())
        return resolve(readings, shipped())

    return facts


def visit(says, status="occurred", **more):
    return {"says": says, "type": "visit", "who": [("guest", "Rey")], "place": "Sudland", "status": status} | more


def test_a_plan_and_its_report_are_one_visit(make, told):
    plan = make.reading("a", "Rey goes to Sudland on 4 May 2011.", visit("Rey goes to Sudland", "planned", time="4 May 2011"),
                        published="2011-05-01", times=[("4 May 2011", "2011-05-04")])  # fmt: skip
    report = make.reading("b", "Rey was in Sudland on 4 May 2011.", visit("Rey was in Sudland", time="4 May 2011"),
                          published="2011-05-06", times=[("4 May 2011", "2011-05-04")])  # fmt: skip
    facts = told(plan, report)
    assert [(e.status, e.time.edtf, len(e.evidence)) for e in facts.events] == [("occurred", "2011-05-04", 2)]
    assert facts.merges[0].fact == facts.events[0].id
    assert facts.events[0].published.edtf == "2011-05-01"
    assert facts == told(report, plan)


def test_two_visits_of_one_person_stay_two(make, told):
    first = make.reading("a", "Rey was in Sudland on 4 May 2011.", visit("Rey was in Sudland", time="4 May 2011"),
                         published="2011-05-06", times=[("4 May 2011", "2011-05-04")])  # fmt: skip
    second = make.reading("b", "Rey was in Sudland on 9 June 2014.", visit("Rey was in Sudland", time="9 June 2014"),
                          published="2014-06-10", times=[("9 June 2014", "2014-06-09")])  # fmt: skip
    assert len(told(first, second).events) == 2


@pytest.mark.parametrize(("day", "edtf", "conflicts"), [("2 April 2019", "2019-04-02", 0), ("3 April 2019", "[2019-04-02,2019-04-03]", 1)])
def test_texts_that_disagree_about_the_day(make, told, day, edtf, conflicts):
    def reading(name, words, value):
        event = {"says": "Norland and Sudland broke", "type": "diplomatic_ties", "stage": "severed", "time": words,
                 "who": [("party", "Norland"), ("party", "Sudland")]}  # fmt: skip
        return make.reading(name, f"Norland and Sudland broke on {words}.", event, published="2019-05-01", times=[(words, value)])

    facts = told(reading("a", "2 April 2019", "2019-04-02"), reading("b", day, "2019-04-03" if conflicts else "2019-04-02"))
    assert [event.time.edtf for event in facts.events] == [edtf]
    assert sum(issue.kind == "conflict" for issue in facts.issues) == conflicts


def test_a_plan_that_no_text_confirms(make, told):
    plan = make.reading("a", "Rey goes to Sudland on 4 May 2011.", visit("Rey goes to Sudland", "planned", time="4 May 2011"),
                        published="2011-05-01", times=[("4 May 2011", "2011-05-04")])  # fmt: skip
    later = make.reading("b", "Nothing is said.", published="2011-06-01")
    assert [issue.kind for issue in told(plan, later).issues] == ["unconfirmed_plan"]
    assert [event.title for event in told(plan).events] == ["Ana Rey is to visit Sudland"]


def test_a_past_event_without_a_time_gets_none(make, told):
    facts = told(make.reading("a", "Rey was in Sudland.", visit("Rey was in Sudland"), published="2008-11-21"))
    assert facts.events[0].time is None
    assert facts.events[0].published.edtf == "2008-11-21"
