"""The examples of rules, run by the reader that the rules belong to; rules without such a reader are only compiled, and counted apart."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from tieline.errors import RuleError
from tieline.rules.load import Rule, Rulebook, shipped
from tieline.rules.pattern import compile_pattern

_FILE = re.compile(r"[^\s:]+\.toml: ")
Checker = Callable[[Rule, Rulebook], list[str]]

# folder of rules -> where the function is that runs a rule's examples and gives what does not come out
CHECKERS = {
    "en/events": ("tieline.extract.examples", "check_event_rule"),
    "en/figures": ("tieline.extract.amounts.figure_examples", "check_figure_rule"),
    "en/qualifiers": ("tieline.extract.examples", "check_event_rule"),
    "en/questions": ("tieline.cli.question_examples", "check_question_rule"),
    "en/time": ("tieline.extract.times.check", "check_time_rule"),
}
# folder -> where the function is that runs the examples of the tables beside its rules
TABLES = {"en/questions": ("tieline.cli.question_examples", "check_question_tables")}


@dataclass(frozen=True)
class Checked:
    """What a check did: rules whose examples ran, rules whose patterns were only compiled (by folder), and what does not come out."""

    proved: int
    compiled: dict[str, int]
    complaints: tuple[str, ...]


def check_rulebook(book: Rulebook) -> Checked:
    """Check every rule of a rulebook."""
    complaints: list[str] = []
    proved, compiled = 0, {}
    for folder in book.folders:
        if folder not in shipped().folders:
            complaints.append(f"{folder}: no folder that is read; there are: {', '.join(one for one in shipped().folders if one != '.')}")
            continue
        rules = book.rules(folder)
        examine = _checker(folder)
        if examine is not None:
            proved += len(rules)
        elif rules:
            compiled[folder] = len(rules)
        for rule in rules:
            complaints += [_placed(rule, one) for one in _check(rule, book, examine or _compile)]
        complaints += _tables(folder, book)
    return Checked(proved, compiled, tuple(dict.fromkeys(complaints)))


def _checker(folder: str) -> Checker | None:
    if folder not in CHECKERS:
        return None
    module, function = CHECKERS[folder]
    found: Checker = getattr(import_module(module), function)
    return found


def _tables(folder: str, book: Rulebook) -> list[str]:
    if folder not in TABLES:
        return []
    module, function = TABLES[folder]
    try:
        found: list[str] = getattr(import_module(module), function)(book)
    except RuleError as error:
        return [str(error)]
    return [f"{folder}: {complaint}" for complaint in found]


def _compile(rule: Rule, book: Rulebook) -> list[str]:
    if isinstance(rule.fields.get("pattern"), str):
        compile_pattern(rule.fields["pattern"])
    return []


def _check(rule: Rule, book: Rulebook, examine: Checker) -> list[str]:
    try:
        return examine(rule, book)
    except RuleError as error:
        return [str(error)]


def _placed(rule: Rule, complaint: str) -> str:
    """A complaint with the file and rule it is about; a broken rule stops the reader of its folder, and is named by it."""
    return complaint if _FILE.match(complaint) else f"{rule.file}: rule '{rule.id}': {complaint}"
