import pytest

from tieline.model.words import in_words

CASES = {
    "2008-11-19": "19 November 2008",
    "2024-06": "June 2024",
    "2010": "2010",
    "2008-11-22/2008-11-23": "22 to 23 November 2008",
    "2016-01/2016-08": "January to August 2016",
    "2008/2016": "2008 to 2016",
    "2008-12-30/2009-01-02": "30 December 2008 to 2 January 2009",
    "2008-10-30/2008-11-02": "30 October to 2 November 2008",
    "2008/..": "from 2008 on",
    "../2031-01-01": "up to 1 January 2031",
    "[2024-11-10..2024-11-13]": "between 10 and 13 November 2024",
    "[..2024-11-13]": "by 13 November 2024",
    "[2009-06-09,2009-06-10]": "9 or 10 June 2009",
    "{2009-06-09,2009-06-10}": "9 and 10 June 2009",
    "2019~": "about 2019",
    "2016-12-XX": "December 2016",
    "XXXX-03": "March of an unknown year",
    "XXXX-XX-14": "day 14 of an unknown month",
    "XXXX": "an unknown year",
    "201X": "the 2010s",
    "19XX": "the 1900s",
    "2010-22": "summer 2010",
    "2010-33": "the first quarter of 2010",
    "2024-40": "the first half of 2024",
    "2024-11-15T21:21": "21:21 on 15 November 2024",
    "-0479": "480 BC",
    "../..": "an unknown time",
    "nonsense": "nonsense",
}


@pytest.mark.parametrize(("edtf", "words"), CASES.items())
def test_a_date_in_words(edtf: str, words: str) -> None:
    assert in_words(edtf) == words
