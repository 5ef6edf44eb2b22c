"""Of several people those who stand for one country: "led by Orsenda's envoy, A, and Pelmara's minister, B"."""

from collections.abc import Mapping, Sequence

from tieline.query.reading.query import Query
from tieline.query.sentences.matching import Region, region
from tieline.query.sentences.parsed import parsed
from tieline.query.view import Passage, View

CLOSE = 8  # words between a country and the name of its officer
_TOPIC = frozenset(("for", "on", "to", "with", "in", "at"))  # "chief for Orsendan affairs"


def people_of(view: View, lands: set[str], own: Region, people: Mapping[int, str]) -> list[str] | None:
    """Those of some people, by their places, before whom in a region one of some countries is the last to be named.

    None where the region names none of these countries, or no other: then nobody is told apart.
    """
    told = {i for i in own.ids if i in view.actors and view.actors[i].kind == "country"}
    if not told & lands or not told - lands:
        return None
    found: dict[str, None] = {}
    last: set[str] = set()
    for k in own.places:
        here = {i for i in own.row.ids.get(own.row.units[k].start, ()) if i in told}
        topic = k > 0 and own.row.units[k - 1].lower in _TOPIC
        last = last if topic else here or last
        if k in people and last & lands:
            found[people[k]] = None
    return list(found)


def of_other_side(view: View, query: Query, passage: Passage, name: str) -> bool:
    """Whether a sentence that tells people of several countries gives somebody to another than the question asks about."""
    row = parsed(view, passage)
    named = ((k, i) for k, unit in enumerate(row.units) for i in row.ids.get(unit.start, ()) if i in view.actors)
    people = {k: view.actors[i].name for k, i in named if view.actors[i].kind == "person"}
    lands = {i for one in query.names for i in one.ids if i in view.actors and view.actors[i].kind == "country"}
    told = people_of(view, lands, region(row, range(len(row.units))), people)
    return told is not None and name not in told


def of_others(view: View, lands: set[str], passage: Passage, names: Sequence[str]) -> bool:
    """Whether one of some people stands in a sentence behind another country than some, close by: "Orsenda's minister, Ila Moor"."""
    row = parsed(view, passage)
    for k, unit in enumerate(row.units):
        if any(view.actors[i].name in names for i in row.ids.get(unit.start, ()) if i in view.actors):
            before = [i for n in range(max(k - CLOSE, 0), k) for i in row.ids.get(row.units[n].start, ()) if i in view.actors]
            last = [i for i in before if view.actors[i].kind == "country"][-1:]
            if last and last[0] not in lands:
                return True
    return False
