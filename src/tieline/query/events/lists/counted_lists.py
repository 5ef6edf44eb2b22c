"""How many things of a sort a sentence lists: "how many sectors"."""

from tieline.query.draft import Draft
from tieline.query.reading.listing import listing_asked
from tieline.query.reading.query import Query
from tieline.query.view import View


def counted(view: View, query: Query) -> Draft | None:
    """The count of what a sentence lists, where the noun asked for says no more than that there is a list."""
    asked = listing_asked(view, query)
    if asked is None or not asked.loose:
        return None
    from tieline.query.events.lists.enumerated import enumerated  # few counts are of lists

    return enumerated(view, query)
