"""The examples of the question rules, as sentences that each rule must match, and those that it must leave."""

import pytest

from tieline.kb import KnowledgeBase
from tieline.model.token import tokenize
from tieline.query.reading.lexicon import FOLDER, Lexicon
from tieline.query.reading.names import name_index
from tieline.query.reading.slots import Marks
from tieline.query.reading.titles import is_land, is_person
from tieline.query.reading.windows import find_windows
from tieline.query.reading.words import stemmed
from tieline.rules.load import shipped

RULES = shipped().rules(FOLDER)
PHRASES = {phrase.id: phrase for phrase in (*Lexicon(shipped()).forms, *Lexicon(shipped()).acts)}
EXAMPLES = [(rule.id, str(example["text"])) for rule in RULES for example in rule.examples]
REJECTS = [(rule.id, text) for rule in RULES for text in rule.rejects]


def matches(kb: KnowledgeBase, rule: str, text: str) -> bool:
    tokens = tokenize(text)
    found = name_index(kb._view).find(tokens)
    names = tuple(name.span for name in found)
    people = tuple(name.span for name in found if is_person(kb._view, name))
    lands = tuple(name.span for name in found if is_land(kb._view, name))
    times = tuple(window.span for window in find_windows(text))
    marks = Marks({"actor": names, "place": names, "person": people, "land": lands, "time": times})
    match = PHRASES[rule].search(stemmed(tokens), marks.slots)
    plural = not PHRASES[rule].fields.get("plural") or (match is not None and tokens[match.end - 1].text.endswith("s"))
    singular = not PHRASES[rule].fields.get("singular") or (match is not None and not tokens[match.end - 1].text.endswith("s"))
    return match is not None and plural and singular


@pytest.mark.parametrize(("rule", "text"), EXAMPLES)
def test_a_rule_matches_its_examples(kb: KnowledgeBase, rule: str, text: str) -> None:
    assert matches(kb, rule, text)


@pytest.mark.parametrize(("rule", "text"), REJECTS)
def test_a_rule_leaves_its_rejects(kb: KnowledgeBase, rule: str, text: str) -> None:
    assert not matches(kb, rule, text)
