"""PLOVER codes follow rule, stage and status."""

import pytest

from tieline.model.mention import EventMention
from tieline.model.span import Span
from tieline.resolve.plover import plover
from tieline.rules.load import shipped

CASES = [
    ("visit.paid", "visit", None, "occurred", ("CONSULT", "visit")),
    ("visit.paid", "visit", None, "planned", ("AGREE", None)),
    ("agreement.signed", "agreement", "signed", "occurred", ("SUPPORT", None)),
    ("agreement.signed", "agreement", "signed", "denied", None),
    ("ties.severed", "diplomatic_ties", "severed", "occurred", ("SANCTION", "discontinue")),
    ("ties.severed", "diplomatic_ties", "severed", "expected", ("THREATEN", None)),
    ("dispute.expulsion", "dispute", None, "occurred", ("SANCTION", "expel")),
    ("visit.paid", "visit", None, "cancelled", ("REJECT", None)),
    ("statement.said", "statement", None, "occurred", None),
]


@pytest.mark.parametrize(("rule", "kind", "stage", "status", "wanted"), CASES)
def test_codes(rule: str, kind: str, stage: str | None, status: str, wanted: tuple[str, str | None] | None) -> None:
    found = plover(EventMention(Span(0, 1), Span(0, 1), 0, rule, kind, stage, status), shipped())
    assert (found and (found.event, found.mode)) == wanted


def test_what_is_only_imagined_says_so() -> None:
    found = plover(EventMention(Span(0, 1), Span(0, 1), 0, "visit.paid", "visit", None, "hypothetical"), shipped())
    assert found is not None
    assert found.context == ("diplomatic", "hypothetical")
