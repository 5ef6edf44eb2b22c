import pytest

from tieline.extract.amounts.figure_examples import check_figure_rule
from tieline.rules.load import shipped


@pytest.mark.parametrize("rule", shipped().rules("en/figures"), ids=lambda rule: rule.id)
def test_examples_of_the_rules_come_out(rule):
    assert check_figure_rule(rule, shipped()) == []
