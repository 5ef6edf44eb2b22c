"""Whether exporter, importer and kind of trade are those of the question."""

import re
from collections.abc import Iterable

from tieline.late import regex
from tieline.model.figure import Figure
from tieline.query.amounts.figure_words import ALL_TRADE, DIRECTED, GIVING, SIDES, words_of
from tieline.query.reading.query import Name, Query
from tieline.query.reading.words import stems
from tieline.query.view import Passage, View


def same_trade(view: View, query: Query, figure: Figure) -> bool:
    """Whether a question on trade, exports or imports meets a figure of the same."""
    if query.unit == "money" and figure.measure not in ALL_TRADE and _asks_trade(query):
        return False
    for name, measures in SIDES.items():
        if any(term.stem in words_of(view).sets[name] for term in query.words):
            return figure.measure in measures or figure.measure not in ALL_TRADE
    return True


_TRADE = regex(r"\b(trade|commerce|turnover)\b(?! (?:deals?|agreements?|pacts?|contracts?|fair|office|war|union))", re.I)


def _asks_trade(query: Query) -> bool:
    """Whether the value of all trade is asked for, and of no agreement."""
    return bool(_TRADE.search(query.text)) and not any(act.types & {"trade_deal", "agreement", "investment"} for act in query.acts)


def right_way(view: View, query: Query, figure: Figure) -> bool:
    """Whether exporter and importer of the question are those of the figure."""
    for name in query.names:
        lands = [one for one in figure.objects if one in view.actors and view.actors[one].kind == "country"]
        lands += [one for one in view.called.get(figure.object or "", ()) if view.actors[one].kind == "country"]
        told = any(view.actors[one].kind == "country" for one in name.ids if one in view.actors) and name.form == "name"
        inside = query.text[: name.span.start].lower().split()[-1:] == ["in"]
        home = figure.unit == "people" and " " not in (figure.about or " ") and set(name.ids) & set(figure.subjects)
        if inside and told and lands and not home and not set(name.ids) & set(lands) and figure.measure not in ALL_TRADE:
            return False
    if figure.measure not in DIRECTED:
        return True
    for name in query.names:
        before = query.text[: name.span.start].lower().split()[-1:]
        after = query.text[name.span.end :].lower()
        giver = (
            name.form == "demonym"
            or _sells(view, query, name)
            or before == ["from"]
            or after.startswith(("'s", "’s"))
            or after.split()[:1] in GIVING
        )
        towards = before in (["to"], ["into"], ["in"]) and not _sells(view, query, name)
        bought = before == ["from"] and figure.measure == "imports" and bool(figure.objects)  # "imports from Orsenda" are another's
        side = figure.objects if towards or bought else figure.subjects if giver else None
        if side and not set(name.ids) & (set(side) | _lands_of(view, side)):
            return False
    return True


def _lands_of(view: View, ids: Iterable[str]) -> set[str]:
    """The countries for which capitals and other towns stand: "Cairo's debt"."""
    towns = [view.actors[one].country for one in ids if one in view.actors and view.actors[one].kind == "place"]
    return {land for town in towns if town for land in view.called.get(town, (town,))}


def _sells(view: View, query: Query, name: Name) -> bool:
    """Whether a name stands right before its exports: "the increase in Orsendan exports"."""
    trade = words_of(view).sets["exports"] | words_of(view).sets["imports"]
    return any(0 < term.span.start - name.span.end <= 3 and term.stem in trade for term in query.words)


def in_clause_of_all_trade(view: View, query: Query, passage: Passage, at: int) -> bool:
    """Whether exports or imports are asked for, and the clause with a number tells of trade: "trade grew by 9 percent, with exports up"."""
    from tieline.query.sentences.clause_subjects import subject_of
    from tieline.query.sentences.parsed import parsed

    sides = _sides(view, query)
    if not sides:
        return False
    row = parsed(view, passage)
    own = next((one for one in row.clauses if row.units[one.verb.start].start <= at < row.units[one.right - 1].end), None)
    subject = subject_of(row, own).text if own is not None else ""
    between = passage.document.text[row.units[own.verb.end].start : at] if own is not None and own.verb.end < len(row.units) else ""
    named = {*subject.split(), *stems(between)}
    return bool(named & set(stems("trade commerce turnover"))) and not any(side & named for side in sides)


def _sides(view: View, query: Query) -> list[frozenset[str]]:
    """The words for exports and imports, as far as a question asks for them."""
    sets = words_of(view).sets
    return [sets[name] for name in ("exports", "imports") if any(term.stem in sets[name] for term in query.words)]


def of_all_trade(view: View, query: Query, passage: Passage) -> bool:
    """Whether a question asks for exports or imports, and a sentence has no word for them: trade as a whole is more."""
    return any(not side & passage.vocabulary for side in _sides(view, query))
