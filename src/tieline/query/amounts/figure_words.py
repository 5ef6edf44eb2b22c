"""The words with which questions speak of figures."""

from collections.abc import Mapping

from tieline.light import dataclass
from tieline.model.figure import Figure
from tieline.query.reading.words import stems
from tieline.query.view import View

LEAST = 0.8
SCALES = frozenset({"million", "billion", "trillion", "thousand", "bn"})
HEDGED = frozenset({"expected", "planned", "hypothetical"})
UNITS = frozenset(
    {"percent", "rank", "ordinal", "times", "years", "count", "people", "km", "tonnes", "minutes", "hours", "days", "miles", "metres"}
)
SIDES = {"exports": ("exports", "export_growth"), "imports": ("imports", "import_growth")}
DIRECTED = frozenset({"exports", "imports", "export_growth", "import_growth", "investment", "investment_stock", "loan", "grant"})
GIVING = (
    ["export"],
    ["exports"],
    ["exported"],
    ["invest"],
    ["invested"],
    ["lend"],
    ["lent"],
    ["grant"],
    ["give"],
    ["gave"],
    ["sell"],
    ["sold"],
)
COUNTED = frozenset({"capacity", "length", "age"})
PRICED = frozenset({"project_cost", "contract_value", "loan", "grant", "length", "capacity"})
ALL_TRADE = frozenset({"bilateral_trade", "trade_growth", "exports", "export_growth", "imports", "import_growth", "trade_balance"})
NAMES = {"USD": "dollars", "NZD": "New Zealand dollars", "SGD": "Singapore dollars", "EUR": "euros", "CNY": "yuan", "GBP": "pounds"}


@dataclass(frozen=True)
class Words:
    """The words with which questions speak of figures, as stems."""

    measures: Mapping[str, str]
    population: str
    sets: Mapping[str, frozenset[str]]


def words_of(view: View) -> Words:
    """The words of the view's rulebook, made once."""
    known: Words | None = view.__dict__.get("_measure_words")
    if known is None:
        tables = view.lexicon.tables
        measures = {name: " ".join(stems(text)) for table in tables["measures"] for name, text in table.items()}
        sets = {name: frozenset(stems(text)) for table in tables["figure_words"] for name, text in table.items()}
        known = view.__dict__["_measure_words"] = Words(measures, " ".join(sorted(sets["population"])), sets)
    return known


@dataclass(frozen=True)
class Fit:
    """A figure with the share of the question that it covers."""

    figure: Figure
    share: float
    own: float
