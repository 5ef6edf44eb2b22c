"""Where something is: the place right behind its noun, "the consulate in Torv"."""

from collections.abc import Set

from tieline.query.draft import Draft, from_passage, quoted
from tieline.query.evidence.asked import sought
from tieline.query.evidence.cover import covering
from tieline.query.reading.frame import frame_of
from tieline.query.reading.query import Query
from tieline.query.reading.words import stems
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.sentences.search import Found
from tieline.query.view import View

REACH = 6  # words from the preposition to the place
_AT = frozenset(("in", "at", "near", "outside", "on"))


def situated(view: View, query: Query) -> Draft | None:
    """The place that a sentence sets right behind the noun of a thing of which a question asks where it is; None where none does."""
    frame, asked = frame_of(view, query), sought(view, query)
    subject = frame.subject if frame and frame.copular else None
    own = [*(subject.words or subject.named[-1][1])] if subject and not subject.empty else []
    head = own[-1] if own else None
    if head is None or query.types or query.stages or query.windows:
        return None
    known = query.ids
    hits = [Found(hit.passage, hit.share, ()) for hit in covering(view, query, asked)[:4] if not hit.missing] if asked else []
    if asked is None:  # nothing but a name
        hits = [Found(view.passages[n], 1.0, ()) for i in known for n in view.by_actor.get(i, ())][:8]
    found: dict[str, Found] = {}
    for hit in hits:
        place = _behind(view, parsed(view, hit.passage), head, known)
        if place:
            found.setdefault(place, hit)
    if len(found) != 1:
        return None
    name, told = next(iter(found.items()))
    return from_passage(told, "place", text=f"{name}. {quoted(told.passage)}", value=name)


def _behind(view: View, row: Parsed, head: str, known: Set[str]) -> str | None:
    """The city or place within reach behind a noun and "in" or "at"; a country where the question names none."""
    lands = not view.any_is(known, "country", "place")
    for k, unit in enumerate(row.units[:-2]):
        if head not in stems(unit.text) or row.units[k + 1].lower not in _AT:
            continue
        for n in range(k + 2, min(k + 2 + REACH, len(row.units))):
            if row.units[n].tag in ("verb", "be", "have", "modal", "sign", "relative"):
                break
            ids = [i for i in row.ids.get(row.units[n].start, ()) if i in view.actors and i not in known]
            place = next((view.actors[i].name for i in ids if view.actors[i].kind == "place" or (lands and n == k + 2)), None)
            if place:
                return place
    return None
