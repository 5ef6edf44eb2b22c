"""Patterns written out as regular expressions."""

import pytest

from tieline.errors import RuleError
from tieline.rules.pattern import compile_pattern
from tieline.rules.scan import Scanner, SlotKind

KINDS = {
    "month": SlotKind(r"(?:may|june)(?!\w)", ("may", "june")),
    "part": SlotKind(r"(?:the end of|late)(?!\w)", ("the end of", "late")),
    "day": SlotKind(r"\d{1,2}(?!\d)", ("7", "77")),
}


def scanner(pattern: str) -> Scanner:
    return Scanner(compile_pattern(pattern), KINDS)


@pytest.mark.parametrize(
    ("pattern", "openings"),
    [
        ("<part> <month>", {("the", "end"), ("late", "may"), ("late", "june")}),
        ("[the] <month>", {("the", "may"), ("the", "june"), ("may", "*"), ("june", "*")}),
        ("<day> [,] <month>", {("#1", "may"), ("#1", "june"), ("#2", "may"), ("#2", "june")}),
        ("<day> ..2 <month>", {("#1", "*"), ("#2", "*")}),
        ("<part> 2010", {("the", "end"), ("late", "#4")}),
        ("(on|by) 24 <month>", {("on", "#2"), ("by", "#2")}),
        ("<month> [<day>]", {("may", "*"), ("june", "*"), ("may", "#1"), ("may", "#2"), ("june", "#1"), ("june", "#2")}),
    ],
)
def test_openings(pattern: str, openings: set[tuple[str, str]]) -> None:
    assert scanner(pattern).openings == openings


@pytest.mark.parametrize(("pattern", "wrong"), [("<year> x", "<year> is no slot"), ("... <month>", "a gap cannot stand first")])
def test_what_cannot_open_a_match_is_refused(pattern: str, wrong: str) -> None:
    with pytest.raises(RuleError, match=wrong):
        _ = scanner(pattern).openings


def test_captures_say_where_each_slot_stands() -> None:
    one = scanner("[<part>] <month> [<day>]")
    found = one.compiled.match("The end of\nJune 12")
    assert found
    assert one.captures(found) == {
        "part": ("part", "The end of", 0, 10),
        "month": ("month", "June", 11, 15),
        "day": ("day", "12", 16, 18),
    }


def test_words_are_not_cut() -> None:
    assert scanner("<month>").compiled.match("mayor") is None
    assert scanner("<month> <day>").compiled.match("may12") is None


@pytest.mark.parametrize("pattern", ["<year>", "[the] [a]"])
def test_what_cannot_be_matched_is_refused(pattern: str) -> None:
    with pytest.raises(RuleError, match="pattern"):
        _ = scanner(pattern).compiled


@pytest.mark.parametrize(
    "source",
    ["(" * 5000 + "x" + ")" * 5000, "x " + "[... " * 9 + "y" + "]" * 9, "x ..9000 ..9000 y", f"x ..{'9' * 5000} y", "<part>"],
    ids=["brackets", "nested gaps", "long gaps", "longer gap", "part of itself"],
)
def test_patterns_that_could_take_long_are_refused(source: str) -> None:
    with pytest.raises(RuleError, match=r"too many ways|more than 12"):
        compile_pattern(source, macros={"part": "<part> [x]"})


@pytest.mark.parametrize("source", ["x" + " [the]" * 25 + " y", "x" + " ..8" * 6 + " y"])
def test_patterns_with_too_many_ways_are_not_written_out(source: str) -> None:
    with pytest.raises(RuleError, match="too many ways"):
        assert scanner(source).compiled
