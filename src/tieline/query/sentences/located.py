"""In which country a town or port lies, as far as a sentence says so: "Orsenda's northern port city of Pelmara"."""

import re

from tieline.late import regex
from tieline.query.draft import Draft, from_passage, quoted
from tieline.query.reading.query import Query
from tieline.query.sentences.search import Found
from tieline.query.view import Passage, View

_ASKED = regex(
    r"^\W*(?:where|(?:in )?(?:which|what) (?:country|state|nation)) (?:in the world )?(?:is|are|does|do|lies?) "
    r"(?:the (?:city|port|town) of )?(?P<place>[^?,]{2,40}?)(?: lie| situated| located)?(?: in)?\W*$",
    re.I,
)
_SORT = r"(?:city|port|town|port city|capital|capital city|province|region|island|harbou?r)"


def located(view: View, query: Query) -> Draft | None:
    """The country of the one place that a question names; None where it asks for more, or no sentence gives a country."""
    asked = _ASKED.match(query.text)
    if asked is None or not all(re.fullmatch(_SORT, term.text, re.I) for term in query.words) or len(query.names) != 1 or query.windows:
        return None
    places = [view.actors[i] for i in query.names[0].ids if i in view.actors and view.actors[i].kind == "place"]
    if len(places) != 1:
        return None
    for number in view.by_actor.get(places[0].id, ()):
        passage = view.passages[number]
        told = _country(view, passage, places[0].name)
        if told:
            return from_passage(Found(passage, 1.0, ()), "place", text=f"{told}. {quoted(passage)}", value=told)
    return None


def _country(view: View, passage: Passage, place: str) -> str | None:
    """The country that a sentence gives to a place."""
    name = re.escape(place)
    for actor in (view.actors[i] for i in passage.fact.actors if i in view.actors):
        if actor.kind != "country":
            continue
        for called in (actor.name, *actor.aliases):
            land = re.escape(called)
            ways = (
                rf"\b{land}(?:['’]s)? (?:[a-z-]+ ){{0,3}}{_SORT} (?:city )?(?:of )?{name}\b",
                rf"\b{name}, (?:{land}\b(?:['’]s)?(?! and\b)|the capital of {land}\b|in (?:[a-z-]+ )?{land}\b)",
                rf"\b{name} in (?:(?:the )?(?:north|south|east|west|central)[a-z]* )?{land}\b",
            )
            if any(re.search(way, passage.text) for way in ways):
                return actor.name
    return None
