"""Whether something was put off or called off: that it did not take place is then no "no"."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Draft, clip
from tieline.query.reading.query import Query
from tieline.query.view import View

_KINDS = (
    regex(r"\b(?:postpon\w+|put (?:off|back)|pushed back|delayed|defer(?:red|s|ring)?|reschedul\w+)\b", re.I),
    regex(r"\b(?:call(?:ed|ing)? off|cancel\w*|scrap\w*|dropp?(?:ed|s)?|abandon\w*|shelved?)\b", re.I),
)
_DENIED = regex(r"\b(?:not|never|den(?:y|ies|ied)|no plans?|neither|nor)\b|n['’]t\b", re.I)


def put_off(view: View, query: Query, drafted: Draft) -> Draft:
    """A draft that says no, or only planned, because something was put off or called off, turned where the question asks just that.

    Where the sentences tell of the one and the question asks for the other, the answer stays open.
    """
    asked = [kind.search(query.text) is not None for kind in _KINDS]
    quotes = " ".join(passage.text for passage in view.passages_of(drafted.citations))
    told = [kind.search(quotes) is not None for kind in _KINDS]
    only_planned = drafted.value is None and drafted.lacks == "outcome"  # the new day of what was put off
    if not (drafted.value is False or only_planned) or not any(asked) or not any(told) or _DENIED.search(quotes):
        return drafted
    rest = drafted.text.removeprefix("No.").removeprefix("Not confirmed.").lstrip()
    if any(one and other for one, other in zip(asked, told, strict=True)):
        return replace(drafted, status="answered", text=clip(f"Yes. {rest}"), value=True, lacks=None)
    if only_planned:
        return drafted
    return replace(drafted, status="partly", text=clip(f"Not in these words. {rest}"), value=None)
