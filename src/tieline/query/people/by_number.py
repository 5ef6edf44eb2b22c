"""Whose a number is in a sentence that gives the numbers of several people."""

from tieline.late import regex
from tieline.query.people.asking import SAID
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.view import Passage, View

_DIGITS = regex(r"(?<![\d-])\d[\d,.]*\d|\d")


def teller_of_number(view: View, query: Query, passage: Passage) -> str | None:
    """The person named last before the number of a question, where a sentence names several: "who said 600?"; None for other questions."""
    asked = _DIGITS.search(query.text) if SAID.search(query.text) and not query.windows else None
    place = passage.text.find(asked[0]) if asked else -1
    if place < 0 or len(view.of_kind(passage.fact.actors, "person")) < 2:
        return None
    before = [name for name in name_index(view).find(passage.tokens) if name.span.end <= passage.fact.start + place]
    people = [i for name in before for i in name.ids[:1] if view.any_is((i,), "person")]
    return people[-1] if people else None
