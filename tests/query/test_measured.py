"""Numbers in answers come from figures: the right one, in its time, and none where the texts give none."""

import pytest

import tieline
from tieline.model.document import Document

TEXT = " ".join(
    (
        "Last year, trade between China and {name} hit a record high of nearly 15 billion dollars.",
        "In the first eight months of this year, trade grew by 9 percent, with exports from {name} to China rising by 21.8 percent.",
        "Over 170 Chinese businesses have invested more than 14 billion dollars in {name}, helping to create tens of thousands of jobs.",
        "Last year, {name} welcomed nearly 25,000 Chinese tourists.",
        "The chamber expected the number of Chinese visitors to reach 50,000 in 2017.",
        "The four language institutes in {name} have attracted more than 4,000 registered students.",
        "Around 50 herbal clinics have opened in {name}, and 70 percent of them are run by local doctors.",
    )
)
ASKED = [
    ("How much was trade between China and {name} worth in 2015?", 15_000_000_000),
    ("By how much did trade grow in the first eight months of 2016?", 9),
    ("By what percentage did exports from {name} to China rise in 2016?", 21.8),
    ("How many Chinese businesses have invested in {name}?", 170),
    ("How much have Chinese companies invested in {name}?", 14_000_000_000),
    ("How many jobs were created?", "tens of thousands of jobs"),
    ("How many Chinese tourists visited {name} in 2015?", 25_000),
    ("How many Chinese visitors were expected in 2017?", 50_000),
    ("How many language institutes are there in {name}?", 4),
    ("What share of the herbal clinics are run by local doctors?", 70),
]
OPEN = [
    "How many tourists from {name} visited China in 2015?",
    "How much was trade between China and {name} worth in 2013?",
    "How many Chinese tourists visited {name} in 2017?",
    "By what percentage did exports from China to {name} rise in 2016?",
    "How many hospitals are there in {name}?",
]


@pytest.fixture(scope="module", params=["Norway", "Norland"])
def asked(request):
    kb = tieline.build([Document.from_text(TEXT.format(name=request.param), id="a", published="2016-11-20")])
    return lambda question: kb.ask(question.format(name=request.param))


@pytest.mark.parametrize(("question", "value"), ASKED)
def test_a_number_that_the_texts_give(asked, question, value):
    answer = asked(question)
    assert (answer.status, answer.value) == ("answered", value)
    assert answer.citations


@pytest.mark.parametrize("question", OPEN)
def test_a_number_that_the_texts_do_not_give(asked, question):
    assert asked(question).status == "unanswered"
