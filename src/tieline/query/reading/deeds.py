"""Years that name a deed and date nothing else: "when did the 1958 agreement expire"."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.reading.query import Query, Window
from tieline.query.reading.windows import in_window
from tieline.query.view import View

_DEEDS = r"(?:agreement|treaty|pact|accord|convention|protocol|deal|contract|memorandum|charter|declaration|lease)s?"
_BEHIND = regex(rf"\s+(?:[A-Za-z-]+\s+){{0,2}}?{_DEEDS}\b", re.I)
_BEFORE = regex(rf"\b{_DEEDS}\s+of\s+(?:the\s+year\s+)?$", re.I)
_NO_DEED = regex(r"\b(?:in|during|since|by|until|before|after)\s+$", re.I)


def with_deeds(view: View, query: Query) -> Query:
    """A question less the years that only name an agreement which the texts date so; they hold for which agreement is meant."""
    named = tuple(window for window in query.windows if _names_deed(query, window) and _known(view, window))
    if not named or "signed" in query.stages:
        return query
    return replace(query, windows=tuple(one for one in query.windows if one not in named), deeds=named)


def _names_deed(query: Query, window: Window) -> bool:
    before = query.text[: window.span.start]
    if window.time.grain != "year" or _NO_DEED.search(before):
        return False
    return bool(_BEHIND.match(query.text, window.span.end) or _BEFORE.search(before))


def _known(view: View, window: Window) -> bool:
    return any(_dated_so(view, ident, window) for ident in view.agreements)


def of_deeds(view: View, query: Query, ident: str | None) -> bool:
    """Whether an agreement can be the one that a question names by its year; none is, where it names none."""
    return not query.deeds or (ident is not None and all(_dated_so(view, ident, window) for window in query.deeds))


def _dated_so(view: View, ident: str, window: Window) -> bool:
    agreement = view.agreements.get(ident)
    return agreement is not None and any(
        stage.stage in ("signed", "concluded", "initialled", "in_force") and in_window(stage.time, window) for stage in agreement.stages
    )
