"""Every event and qualifier rule holds for its own examples."""

import pytest

from tieline.extract.examples import check_event_rule
from tieline.rules.load import Rule, shipped

RULES = [*shipped().rules("en/events"), *shipped().rules("en/qualifiers")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_hold(rule: Rule) -> None:
    assert check_event_rule(rule, shipped()) == []
