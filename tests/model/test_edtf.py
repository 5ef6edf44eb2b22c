"""EDTF strings and their bounds."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieline.errors import TimeError
from tieline.model.edtf import lies_within, may_overlap, span_value, surely_before, time_value

BOUNDS = [
    ("2008-11-21", "2008-11-21", "2008-11-21", "day"),
    ("2008-11", "2008-11-01", "2008-11-30", "month"),
    ("2008-02", "2008-02-01", "2008-02-29", "month"),
    ("2008", "2008-01-01", "2008-12-31", "year"),
    ("2008~", "2008-01-01", "2008-12-31", "year"),
    ("199X", "1990-01-01", "1999-12-31", "decade"),
    ("18XX", "1800-01-01", "1899-12-31", "century"),
    ("2016-12-XX", "2016-12-01", "2016-12-31", "day"),
    ("2018-21", "2018-03-01", "2018-05-31", "season"),
    ("2018-24", "2018-12-01", "2019-02-28", "season"),
    ("2009-35", "2009-07-01", "2009-09-30", "quarter"),
    ("2008/2016", "2008-01-01", "2016-12-31", "interval"),
    ("../2031-01-01", None, "2031-01-01", "interval"),
    ("[2025-06-09,2025-06-10]", "2025-06-09", "2025-06-10", "interval"),
    ("[2024-11-07..2024-11-13]", "2024-11-07", "2024-11-13", "interval"),
    ("XXXX-03", None, None, "month"),
    ("-0479", None, None, "year"),
    ("2009-12-15T18:00Z", "2009-12-15", "2009-12-15", "minute"),
]
DAYS = st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31))


@pytest.mark.parametrize(("text", "earliest", "latest", "grain"), BOUNDS, ids=[row[0] for row in BOUNDS])
def test_bounds(text: str, earliest: str | None, latest: str | None, grain: str) -> None:
    value = time_value(text)
    assert (value.earliest, value.latest) == tuple(day and dt.date.fromisoformat(day) for day in (earliest, latest))
    assert (value.edtf, value.grain) == (text, grain)


@pytest.mark.parametrize(
    "text", ["", "soon", "2008-13", "2008-02-30", "2016/2008", "2008/2009/2010", "[2008", "{2008]", "08-11-2008", "2008-1"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(TimeError):
        time_value(text)


@given(DAYS, DAYS)
def test_a_span_holds_its_ends(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    value = span_value(first, last)
    assert (value.earliest, value.latest) == (first, last)
    read = time_value(value.edtf)
    assert (read.earliest, read.latest) == (first, last)


@given(DAYS, DAYS)
def test_order(one: dt.date, other: dt.date) -> None:
    first, last = time_value(one.isoformat()), time_value(other.isoformat())
    assert surely_before(first, last) == (one < other)
    assert may_overlap(first, last) == (one == other)
    assert lies_within(first, time_value(f"{one:%Y-%m}"))
