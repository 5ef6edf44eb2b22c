"""TimeML that other tools read."""

import re
import xml.etree.ElementTree as ET

import pytest

from tieline.extract.times import find_times
from tieline.model.edtf import time_value
from tieline.present.timeml import timeml

ATTRIBUTES = {
    "tid", "type", "value", "mod", "quant", "freq", "beginPoint", "endPoint", "temporalFunction", "functionInDocument", "anchorTimeID",
    "valueFromFunction",
}  # fmt: skip
MODS = {
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END",
    "APPROX",
}  # fmt: skip
TEXT = (
    "Tavonia & Corvia <met> on Tuesday;\r\n\tthey meet twice a week, for about ten years now.\n"
    "From 3 to 5 May 2011 “talks” ran, a week later they ended ]]> 😀."
    " In the first half of 2006, late 2007, at 6 p.m. on Friday, every year."
)


def read(text: str, published: str | None = None, **given: str) -> ET.Element:
    day = time_value(published) if published else None
    return ET.fromstring(timeml(text, find_times(text, day), published=day, **given).encode())


def tags(root: ET.Element) -> dict[str, ET.Element]:
    found = {one.get("tid", ""): one for one in root.iter("TIMEX3")}
    assert len(found) == len(list(root.iter("TIMEX3")))
    return found


@pytest.mark.parametrize("published", [None, "2015-07-17", "2015-07", "2015~", "2015-07-01/2015-08-15", "../2015"])
def test_the_standard_is_kept(published: str | None) -> None:
    root = read(TEXT, published, name="a & b.txt")
    assert root.tag == "TimeML"
    assert [one.tag for one in root][:3] == ["DOCID", "DCT", "TEXT"]
    assert root.findtext("DOCID") == "a & b.txt"
    known = tags(root)
    for one in known.values():
        assert set(one.attrib) <= ATTRIBUTES
        assert one.get("type") in ("DATE", "TIME", "DURATION", "SET")
        assert one.get("value")
        assert one.get("mod", "START") in MODS
        assert re.fullmatch(r"t\d+", one.get("tid", ""))
        assert all(one.get(key, "t0") in known for key in ("beginPoint", "endPoint", "anchorTimeID"))
    day = root.find("DCT/TIMEX3")
    assert day is not None
    assert (day.get("tid"), day.get("functionInDocument")) == ("t0", "CREATION_TIME")


@pytest.mark.parametrize("text", [TEXT, "", "in 1971", "\r\n\r\n in 1971 \r", "no time & no <tag>", "a\u2028b \u200e in May 2001 é"])
def test_the_text_stays_as_it_is(text: str) -> None:
    body = read(text, "2015-07-17").find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == text


def test_characters_that_xml_forbids_are_replaced_one_by_one() -> None:
    body = read("a\0\x1b\ud800 in 1971\uffff").find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == "a\ufffd\ufffd\ufffd in 1971\ufffd"


def test_every_expression_is_tagged_where_it_stands() -> None:
    root = read(TEXT, "2015-07-17")
    shown = {one.text: one.attrib for one in root.iter("TIMEX3")}
    assert shown["Tuesday"] == {"tid": "t1", "type": "DATE", "value": "2015-07-14", "temporalFunction": "true", "anchorTimeID": "t0"}
    assert [one.get("type") for words, one in shown.items() if words and words.endswith("a week")] == ["SET"]
    assert shown["every year"].get("quant") == "EVERY"
    assert shown["about ten years"].get("mod") == "APPROX"
    assert shown["late 2007"].get("mod") == "END"
    assert [shown[words]["value"] for words in ("3", "5 May 2011")] == ["2011-05-03", "2011-05-05"]


def test_ranges_name_their_ends() -> None:
    root = read("Talks ran from 3 to 5 May 2011 and in the first eight months of 2006.")
    known = tags(root)
    half = next(one for one in known.values() if one.text == "the first eight months of 2006")
    assert [known[half.get(key, "")].get("value") for key in ("beginPoint", "endPoint")] == ["2006-01", "2006-08"]
    whole = next(one for one in known.values() if one.text is None and one.get("type") == "DURATION")
    assert [known[whole.get(key, "")].text for key in ("beginPoint", "endPoint")] == ["3", "5 May 2011"]


def test_what_counts_from_a_date_told_names_it() -> None:
    known = tags(read("They met on 3 May 2011. Two days later they signed."))
    assert known["t2"].get("anchorTimeID") == "t1"
    assert known["t2"].get("value") == "2011-05-05"


@pytest.mark.parametrize(
    ("published", "value"), [("2015-07-17", "2015-07-17"), ("2015-07", "2015-07"), ("2015~", "2015"), ("../2015", "XXXX-XX-XX")]
)
def test_the_day_of_publication(published: str, value: str) -> None:
    day = read("today", published).find("DCT/TIMEX3")
    assert day is not None
    assert day.get("value") == value
