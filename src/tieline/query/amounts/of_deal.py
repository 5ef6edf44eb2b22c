"""What one of several deals was worth: "how much was the second contract worth"."""

import re

from tieline.late import regex
from tieline.model.event import Event
from tieline.model.figure import Figure
from tieline.query.amounts.counted import is_money
from tieline.query.amounts.figure_words import HEDGED, words_of
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.sentences.cover import covers_text
from tieline.query.view import View

DEALS = frozenset({"trade_deal", "investment", "aid", "agreement"})
_KINDS = "contract|deal|order|loan|credit|agreement|grant|purchase|sale|tranche|package|batch"
_DEAL = regex(rf"\b(?P<which>first|second|third|fourth|fifth) (?:[\w-]+ ){{0,3}}?(?P<kind>{_KINDS})\b", re.I)


def of_deal(view: View, query: Query) -> tuple[Event, list[Figure]] | None:
    """The deal that a question counts among those of its kind, as a text counts it too, with its sums; None where none is told."""
    found = _DEAL.search(query.text)
    if found is None:
        return None
    asked = (stem(found["which"].lower()), stem(found["kind"].lower()))
    alike = [one for one in view.facts.events if one.type in DEALS and one.status == "occurred" and one.stage in (None, "signed")]
    counted = [
        (one, sums) for one in alike if is_counted(view, query, one) and _covers(view, query, one, asked) and (sums := _sums(view, one))
    ]
    return counted[0] if len(counted) == 1 else None


def is_counted(view: View, query: Query, event: Event) -> bool:
    """Whether a sentence of a deal counts it as the question does."""
    found = _DEAL.search(query.text)
    texts = [passage.text for passage in view.passages_of(event.evidence)] if found and event.type in DEALS else []
    return any(found is not None and told["which"].lower() == found["which"].lower() for text in texts for told in _DEAL.finditer(text))


def _covers(view: View, query: Query, event: Event, asked: tuple[str, str]) -> bool:
    """Whether the sentences of an event hold whatever a question says of the deal, and whom it names."""
    told = " ".join(passage.joined for passage in view.passages_of(event.evidence))
    sets = words_of(view).sets
    telling = [term.stem for term in query.words if term.stem not in sets["loose"] and term.stem not in asked]
    actors = {part.actor for part in event.participants}
    named = all(set(name.ids) & actors or covers_text(view, stem(name.text.lower()), told) for name in query.names)
    return named and all(covers_text(view, word, told) for word in telling)


def _sums(view: View, event: Event) -> list[Figure]:
    """The money told in the sentences of a deal, one sum in each text; none where a text tells several."""
    places = {(one.document.id, one.fact.start) for one in view.passages_of(event.evidence)}
    inside = [
        figure
        for figure in view.facts.figures
        if is_money(figure) and figure.status != "denied" and figure.status not in HEDGED
        if any((one.document.id, one.fact.start) in places for one in view.passages_of(figure.evidence))
    ]
    texts = {figure.evidence[0].document for figure in inside}
    return inside if len(texts) == len(inside) else []
