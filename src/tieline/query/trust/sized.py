"""Whether a sum of money answers how high, tall or wide a thing is."""

import re

from tieline.late import regex
from tieline.query.amounts.numbers import MONEY
from tieline.query.draft import Draft
from tieline.query.reading.query import Query
from tieline.query.view import View

_THING = (
    "dam|tower|building|bridge|wall|fence|mast|pillar|pylon|mountain|peak|pass|statue|chimney|crane|embankment|dyke|levee|tunnel|canal|pier"
)
_SIZE = regex(
    r"^\W*how (?:tall|deep|wide|thick|heavy)\b"
    rf"|^\W*how (?:high|large|big) (?:is|are|was|were|will|would|should) (?:the |its |this |that )?(?:[\w-]+ ){{0,3}}?(?:{_THING})s?\b",
    re.I,
)


def only_money(view: View, query: Query, draft: Draft) -> bool:
    """Whether a question asks for the size of a thing, and its answer is a sum: "How high is the dam?" by what it costs."""
    return bool(_SIZE.search(query.text) and MONEY.search(draft.text.partition('"')[0]))
