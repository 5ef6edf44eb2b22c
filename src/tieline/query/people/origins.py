"""Which country somebody is from, by what the texts call them."""

import re

from tieline.late import regex
from tieline.model.actor import Actor
from tieline.query.draft import Draft, clip, quoted
from tieline.query.reading.query import Query
from tieline.query.view import View

_ASKED = regex(
    r"\bnationality\b|\bcitizen(?:ship)? of (?:which|what)\b"
    r"|\b(?:which|what) country\b.*\b(?:come|comes|came|be|is|was|are|hail|hails)\b.*\bfrom\W*$"
    r"|^\W*where\b.*\b(?:is|was|does|did)\b[^?]*\bfrom\W*$|^\W*from (?:which|what) country\b.*\b(?:come|is|was|hail)",
    re.I,
)


def origin(view: View, query: Query) -> Draft | None:
    """The country of somebody, with the words that say so; bounded to the country of their house where only that is told."""
    if not _ASKED.search(query.text) or len(query.names) != 1 or len(query.names[0].ids) != 1:
        return None
    actor = view.actors.get(query.names[0].ids[0])
    if actor is None or actor.kind != "person" or not actor.roles:
        return None
    country = view.actors[actor.country].name if actor.country in view.actors else actor.country
    house = None if country else _land_of_house(view, actor)
    passage = next(iter(view.passages_of(actor.roles[0].evidence)), None)
    if passage is None or not (country or house):
        return None
    text = f"{country}. {quoted(passage, 230)}" if country else f"Not said; the house worked for is of {house}. {quoted(passage, 200)}"
    return Draft(
        "answered" if country else "partly",
        clip(text),
        "place",
        country or house,
        citations=actor.roles[0].evidence[:2],
        facts=(actor.id,),
        told=("national", "nationaliti", "citizenship", "countri", "come", "hail"),
    )


def _land_of_house(view: View, actor: Actor) -> str | None:
    """The country of a house that the words for somebody's office name."""
    for passage in view.passages_of(actor.roles[0].evidence):
        houses = [view.actors[i] for i in passage.fact.actors if i in view.actors and view.actors[i].kind in ("organization", "company")]
        lands = {one.country for one in houses if one.country}
        if len(lands) == 1:
            land = next(iter(lands))
            return view.actors[land].name if land in view.actors else land
    return None
