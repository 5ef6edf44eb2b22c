"""Follow-ups take what they leave out from the question before."""

import tomllib
from pathlib import Path

import pytest

import tieline
from tieline.errors import QuestionError

TALKS = tomllib.loads(Path(__file__).with_name("talks.toml").read_text(encoding="utf-8"))["talk"]


@pytest.fixture(scope="module")
def kb():
    return tieline.load()


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk["id"])
def test_talks(kb, talk):
    told = tieline.build([tieline.Document.from_text(talk["text"], id="told")]) if "text" in talk else kb
    conversation = told.conversation()
    for turn in talk["turns"]:
        answer = conversation.ask(turn["ask"])
        last = conversation.turns[-1]
        assert (answer.question, last.answer) == (turn["ask"], answer)
        assert last.read_as == turn.get("reads", last.read_as)
        assert answer.value == turn.get("value", answer.value), turn["ask"]
        assert answer.kind == turn.get("kind", answer.kind)
        assert turn.get("says", "") in answer.answer, turn["ask"]
        assert answer.status == turn.get("status", answer.status)
        before = conversation.turns[-2].read_as if len(conversation.turns) > 1 else None
        if last.read_as not in (turn["ask"], before):
            assert answer.reasons[0] == f'"{turn["ask"]}" is read as "{last.read_as}"'


def test_a_question_that_leans_on_nothing_is_answered_as_by_ask(kb):
    question = "when did the FTA take effect"
    assert kb.conversation().ask(question) == kb.ask(question)


def test_forgetting_and_earlier_views(kb):
    conversation = kb.conversation(as_of="2009")
    conversation.ask("When did Hu Jintao visit Peru?")
    assert conversation.ask("and Xi Jinping?").status == "unanswered"
    conversation.forget()
    assert conversation.turns == ()
    assert conversation.ask("source?").status == "unanswered"


@pytest.mark.parametrize("question", ["", "   ", None])
def test_an_empty_question_is_refused(kb, question):
    conversation = kb.conversation()
    conversation.ask("when did the FTA take effect")
    with pytest.raises(QuestionError):
        conversation.ask(question)
    assert len(conversation.turns) == 1


@pytest.mark.parametrize("question", ["?", "and?", "it", "and " * 200, "he " * 300, "before that? " * 40, "and \x00?", "and <b>?"])
def test_strange_follow_ups_are_answered_or_declined(kb, question):
    conversation = kb.conversation()
    conversation.ask("when did the FTA take effect")
    assert conversation.ask(question).status in ("answered", "partly", "unanswered")


OWN = [
    tieline.Document.from_text(
        "NAIROBI, Aug. 29, 2016 (Coast Wire) -- Kenyan President Uhuru Kenyatta and Japanese Prime Minister Shinzo Abe on Sunday signed "
        "a bilateral investment treaty in Nairobi. The Kenya-Japan investment treaty entered into force on Monday.",
        id="treaty",
    ),
    tieline.Document.from_text(
        "LISBON, March 4, 2014 (Coast Wire) -- Portuguese Foreign Minister Helena Vasconcelos and Spanish Foreign Minister Jose Garcia "
        "signed a fisheries treaty in Lisbon on Monday. Garcia has postponed a visit to Porto that was planned for March 15.",
        id="fish",
    ),
]


@pytest.fixture(scope="module")
def own():
    return tieline.build(OWN)


def test_it_is_the_whole_thing_of_the_last_question(own):
    conversation = own.conversation()
    conversation.ask("when did the Kenya-Japan investment treaty take effect")
    answer = conversation.ask("who signed it?")
    assert conversation.turns[-1].read_as == "who signed the Kenya-Japan investment treaty?"
    assert "Vasconcelos" not in answer.answer
    assert "Kenyatta" in answer.answer


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Was Garcia's visit to Porto postponed?", True),
        ("was the visit of Garcia put off", True),
        ("Did Garcia visit Porto?", False),
        ("was the visit of Garcia cancelled?", None),
    ],
)
def test_what_was_put_off_was_put_off(own, question, value):
    assert own.ask(question).value is value
