"""Which country a sentence gives as the host of something."""

import re

from tieline.late import regex
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Name
from tieline.query.view import Passage, View


def hosted_by_another(view: View, passage: Passage, ids: tuple[str, ...]) -> bool:
    """Whether a sentence gives another country as the host of something: the one behind "hosted by", else the last before "host"."""
    host = _host(view, passage)
    return bool(host) and not set(host[0].ids) & set(ids)


def hosts(view: View, passage: Passage, ids: tuple[str, ...]) -> bool:
    """Whether a sentence has a country for the host of something, or has it go on there: "is in Torv for the summit"."""
    host = _host(view, passage)
    if host:
        return bool(set(host[0].ids) & set(ids))
    lands = {*ids, *(view.actors[i].name for i in ids if i in view.actors)}
    named = (name for name in name_index(view).find(passage.tokens) if _IN.search(passage.text[: name.span.start - passage.fact.start]))
    return any(set(name.ids) & set(ids) or lands & {view.actors[i].country for i in name.ids if i in view.actors} for name in named)


def _host(view: View, passage: Passage) -> list[Name]:
    found = _HOST.search(passage.text)
    if found is None:
        return []
    at = passage.fact.start + found.start()
    lands = [name for name in name_index(view).find(passage.tokens) if view.any_is(name.ids, "country")]
    behind, before = ([one for one in lands if one.span.start > at], [one for one in lands if one.span.end <= at])
    return behind[:1] if found["by"] else before[-1:]


_IN = regex(r"\b(?:in|at) (?:the )?$", re.I)
_HOST = regex(r"\bhost(?:s|ed|ing)?\b(?P<by> by\b)?", re.I)
