"""Undated texts are dated from inside and from the other texts."""

import datetime as dt

import pytest

import tieline
from tieline.model.mention import PartialDate
from tieline.resolve.days.dating import date_documents
from tieline.resolve.days.window import Clue, Window
from tieline.rules.load import shipped


def dated(make, *readings):
    return date_documents(readings, make.who(), shipped())


def test_window_keeps_what_narrows_and_drops_what_contradicts():
    window = Window().narrowed(Clue(dt.date(2010, 1, 1), None, "past"))
    window = window.narrowed(Clue(None, dt.date(2011, 12, 31), "ahead"))
    assert window.value().edtf == "[2010-01-01..2011-12-31]"
    assert window.narrowed(Clue(dt.date(2015, 1, 1), None, "contradiction")) is window
    assert window.value().derivation == ("past", "ahead")


def test_the_full_day_of_what_was_said_in_the_lead_dates_a_text():
    told = "ACCRA (Wire) - Ghana and Togo signed a treaty, the ministry said on Tuesday, 3 May 2011."
    history = "War broke out on Tuesday, 3 May 2011. Ghana and Togo signed a treaty."
    days = [tieline.build([tieline.Document.from_text(text, id="a")]).documents[0].published for text in (told, history)]
    assert [day.edtf if day else None for day in days] == ["[2011-05-03..2011-05-04]", "[2011-05-03..]"]


def test_a_stated_date_wins(make):
    reading = make.reading("a", "Norland signed it in 2015.", published="2008-11-21", times=[("2015", "2015")])
    assert dated(make, reading)["a"].published.edtf == "2008-11-21"


@pytest.mark.parametrize(
    ("text", "times", "expected"),
    [
        ("The pact of 3 May 2009 is old.", [("3 May 2009", "2009-05-03")], "[2009-05-03..]"),
        ("It came into force in 2010. Trade grew last year.", [("2010", "2010"), ("last year", None)], "[2011-01-01..]"),
        ("Nothing is said here.", [], None),
        ("FORUM 2024 is a platform. Norland hosts FORUM this year.", [("2024", "2024"), ("this year", None)], "2024"),
    ],
)
def test_from_inside(make, text, times, expected):
    value = dated(make, make.reading("a", text, times=times))["a"].published
    assert (value.edtf if value else None) == expected


def test_a_count_of_years_and_the_month(make):
    text = "They made up on Monday, six years after the prize of 2010. This December morning was cold."
    times = [("Monday", None), ("six years", None, "DURATION", "P6Y"), ("2010", "2010"), ("This December", None, "DATE", "XXXX-12")]
    assert dated(make, make.reading("a", text, times=times))["a"].published.edtf == "2016-12"


def test_a_plan_bounds_from_above(make):
    text = "Building is to begin on 1 October 2014."
    plan = {"says": "Building is to begin", "type": "project", "time": "1 October 2014", "status": "planned"}
    reading = make.reading("a", text, plan, times=[("1 October 2014", "2014-10-01")])
    assert dated(make, reading)["a"].published.edtf == "[..2014-10-01]"


def test_a_dateline_without_year(make):
    text = "Aug. 1 - The pact took effect on Monday after it was signed on March 21, 2011."
    times = [("Monday", None), ("March 21, 2011", "2011-03-21")]
    reading = make.reading("a", text, times=times, partial=PartialDate(make.span(text, "Aug. 1"), "Aug. 1", 8, 1))
    assert dated(make, reading)["a"].published.edtf == "2011-08-01"


@pytest.mark.parametrize(("day", "expected"), [("Wednesday", "2024-11-13"), ("Tuesday", "2024-11-12")])
def test_a_weekday_announced_and_reported(make, day, expected):
    text = f"Rey goes to Sudland on {day}, her second visit in eight years."
    visit = {"who": [("guest", "Rey")], "type": "visit"}
    plan = visit | {"says": f"Rey goes to Sudland on {day}", "place": "Sudland", "time": day, "status": "planned", "ordinal": 2}
    undated = make.reading("u", text, plan, times=[(day, None), ("eight years", None, "DURATION", "P8Y")])
    held = visit | {"says": "Rey is in Sudland", "place": "Sudland", "status": "ongoing"}
    report = make.reading("d", "Rey is in Sudland.", held, published="2024-11-15")
    early = "Rey is now in Sudland. In 2014 they met. Trade grew last year. In 2020 it will be over."
    first = visit | {"says": "Rey is now in Sudland", "place": "Sudland", "status": "ongoing"}
    later = {"says": "In 2020 it will be over", "type": "other", "time": "2020", "status": "expected"}
    old = make.reading("o", early, first, later, times=[("2014", "2014"), ("last year", None), ("2020", "2020")])
    found = dated(make, old, report, undated)
    assert found["u"].published.latest == dt.date.fromisoformat(expected)
    assert next(iter(found.fixed.values())).edtf == expected
    assert found["o"].published.edtf == "2016"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KELMSTAD, March 5 (KNA) -- Alvara and Kelmland agreed on Monday to talk. They broke off talks in November 2018.", "2019-03-05"),
        ("KELMSTAD, March 5 (KNA) -- Alvara and Kelmland agreed on Monday to talk. They set up embassies in 1974.", "[1974-01-01..]"),
        ("KELMSTAD, March 5 (KNA) -- Alvara and Kelmland agreed on Monday to talk. A treaty was signed in July 1974.", "[1974-07-01..]"),
        ("KELMSTAD, March 5 (KNA) -- Alvara and Kelmland agreed on Monday to talk. A canal will open in 2030.", "[..2030-12-31]"),
    ],
)
def test_years_of_history_complete_no_dateline(text, expected):
    assert tieline.build([tieline.Document.from_text(text, id="a")]).documents[0].published.edtf == expected


FORCE = "A fishing pact between Togo and Ghana took effect on 1 March, Togo's ministry said."


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("The fishing pact between Togo and Ghana took effect on Tuesday. Boats may now cross.", FORCE, "[2016-03-01..2016-03-07]"),
        (
            "The fishing pact between Togo and Ghana took effect on Tuesday. Togo signed a lease in May 2015. A fair will open in 2017.",
            FORCE,
            "[2016-03-01..2016-03-07]",
        ),
        ("The fishing pact between Togo and Ghana took effect on Friday. Boats may now cross.", FORCE, "[2016-03-01..]"),
        (
            "Togo and Ghana agreed on Wednesday to hold talks, six months after Togo had expelled Ghana's ambassador.",
            "Togo expelled Ghana's ambassador on 1 March.",
            "[2016-08-01..2016-10-01]",
        ),
        ("Togo praised its fishermen on Tuesday.", FORCE, None),
    ],
    ids=["its weekday", "its weekday, between other days", "another weekday", "so long after", "nothing shared"],
)
def test_from_what_a_dated_text_tells_of_the_same_event(text, other, expected):
    documents = [tieline.Document.from_text(text, id="a"), tieline.Document.from_text(other, id="b", published="2016-04-02")]
    undated = next(one for one in tieline.build(documents).documents if one.id == "a")
    assert (undated.published.edtf if undated.published else None) == expected
