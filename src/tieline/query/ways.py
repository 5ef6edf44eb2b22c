"""The way of answering that each form of question takes, loaded when a question takes it."""

import re
from collections.abc import Callable

from tieline.late import regex
from tieline.query.draft import Draft
from tieline.query.loaded import function
from tieline.query.reading.query import Query
from tieline.query.second_look import looked_at_again
from tieline.query.special import places_for
from tieline.query.view import View

Way = Callable[[View, Query], Draft]

# form -> the module of this package and the function in it
WAYS = {
    "when": "times.when.when",
    "weekday": "times.weekdays.weekday",
    "years": "events.lists.lists.years",
    "who": "people.people.who",
    "person": "people.people.person",
    "where": "events.lists.places.where",
    "how_many": "events.open.how_many",
    "how_much": "amounts.figures.how_many",
    "rank": "amounts.figures.rank",
    "ordinal": "amounts.figures.ordinal",
    "count": "events.lists.lists.count",
    "between": "times.spans.between",
    "how_long": "times.spans.how_long",
    "order": "times.order.order",
    "list": "events.lists.lists.listed",
    "agreement": "events.lists.deals.agreements",
    "timeline": "events.lists.chronicle.timeline",
    "outlook": "events.lists.outlook.outlook",
    "about": "events.lists.everything.about",
    "said": "people.said.said",
    "document": "people.sourced.document",
    "count_documents": "people.sourced.count_documents",
    "published": "people.sourced.published",
    "publisher": "people.sourced.publisher",
    "yesno": "events.verdict.yesno.yesno",
    "status": "events.progress.status",
    "level": "events.levels.level",
    "what": "events.open.what",
    "conflict": "ask.conflict",
    "fragment": "events.open.fragment",
}


_SAID = regex(r"\W*who (?:else )?(?:has |had )?(?:said|says|stated?|noted?|added|thinks?|thought|believe[sd]?|argue[sd]?)\b", re.I)

# questions about the time of events that they name: words without which none is one, and the function that answers it or gives None
ON_EVENTS = (
    (regex(r"\bsame\b", re.I), "times.same_time.same_time"),
    (
        regex(
            r"\b(?:after|since|following|before|prior to|until|till|ahead of|up to|leading up|run-up|during|between"
            r"|in the (?:same )?(?:week|month|year)|within \w+ (?:day|week|month|year)s?)\b",
            re.I,
        ),
        "times.nested.nested",
    ),
    (regex(r"^\W*(?:for )?how (?:old|long|many years)\b", re.I), "times.ages.age"),
)


_PURPOSE = regex(
    r"^\W*(?:for )?what\b.*\b(?:for|spent on|go to|towards|pay for|to do|to achieve"
    r"|financ\w*|fund|cover|purpose|aim|goal|point|use|object)\b",
    re.I,
)


def answered(view: View, query: Query) -> Draft:
    """The answer of the first way that applies, with all who put their names to what it says was signed."""
    draft = _answered(view, query)
    if query.form != "who" or not query.stages & {"signed", "initialled"}:
        return draft
    told: Draft = function("people.signers.with_signers")(view, query, draft)
    return told


def _answered(view: View, query: Query) -> Draft:
    """The answer of the first way that applies."""
    plain = function("evidence.whose.whose")(view, query) if " whose " in query.text.lower() else None
    plain = plain or (function("sentences.purposes.purpose")(view, query) if _PURPOSE.search(query.text) else None) or _plainly(view, query)
    if plain:
        return plain
    if "according to" in query.text.lower() and query.form not in ("said", "yesno"):
        own: Draft | None = function("people.attributed.by_source")(view, query, answered)
        if own:
            return own
    for place in places_for(query):
        special: Draft | None = function(place)(view, query)
        if special:
            return special
    draft = function("people.who_said.surely_said")(view, query) if query.form == "who" and _SAID.match(query.text) else None
    if draft is None and query.form == "who" and not query.types and " whom " in query.text[:14].lower():
        draft = function("people.recipients.governed")(view, query)
    return looked_at_again(view, query, draft or _named_first(view, query) or way(query.form)(view, query))


_ATTENDS = regex(r"\b(?:attend|take part in|took part in|join|participate in)", re.I)


def on_events(view: View, query: Query, text: str) -> Draft | None:
    """The answer to a question that sets one event beside another; None where it does not, or holds words that no text knows."""
    places = [place for words, place in ON_EVENTS if words.search(text)]
    places = [place for place in places if place != "times.nested.nested" or query.form not in ("between", "order")]
    if not places or function("trust.decline.strangers")(view, query):
        return None
    if _ATTENDS.search(text) and function("events.lists.attended.attended")(view, query):
        return None  # what it leans on is only the occasion
    return next((draft for place in places if (draft := function(place)(view, text))), None)


def _named_first(view: View, query: Query) -> Draft | None:
    """The number or name that "what price" and "which company" ask for, where a sentence is sure to give it."""
    found: Draft | None = function("evidence.told.picked")(view, query) if query.form == "what" or query.rule == "count.times" else None
    return found


def _plainly(view: View, query: Query) -> Draft | None:
    """Who did something, what was done, or when it began or ended, where a clause tells it with the very words of the question."""
    if query.form not in ("who", "when", "what", "said") or (query.form == "when" and not _EDGE.search(query.text)):
        return None
    found: Draft | None = function("sentences.told_in.plainly")(view, query)
    return found


_EDGE = regex(r"\b(?:end|begin|began|begun|start|finish|conclu|leav|left|depart|arriv)", re.I)


def way(form: str) -> Way:
    """The function that answers questions of a form."""
    found: Way = function(WAYS[form])
    return found
