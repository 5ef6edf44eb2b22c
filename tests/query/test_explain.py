from tieline.model.answer import Answer
from tieline.model.facts import Facts
from tieline.query.explain import explain
from tieline.query.find import find
from tieline.query.view import View


def test_every_kind_of_fact_is_explained_down_to_the_words(facts: Facts) -> None:
    view = View(facts)
    for one in (*facts.events, *facts.agreements, *facts.figures, *facts.actors):
        steps = explain(view, one)
        assert any(citation.quote in step for citation in one.evidence for step in steps)
        assert explain(view, one.id) == steps
    assert explain(view, facts.documents[0])[0] == "document: Orsenda and Halidor sign accord"
    assert explain(view, "event:none") == ()


def test_an_answer_is_explained_with_its_facts(facts: Facts) -> None:
    visit = facts.events[2]
    answer = Answer(question="q", status="answered", answer="On 9 March 2015.", kind="date", facts=(visit.id,), citations=visit.evidence)
    steps = explain(View(facts), answer)
    assert steps[0] == "answered: On 9 March 2015."
    assert steps[1] == "event: Ana Sol visits Orsenda (visit, occurred)"
    assert sum("visited Orsenda on Monday" in step for step in steps) == 1


def test_names_find_what_carries_them_best_match_first(facts: Facts) -> None:
    view = View(facts)
    names = {"Orsenda": "actor:orsenda", "orsendan": "actor:orsenda", "sol": "actor:sol", "pelmara accord": "agreement:pelmara"}
    names |= {"Orsnda": "actor:orsenda", "event:force": "event:force", "pelmara": "pelmara"}
    assert {name: find(view, name)[0].id for name in names} == names
    assert find(view, "Atlantis") == ()
    assert find(view, "  ") == ()
