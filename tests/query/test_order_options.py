"""What is set side by side in a question of order."""

from types import SimpleNamespace

import pytest

from tieline.query.times.order import _options

CASES = [
    ("Which came first, the pact or the visit?", ("Which came ", ["the pact", "the visit"])),
    ("Who came first: Vael, Ruhn, or Orsen?", ("Who came ", ["Vael", "Ruhn", "Orsen"])),
    ("Was the opening planned for before or after the talks?", ("?before", ["the opening", "the talks"])),
    ("Did the pact or the visit come first?", ("", ["Did the pact", "the visit"])),
    ("Which of them was it", ("", [])),
]


@pytest.mark.parametrize(("text", "options"), CASES)
def test_the_options_of_a_question(text, options):
    assert _options(SimpleNamespace(text=text)) == options


@pytest.mark.parametrize("text", [", " * 40_000, " before" * 20_000 + " or after x", "a or " * 20_000, "x first, " * 20_000, " " * 100_000])
def test_long_questions_have_options_or_none(text):
    stem, options = _options(SimpleNamespace(text=text))
    assert isinstance(stem, str)
    assert isinstance(options, list)
