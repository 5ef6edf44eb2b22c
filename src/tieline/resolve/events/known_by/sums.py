"""Loans, grants and purchases by the sum that their texts give, whatever each text calls them."""

from collections.abc import Sequence
from dataclasses import replace

from tieline.model.mention import FigureMention, Reading
from tieline.resolve.actors.nearby import in_sentences
from tieline.resolve.events.reports.report import Told

GIVEN = frozenset({"aid", "investment", "trade_deal"})
KINDS = 4  # words behind a number, up to the thing that is counted, and one more
LENGTHS = frozenset({"this", "years", "months", "days", "weeks", "hours", "dollars", "euros", "million", "billion", "percent"})
ALIKE = frozenset({"aid", "investment"})  # one text's credit is another text's loan


def with_sums(told: Sequence[Told], reading: Reading) -> list[Told]:
    """The reports of what is lent, given or sold, each with its sums of money."""
    given = (one for one in reading.figures if one.value is not None and one.status != "denied")
    sums = in_sentences(one for one in given if one.unit and len(one.unit) == 3 and one.unit.isupper())
    return [_summed(one, sums.get(one.mention.sentence, ())) if one.type in GIVEN else one for one in told]


def _summed(told: Told, figures: Sequence[FigureMention]) -> Told:
    inside = [one for one in figures if one.number and told.mention.span.touches(one.number)] or figures
    lots = frozenset(_lots(told.citation.quote) or _lots(told.sentence)[:1]) if told.type == "trade_deal" else frozenset[str]()
    return replace(told, lots=lots, sums=frozenset((float(one.value), one.unit or "") for one in inside if one.value is not None))


def _lots(quote: str) -> list[str]:
    """What a report counts, with how many: "40 tractors" in "ordered 40 red tractors"."""
    found: list[str] = []
    row = [word.strip(".,;:()\"'“”’").lower() for word in quote.split()]
    for k, word in enumerate(row):
        behind = next(
            (one for one in row[k + 1 : k + KINDS] if one.isalpha() and len(one) > 3 and one.endswith("s") and one not in LENGTHS), None
        )
        if behind and word.replace(",", "").isdigit() and not any(one in LENGTHS for one in row[k + 1 : k + 2]):
            found.append(f"{word.replace(',', '')} {behind}")
    return found


def lots_differ(one: Told, other: Told) -> bool:
    """Whether two purchases are of other things, and of another number of them: 150 locomotives are not 33 buses."""
    apart = all(not {lot.split()[k] for lot in one.lots} & {lot.split()[k] for lot in other.lots} for k in (0, 1))
    return bool(one.lots and other.lots) and apart


def same_sum(one: Told, other: Told) -> str | None:
    """That two reports tell of the same money between the same countries; nothing where different sides give it."""
    if one.sides and other.sides and not one.sides & other.sides:
        return None
    few, many = sorted((set(one.countries), set(other.countries)), key=len)
    shared = one.sums & other.sums
    if not shared or not few or not few <= many or one.document == other.document:
        return None
    value, unit = min(shared)
    return f"both tell of {value:,.0f} {unit}"
