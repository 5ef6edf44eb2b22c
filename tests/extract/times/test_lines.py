"""Texts as lines of JSON."""

import pytest

from tieline.errors import SourceError
from tieline.extract.times.lines import answer_line


def test_a_range_is_answered_by_its_ends() -> None:
    answer = answer_line('{"id": "a", "text": "They met on 9 and 10 June.", "dct": "2015-07-17"}')
    assert answer["id"] == "a"
    assert [one["value"] for one in answer["timexes"]] == ["2015-06-09", "2015-06-10"]


def test_without_dct_the_given_day_counts() -> None:
    assert answer_line('{"text": "yesterday"}', published="2015-07-17")["timexes"][0]["value"] == "2015-07-16"


@pytest.mark.parametrize("line", ["{x", "[]", '{"id": 1}', '{"text": 5}'])
def test_other_lines_are_refused_with_their_number(line: str) -> None:
    with pytest.raises(SourceError, match="line 7: "):
        answer_line(line, 7)
