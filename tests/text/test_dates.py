import pytest

from tieline.text.dates import written_dates


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("November 21, 2008", "2008-11-21"), ("Nov. 21, 2008", "2008-11-21"), ("21 November 2008", "2008-11-21"),
        ("21st of November 2008", "2008-11-21"),
        ("2008-11-21", "2008-11-21"), ("2008/11/21", "2008-11-21"), ("21.11.2008", "2008-11-21"),
        ("21/11/2008", "2008-11-21"), ("11/21/2008", "2008-11-21"),
        ("05/06/2012", "[2012-05-06,2012-06-05]"), ("Friday, 21 November 2008", "2008-11-21"), ("Fri 21 Nov 2008 09.15 GMT", "2008-11-21"),
        ("November 2008", "2008-11"), ("SEPT. 9, 1999", "1999-09-09"), ("May 5th 2020", "2020-05-05"), ("20-Jul-2015", "2015-07-20"),
    ],
)  # fmt: skip
def test_dates(text, edtf):
    assert [one.edtf for one in written_dates(text)] == [edtf]


@pytest.mark.parametrize("text", ["31 February 2008", "02-555-1950", "version 1.2.2010.5", "15/2015", "2,010 units", "the march of 1998"])
def test_no_dates(text):
    assert list(written_dates(text)) == []


def test_without_a_year():
    (date,) = written_dates("LIMA, Monday, Aug. 1 (Andes Wire)")
    assert (date.edtf, date.month, date.day, date.weekday) == (None, 8, 1, 0)
