"""Who represents one country in another: its ambassador there."""

import re

from tieline.late import regex
from tieline.query.draft import Draft
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.view import View

_REPRESENTS = regex(r"^\W*who (?:currently |now |officially )?represent(?:s|ed|ing)? (?P<of>[^?]{2,40}?) in (?P<to>[^?]{2,40}?)\W*$", re.I)


def representing(view: View, query: Query) -> Draft | None:
    """The ambassador of one country in another; None where a question names anything else."""
    asked = _REPRESENTS.match(query.text)
    if asked is None or len(query.names) != 2 or not all(view.any_is(name.ids, "country") for name in query.names):
        return None
    from tieline.query.people.people import person

    draft = person(view, read_question(view, f"who is the ambassador of {asked['of']} to {asked['to']}"))
    return draft if draft.status == "answered" else None
