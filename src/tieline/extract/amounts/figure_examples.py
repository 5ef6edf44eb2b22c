"""The examples of the rules of figures, run by the reader."""

from collections.abc import Mapping
from typing import Any

from tieline.extract.reading import read_mentions
from tieline.model.document import Document
from tieline.model.mention import FigureMention, Reading
from tieline.rules.load import Rule, Rulebook
from tieline.text.article import read_article


def check_figure_rule(rule: Rule, rulebook: Rulebook) -> list[str]:
    """What does not come out as a rule of `en/figures` promises, a line each; none where all is well."""
    where = f"{rule.file}: rule '{rule.id}'"
    wrong = [f"{where}: {found}" for example in rule.examples if (found := _failure(rule, example, rulebook))]
    kept = [sentence for sentence in rule.rejects if any(one.rule == rule.id for one in _read(sentence, rulebook).figures)]
    return wrong + [f'{where}: rejects: "{sentence}" gives a figure by this rule' for sentence in kept]


def _failure(rule: Rule, example: Mapping[str, Any], rulebook: Rulebook) -> str | None:
    reading = _read(example["text"], rulebook)
    measures = [rule.fields["measure"]] if "measure" in rule.fields else rule.fields["measures"]
    if any(figure.measure in measures and _fits(reading, figure, example) for figure in reading.figures):
        return None
    got = "; ".join(f"{one.measure} {one.value} {one.unit} {one.status}" for one in reading.figures) or "nothing"
    wanted = ", ".join(f"{key} {value}" for key, value in example.items() if key != "text")
    return f'"{example["text"]}": wanted {wanted}; found {got}'


def _fits(reading: Reading, figure: FigureMention, example: Mapping[str, Any]) -> bool:
    words = reading.article.words
    given = {
        "value": figure.value,
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "status": figure.status,
        "subject": words(figure.subject) if figure.subject else None,
        "object": words(figure.object) if figure.object else None,
    }
    return all(given[key] == value for key, value in example.items() if key != "text")


def _read(sentence: str, rulebook: Rulebook) -> Reading:
    return read_mentions(read_article(Document(id="example", text=sentence)), rulebook)
