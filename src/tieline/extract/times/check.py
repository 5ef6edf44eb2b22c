"""The examples of time rules, run by the reader."""

from collections.abc import Mapping
from typing import Any

from tieline.extract.times.find import find_times
from tieline.model.time import TimeMention
from tieline.rules.load import Rule, Rulebook

USUAL = "2015-07-17"  # the day from which rejected sentences count


def check_time_rule(rule: Rule, rulebook: Rulebook) -> list[str]:
    """What does not come out as a rule of `en/time` promises, a line each; none where all is well.

    An example holds `text`, and of the expression that the rule reads in it: `means` (EDTF), `timex` (the TIMEX3 value), `words`
    (the expression itself, where the text holds more), counted from `published`.
    """
    wrong = [found for example in rule.examples if (found := _failure(rule, example, rulebook))]
    for sentence in rule.rejects:
        mine = [one.text for one in find_times(sentence, USUAL, rulebook=rulebook) if one.rule == rule.id]
        wrong += [f'rejects: "{sentence}" is read by this rule: "{words}"' for words in mine]
    return wrong


def _failure(rule: Rule, example: Mapping[str, Any], rulebook: Rulebook) -> str | None:
    text = example["text"]
    published = example.get("published")
    found = find_times(text, str(published) if published else None, rulebook=rulebook)
    if any(one.rule == rule.id and _fits(one, example) for one in found):
        return None
    got = "; ".join(f'"{one.text}" {_value(one)} by {one.rule}' for one in found) or "nothing"
    wanted = ", ".join(f"{key} {example[key]}" for key in ("words", "means", "timex") if key in example)
    return f'"{text}": wanted {wanted or "this rule"}; found {got}'


def _fits(mention: TimeMention, example: Mapping[str, Any]) -> bool:
    given = {"words": mention.text, "means": mention.time.edtf if mention.time else None, "timex": mention.timex3.value}
    return all(given[key] == str(example[key]) for key in given if key in example)


def _value(mention: TimeMention) -> str:
    return mention.time.edtf if mention.time else str(mention.timex3.value)
