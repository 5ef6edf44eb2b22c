"""Values as a Python prompt shows them."""

from tieline.model.answer import Answer
from tieline.model.edtf import time_value
from tieline.model.facts import Facts


def test_a_line_a_value(facts: Facts) -> None:
    assert [repr(one) for one in (facts.events[0], facts.agreements[0], facts.actors[1], facts.figures[0])] == [
        "<Event 2016: Pelmara Accord may enter into force (agreement, in force, hypothetical, 1 quote)>",
        "<Agreement Pelmara Accord: in force 2016 (hypothetical); signed>",
        "<Actor Ana Sol (person): president of Halidor>",
        "<Figure agreement value: 2 billion USD, Pelmara Accord, 2015>",
    ]
    assert repr(facts.documents[0]) == '<Document pelmara: "Orsenda and Halidor sign accord", 9 March 2015, 235 characters>'
    assert str(facts.events[0]) == repr(facts.events[0])
    assert repr(facts.issues[0]).startswith("<Issue unresolved time: No day is given")
    assert repr(facts.events[0].evidence[0]).startswith("<Citation pelmara ")


def test_a_time_says_between_which_days_it_lies() -> None:
    said = {edtf: repr(time_value(edtf)) for edtf in ("2015-03-09", "2015", "2015/..")}
    assert said == {
        "2015-03-09": "<TimeValue 2015-03-09>",
        "2015": "<TimeValue 2015: 2015-01-01 to 2015-12-31>",
        "2015/..": "<TimeValue 2015/..: 2015-01-01 to open>",
    }


def test_an_answer_prints_with_its_quotes(facts: Facts) -> None:
    cited = facts.events[0].evidence
    answer = Answer(question="q", status="answered", answer="In 2016.", kind="date", citations=cited)
    assert repr(answer) == "<Answer answered: In 2016. (1 quote)>"
    assert str(answer) == f'In 2016.\n  "{cited[0].quote}" (pelmara {cited[0].start}-{cited[0].end})'


def test_nothing_that_a_terminal_obeys(facts: Facts) -> None:
    event = facts.events[0].model_copy(update={"title": "\x1b[2J\u202eabc\n" * 30})
    assert not set(repr(event)) & set("\x1b\u202e\n")
    assert len(repr(event)) < 200
