"""When a country hosted what comes round again: the years in which the texts have it do so, or the first or last of them."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.model.answer import AnswerKind, Item
from tieline.model.edtf import time_value
from tieline.query.draft import Draft, in_a_row, nothing
from tieline.query.events.verdict.hosting import hosts
from tieline.query.reading.query import Query
from tieline.query.times.spans import years_of
from tieline.query.view import View

_PAST = regex(r"\b(?:did|has|have|had|was|were)\b", re.I)


def _elsewhere(view: View, query: Query) -> bool:
    """Whether the texts have such an event go on in another country than the one asked about."""
    anywhere = years_of(view, replace(query, acts=tuple(replace(act, rule="act.meet") for act in query.acts)))
    others = [i for i in view.actors if view.actors[i].kind == "country" and i not in query.ids]
    told = view.passages_of([citation for own in anywhere.values() for citation in own])
    return any(hosts(view, passage, (other,)) for other in others for passage in told)


def hosted_when(view: View, query: Query) -> Draft | None:
    """The years of the events that a country hosted; None where the texts know of one year alone, or a day is asked for."""
    if not view.any_is(query.ids, "country") or view.any_is(query.ids, "person") or not _PAST.search(query.text):
        return None
    if query.windows or query.grain not in (None, "year") or query.ordinal not in (None, "first", "last") or query.rule == "date.next":
        return None
    asked = replace(query, form="years", ordinal=None)
    held = years_of(view, asked)
    if not held and _elsewhere(view, asked):
        return nothing(view, query, "date")
    if len(held) < 2 or query.form == "years":
        return None
    years = sorted(held)
    years = years[:1] if query.ordinal == "first" else years[-1:] if query.ordinal == "last" else years
    citations = tuple(dict.fromkeys(c for year in years for c in held[year][:2]))[:6]
    items = tuple(Item.made(text=str(year), time=time_value(str(year)), citations=tuple(held[year][:2])) for year in years)
    row = in_a_row([str(year) for year in years])
    kind: AnswerKind = "date" if len(years) == 1 else "list"
    return Draft("answered", f"In {row}.", kind, row, items=items if len(years) > 1 else (), citations=citations)
