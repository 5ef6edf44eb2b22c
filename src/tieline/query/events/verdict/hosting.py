"""Which country a sentence gives as the host of something."""

import re

from tieline.late import regex
from tieline.query.reading.names import name_index
from tieline.query.view import Passage, View


def hosted_by_another(view: View, passage: Passage, ids: tuple[str, ...]) -> bool:
    """Whether a sentence gives another country as the host of something: the one behind "hosted by", else the last before "host"."""
    found = _HOST.search(passage.text)
    if found is None:
        return False
    at = passage.fact.start + found.start()
    lands = [name for name in name_index(view).find(passage.tokens) if view.any_is(name.ids, "country")]
    behind, before = ([one for one in lands if one.span.start > at], [one for one in lands if one.span.end <= at])
    host = behind[:1] if found["by"] else before[-1:]
    return bool(host) and not set(host[0].ids) & set(ids)


_HOST = regex(r"\bhost(?:s|ed|ing)?\b(?P<by> by\b)?", re.I)
