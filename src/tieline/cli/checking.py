"""The examples of every rule, run by the reader that the rule belongs to."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from tieline.errors import RuleError
from tieline.rules.load import Rule, Rulebook
from tieline.rules.pattern import compile_pattern

Checker = Callable[[Rule, Rulebook], list[str]]

# folder of rules -> where the function is that runs a rule's examples and gives what does not come out
CHECKERS = {
    "en/events": ("tieline.extract.examples", "check_event_rule"),
    "en/figures": ("tieline.extract.figure_examples", "check_figure_rule"),
    "en/time": ("tieline.extract.times.check", "check_time_rule"),
}


def check_rulebook(book: Rulebook) -> tuple[int, list[str]]:
    """How many rules there are, and what does not come out, a line each."""
    complaints: list[str] = []
    total = 0
    for folder in book.folders:
        examine = _checker(folder)
        for rule in book.rules(folder):
            total += 1
            complaints += [f"{rule.file}: rule '{rule.id}': {complaint}" for complaint in _check(rule, book, examine)]
    return total, complaints


def _checker(folder: str) -> Checker:
    module, function = CHECKERS.get(folder, ("", ""))
    if module and find_spec(module):
        found: Checker = getattr(import_module(module), function)
        return found
    return _check_pattern


def _check_pattern(rule: Rule, book: Rulebook) -> list[str]:
    if isinstance(rule.fields.get("pattern"), str):
        compile_pattern(rule.fields["pattern"])
    return []


def _check(rule: Rule, book: Rulebook, examine: Checker) -> list[str]:
    try:
        return examine(rule, book)
    except RuleError as error:
        return [str(error)]
