"""Feasts that move, against days of the almanac."""

import datetime as dt

import pytest

from tieline.extract.times.holidays import SEEN, day_in

DAYS = {
    "lunar_new_year": ["1950-02-17", "1966-01-21", "1968-01-30", "1985-02-20", "2000-02-05", "2012-01-23", "2026-02-17", "2034-02-19"],
    "orthodox_easter": ["2014-04-20", "2016-05-01", "2018-04-08", "2021-05-02"],
    "easter": ["1916-04-23", "1998-04-12", "2008-03-23", "2018-04-01", "2038-04-25"],
    "rosh_hashanah": ["2000-09-30", "2018-09-10", "2019-09-30", "2024-10-03"],
    "passover": ["2018-03-31", "2024-04-23"],
    "thanksgiving": ["2013-11-28", "2018-11-22"],
    "memorial_day": ["2015-05-25"],
    "election_day": ["2016-11-08"],
    "whit_monday": ["2018-05-21"],
}  # fmt: skip
SIGHTED = {
    "eid_al_fitr": ["1995-03-03", "2001-12-16", "2010-09-10", "2015-07-17", "2019-06-04", "2022-05-02", "2023-04-21"],
    "eid_al_adha": ["2015-09-24", "2019-08-11", "2021-07-20", "2023-06-28"],
    "diwali": ["2015-11-11", "2017-10-19", "2019-10-27", "2022-10-24", "2024-10-31"],
}


@pytest.mark.parametrize(("name", "day"), [(name, day) for name, days in DAYS.items() for day in days])
def test_the_day_of_a_feast(name: str, day: str) -> None:
    assert day_in(name, int(day[:4])).isoformat() == day


@pytest.mark.parametrize(("name", "day"), [(name, day) for name, days in SIGHTED.items() for day in days])
def test_a_sighted_feast_lies_in_its_few_days(name: str, day: str) -> None:
    windows = SEEN[name](int(day[:4]))
    assert any(first <= dt.date.fromisoformat(day) <= last for first, last in windows)
    assert all((last - first).days <= 2 for first, last in windows)


def test_a_year_can_hold_two_feasts() -> None:
    assert len(SEEN["eid_al_fitr"](2000)) == 2
