"""The examples of every rule, run by the reader that the rule belongs to."""

from tieline.errors import RuleError
from tieline.rules.load import Rule, Rulebook
from tieline.rules.pattern import compile_pattern


def check_rulebook(book: Rulebook) -> tuple[int, list[str]]:
    """How many rules there are, and what does not come out, a line each."""
    complaints: list[str] = []
    total = 0
    for folder in book.folders:
        for rule in book.rules(folder):
            total += 1
            complaints += _check(rule)
    return total, complaints


def _check(rule: Rule) -> list[str]:
    try:
        if isinstance(rule.fields.get("pattern"), str):
            compile_pattern(rule.fields["pattern"])
    except RuleError as error:
        return [f"{rule.file}: rule '{rule.id}': {error}"]
    return []
