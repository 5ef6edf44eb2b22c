"""Whether the evidence of a Yes sets a deed before what a question sets it after, or the other way round: "prior to his visit"."""

import re

from tieline.late import regex
from tieline.query.draft import Draft
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.view import View

_LATER, _EARLIER = r"after|following|since", r"before|prior to|ahead of|in advance of"
_NOUN = r"(?P<head>visit|trip|tour|meeting|talks|summit|signing|election|vote|opening|arrival)s?\b"
_HEAD = rf" (?:(?:the|his|her|their|its|this|that|an?) )?(?:[\w-]+ ){{0,2}}?{_NOUN}"
_ASKED = regex(rf"\b(?:(?P<later>{_LATER})|(?P<earlier>{_EARLIER})){_HEAD}", re.I)


def in_other_order(view: View, query: Query, draft: Draft) -> bool:
    """Whether a sentence cited sets something before the very noun behind which a question sets it."""
    asked = _ASKED.search(query.text) if draft.value is True else None
    if asked is None or any(i in view.events and view.events[i].title in draft.text for i in draft.facts):
        return False
    side = "later" if asked["later"] else "earlier"
    told = [one for passage in view.passages_of(draft.citations) for one in _ASKED.finditer(passage.text)]
    alike = [one for one in told if stem(one["head"].lower()) == stem(asked["head"].lower())]
    return bool(alike) and not any(one[side] for one in alike)
