"""Every time rule is proved by its own sentences."""

import pytest

from tieline.extract.times.check import check_time_rule
from tieline.rules.load import Rule, shipped

RULES = shipped().rules("en/time")


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_examples(rule: Rule) -> None:
    assert check_time_rule(rule, shipped()) == []


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_examples_stand_beside_near_misses(rule: Rule) -> None:
    assert rule.examples
    assert rule.rejects, f"{rule.file}: rule '{rule.id}': rejects: at least one near miss is needed"


def test_a_broken_example_is_told() -> None:
    rule = Rule("time.calendar.year", "en/time", "own.toml", {}, ({"text": "in 1971", "means": "1972"},), ("in 1971",))
    assert check_time_rule(rule, shipped()) == [
        '"in 1971": wanted means 1972; found "1971" 1971 by time.calendar.year',
        'rejects: "in 1971" is read by this rule: "1971"',
    ]
