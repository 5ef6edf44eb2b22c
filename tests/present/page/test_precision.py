import pytest

from tieline.model.edtf import time_value
from tieline.present.page.precision import precision


@pytest.mark.parametrize(
    ("edtf", "means"),
    [
        ("2008-11-19", "day"),
        ("2008-11-19T10:30", "day"),
        ("2008-11-22/2008-11-23", "span"),
        ("2008-11", "within"),
        ("2008-11-XX", "within"),
        ("2010", "within"),
        ("201X", "within"),
        ("[2016-09-01..2016-12-31]", "within"),
        ("2014/2024", "within"),
        ("2019~", "about"),
        ("2008-11-19?", "about"),
        ("2019-01~/2019-03", "about"),
        ("2019/..", "open"),
        ("[..2019]", "open"),
        ("XXXX-03", "open"),
        ("-0479", "open"),
    ],
)
def test_precision(edtf: str, means: str) -> None:
    assert precision(time_value(edtf)) == means
