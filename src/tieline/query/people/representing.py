"""Who represents one country in another: its ambassador there."""

import re

from tieline.late import regex
from tieline.query.draft import Draft
from tieline.query.reading.query import Name, Query
from tieline.query.reading.read import read_question
from tieline.query.view import View

_REPRESENTS = regex(
    r"^\W*who (?:(?:currently |now |officially )?represent(?:s|ed|ing)? (?P<of>[^?]{2,40}?)"
    r"|(?:is|was) (?P<whose>[^?]{2,40}?)(?:'s)? "
    r"(?:representative|envoy|man|woman|diplomat|chief diplomat|top diplomat)) in (?P<to>[^?]{2,40}?)\W*$",
    re.I,
)


def representing(view: View, query: Query) -> Draft | None:
    """The ambassador of one country in another; None where a question names anything else."""
    asked = _REPRESENTS.match(query.text)
    if asked is None or len(query.names) != 2 or not view.any_is(query.names[0].ids, "country"):
        return None
    land = _land(view, query.names[1])
    if land is None:
        return None
    from tieline.query.people.people import person

    draft = person(view, read_question(view, f"who is the ambassador of {asked['of'] or asked['whose']} to {land}"))
    return draft if draft.status == "answered" else None


def _land(view: View, name: Name) -> str | None:
    """The country that a name means: itself, or that of a town."""
    known = (view.actors[i] for i in name.ids if i in view.actors)
    return next((one.name if one.kind == "country" else one.country for one in known if one.kind in ("country", "place")), None)
