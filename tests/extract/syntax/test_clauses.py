"""Clauses: verb groups, subjects, and what they leave open."""

import pytest
from growth import grows_with_length

from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.clauses import clauses
from tieline.extract.syntax.grammar import grammar_of, inflect
from tieline.extract.syntax.place import ACTING
from tieline.extract.syntax.units import lay_out
from tieline.model.token import Sentence
from tieline.rules.load import shipped


def read(text: str) -> list[tuple[Clause, list[str]]]:
    units = lay_out(Sentence(0, 0, len(text), text), (), grammar_of(shipped()))
    return [(clause, [units[k].lower for k in clause.subject]) for clause in clauses(units, grammar_of(shipped()))]


CASES = [
    ("The treaty was signed in May.", [("sign", ["treaty"], True)]),
    ("The treaty, which was not ratified, lapsed in May.", [("ratify", ["treaty"], True), ("lapse", ["treaty"], False)]),
    ("The talks, launched in May, were suspended in June.", [("launch", ["talks"], False), ("suspend", ["talks"], True)]),
    ("The minister said the treaty will enter into force.", [("say", ["minister"], False), ("enter", ["treaty"], False)]),
    ("The ministers agreed to sign the treaty.", [("agree", ["ministers"], False), ("sign", ["ministers"], False)]),
    ("The first round took 15 years and talks on a second have begun.", [("take", ["round"], False), ("begin", ["talks"], False)]),
    ("The two states are training a crew.", [("train", ["states"], False)]),
    ("The hardest part is building permits.", [("be", ["part"], False)]),
    ("A treaty protecting investments will be signed.", [("protect", ["treaty"], False), ("sign", ["treaty"], True)]),
    ("A treaty banning arms and drugs was signed.", [("ban", ["treaty"], False), ("sign", ["treaty"], True)]),
    ("A road that links the port and the mine was opened.", [("link", ["road"], False), ("open", ["road"], True)]),
    (
        "The firm opened a road linking the ports and signed a treaty.",
        [("open", ["firm"], False), ("link", ["road"], False), ("sign", ["firm"], False)],
    ),
    ("The talks, now put off until June, will be held.", [("put", ["talks"], False), ("hold", ["talks"], True)]),
    ("The premier, on a visit that began in May, met reporters.", [("begin", ["visit"], False), ("meet", ["premier"], False)]),
    ("Under the treaty the ministers will meet.", [("meet", ["ministers"], False)]),
    ("Talks on property seized after the war are to be opened.", [("seize", ["property", "talks"], False), ("open", ["talks"], True)]),
    ("The treaty has since been suspended.", [("suspend", ["treaty"], True)]),
    ("The rail operator plans to buy trains.", [("plan", ["operator"], False), ("buy", ["operator"], False)]),
    ("The ministry stopped issuing permits.", [("stop", ["ministry"], False), ("issue", ["ministry"], False)]),
    ("The premier held undisclosed talks.", [("hold", ["premier"], False)]),
    ("The treaty, signed in May, ends a dispute.", [("sign", ["treaty"], False), ("end", ["treaty"], False)]),
    ("The line, which was opened in May, links the ports.", [("open", ["line"], True), ("link", ["line"], False)]),
    ("The premier opened a line, built in May, links in hand.", [("open", ["premier"], False), ("build", ["line"], False)]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_clauses(text: str, wanted: list[tuple[str, list[str], bool]]) -> None:
    assert [(clause.verb.lemma, subject, clause.verb.passive) for clause, subject in read(text)] == wanted


# the words that are verbs, in sentences whose other words could be verbs as well
VERBS = [
    ("The study focuses on trade.", "focuses"),
    ("New faces emerge as old members step down.", "emerge step"),
    ("The ministry ordered a sales ban on wheat.", "ordered"),
    ("Notes were signed and exchanged.", "were signed exchanged"),
    ("The minister said contracts still had to be signed.", "said had be signed"),
    ("The request of the two towns results from a ruling.", "results"),
    ("The report noted the findings show growth.", "noted show"),
    ("The power plants were closed.", "were closed"),
    ("It closed archaeological sites, coffee shops and gas stations.", "closed"),
    ("The ministry set up three points and two routes.", "set"),
    ("The minister helped make the situation clear.", "helped make"),
    ("The guests came to live and work in the town.", "came live work"),
    ("The crowd marched to peacefully protest the ban.", "marched protest"),
    ("I fully support the summit.", "support"),
    ("This means that the pact holds.", "means holds"),
    ("This has dropped to a third.", "has dropped"),
    ("The delay was due to lack of funds.", "was"),
    ("The ministry threatened targeted sanctions.", "threatened"),
    ("The cabinet must prioritise the pact and finalize it.", "must prioritise finalize"),
    ("Human trafficking has grown.", "has grown"),
    ("The treaty, whose 25th anniversary falls on Monday, remains in force.", "falls remains"),
]


@pytest.mark.parametrize(("text", "wanted"), VERBS, ids=[text for text, _ in VERBS])
def test_verbs_among_nouns(text: str, wanted: str) -> None:
    units = lay_out(Sentence(0, 0, len(text), text), (), grammar_of(shipped()))
    assert " ".join(unit.lower for unit in units if unit.tag in ACTING) == wanted


def test_modals_and_negation() -> None:
    ((clause, _),) = read("The treaty will not have been signed.")
    assert (clause.verb.modal, clause.verb.negated, clause.verb.passive) == ("will", True, True)


def test_a_plan_by_be_to() -> None:
    ((clause, _),) = read("The ministers are also to sign the treaty.")
    assert (clause.verb.lemma, clause.verb.modal) == ("sign", "is to")


@pytest.mark.parametrize(
    ("lemma", "double", "forms"),
    [
        ("sign", False, ("signs", "signed", "signing")),
        ("ratify", False, ("ratifies", "ratified", "ratifying")),
        ("conclude", False, ("concludes", "concluded", "concluding")),
        ("plan", True, ("plans", "planned", "planning")),
        ("delay", False, ("delays", "delayed", "delaying")),
        ("agree", False, ("agrees", "agreed", "agreeing")),
        ("tie", False, ("ties", "tied", "tying")),
    ],
)
def test_inflection(lemma: str, double: bool, forms: tuple[str, str, str]) -> None:
    found = inflect(lemma, double=double)
    assert (found["s"], found["past"], found["ing"]) == forms


def test_long_hostile_text_stays_linear() -> None:
    assert read("? " * 20_000) == []


@pytest.mark.parametrize("words", ["plans talks ", "new plan "])
def test_a_sentence_without_end_is_read_in_proportion(words: str) -> None:
    def laid_out(text: str) -> object:
        return lay_out(Sentence(0, 0, len(text), text), (), grammar_of(shipped()))

    assert grows_with_length(laid_out, words * 1200)
