"""What is still ahead, was called off or is denied."""

import pytest

import tieline
from tieline.kb import KnowledgeBase

TEXT = """ACCRA, May 4, 2011 (Reuters) - President Kofi Mensah of Ghana will visit Togo on 20 May 2011.

Ghana and Togo are to sign a fisheries treaty in June 2011. A summit planned for April 2011 was cancelled.

Togo did not sign the border treaty. The two countries signed a customs agreement on 3 May 2011.
"""


@pytest.fixture(scope="module")
def ahead() -> KnowledgeBase:
    return tieline.build([tieline.Document.from_text(TEXT, id="a")])


@pytest.mark.parametrize(
    "question", ["What is planned?", "what's coming up", "Upcoming events", "Which events are planned?", "what lies ahead"]
)
def test_plans_are_listed_without_what_was_done(ahead: KnowledgeBase, question: str) -> None:
    answer = ahead.ask(question)
    told = " ".join(item.text for item in answer.items)
    assert "visit Togo" in told
    assert "fisheries treaty" in told
    assert "customs" not in told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Which visits are planned?", "visit Togo"),
        ("What agreements are expected?", "fisheries treaty"),
        ("What was cancelled?", "summit"),
        ("What did not happen?", "border treaty"),
    ],
)
def test_only_what_is_asked_for_is_listed(ahead: KnowledgeBase, question: str, told: str) -> None:
    answer = ahead.ask(question)
    assert told in answer.answer
    assert len(answer.items) == 1


def test_a_plan_whose_day_has_passed_is_not_still_to_come() -> None:
    later = tieline.Document.from_text("ACCRA, June 1, 2012 (Reuters) - Ghana and Togo will sign a rail treaty in July 2012.", id="b")
    kb = tieline.build([tieline.Document.from_text(TEXT, id="a"), later])
    assert [item.text for item in kb.ask("What is still to come?").items if "fisheries" in item.text] == []
    assert "rail treaty" in kb.ask("What is still to come?").answer
    assert "fisheries treaty" in kb.ask("What was planned?").answer


def test_nothing_of_a_state_is_said_to_be_so(kb: KnowledgeBase) -> None:
    answer = kb.ask("What was cancelled?")
    assert answer.status == "unanswered"
    assert not answer.items
