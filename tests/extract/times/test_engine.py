"""The scan: which rules it tries where."""

from dataclasses import replace

from tieline.extract.time_words import tokens_of
from tieline.extract.times.engine import engine_of
from tieline.rules.load import shipped
from tieline.rules.scan import ANY


def test_no_rule_is_missed_by_its_openings() -> None:
    """The examples of all rules give the same where every rule is tried at every word of them."""
    engine = engine_of()
    every = {ANY: engine.rules}
    texts = [str(example["text"]) for rule in shipped().rules("en/time") for example in rule.examples]
    firsts = {f"#{count}" for count in range(1, 10)} | {word for text in texts for _, word in tokens_of(text)}
    patient = replace(engine, index=dict.fromkeys(firsts, every))
    for text in texts:
        assert [(hit.rule.id, hit.start, hit.end) for hit in engine.hits(text)] == [
            (hit.rule.id, hit.start, hit.end) for hit in patient.hits(text)
        ]
