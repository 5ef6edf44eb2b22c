"""PLOVER codes follow rule, stage, verb and status."""

import pytest

from tieline.model.mention import EventMention
from tieline.model.span import Span
from tieline.resolve.events.plover import codes_of, plover
from tieline.rules.load import shipped

CASES = [
    ("visit.paid", "visit", None, "occurred", "visited", ("CONSULT", "visit", ("diplomatic",))),
    ("visit.paid", "visit", None, "planned", "visit", ("AGREE", None, ("diplomatic", "future"))),
    ("visit.paid", "visit", None, "hypothetical", "visit", ("CONSULT", "visit", ("diplomatic", "hypothetical"))),
    ("visit.paid", "visit", None, "cancelled", "visit", ("SANCTION", None, ("diplomatic",))),
    ("meeting.held", "meeting", None, "occurred", "telephoned", ("CONSULT", "phone", ("diplomatic",))),
    ("agreement.signed", "agreement", "signed", "occurred", "signed", ("SUPPORT", None, ("diplomatic", "legal"))),
    ("agreement.signed", "agreement", "signed", "denied", "signed", ("SUPPORT", None, ("diplomatic", "legal", "negation"))),
    ("agreement.signed", "agreement", "signed", "cancelled", "signed", ("REJECT", None, ("diplomatic", "legal"))),
    ("ties.severed", "diplomatic_ties", "severed", "occurred", "broke", ("SANCTION", "withdraw", ("diplomatic",))),
    ("ties.severed", "diplomatic_ties", "severed", "expected", "break", ("THREATEN", "relations", ("diplomatic", "future"))),
    ("dispute.expulsion", "dispute", None, "occurred", "expelled", ("SANCTION", "expel", ("diplomatic",))),
    ("dispute.expulsion", "dispute", None, "occurred", "summoned", ("ACCUSE", "disapprove", ("diplomatic",))),
    ("dispute.sanctions", "dispute", None, "occurred", "imposed", ("COERCE", "restrict", ("diplomatic", "economic"))),
    ("dispute.sanctions", "dispute", None, "occurred", "lifted", ("RETREAT", "ease", ("economic",))),
    ("dispute.sanctions", "dispute", None, "planned", "impose", ("THREATEN", "restrict", ("diplomatic", "economic", "future"))),
    ("statement.said", "statement", None, "occurred", "said", None),
    ("statement.said", "statement", None, "occurred", "praised", ("SUPPORT", None, ("diplomatic",))),
    ("statement.said", "statement", None, "occurred", "condemned", ("ACCUSE", "disapprove", ("diplomatic",))),
]

# Events of the PLOVER manual with the modes that it or its table for CAMEO of 2021 gives them.
MODES = {
    "ACCUSE": "disapprove investigate",
    "AGREE": "",
    "AID": "",
    "COERCE": "arrest ban confiscate curfew deport restrict",
    "CONCEDE": "",
    "CONSULT": "host multilateral phone third-party visit",
    "COOPERATE": "",
    "DEMAND": "assist change meet yield",
    "PROTEST": "boycott demo hunger obstruct riot",
    "REJECT": "assist change meet yield",
    "RETREAT": "access ceasefire disarm ease release return withdraw",
    "SANCTION": "convict discontinue expel withdraw",
    "SUPPORT": "",
    "THREATEN": "ban expel relations restrict territory violence",
}


@pytest.mark.parametrize(("rule", "kind", "stage", "status", "verb", "wanted"), CASES)
def test_codes(
    rule: str, kind: str, stage: str | None, status: str, verb: str, wanted: tuple[str, str | None, tuple[str, ...]] | None
) -> None:
    found = plover(EventMention(Span(0, 1), Span(0, 1), 0, rule, kind, stage, status), verb, shipped())
    assert (found and (found.event, found.mode, found.context)) == wanted


def test_every_row_keeps_to_the_vocabulary() -> None:
    rows = [row for group in codes_of(shipped()).rows.values() for row in group]
    assert len(rows) > 50
    wrong = [row for row in rows if row["event"] not in MODES or (row.get("mode") and row["mode"] not in MODES[row["event"]].split())]
    assert wrong == []
