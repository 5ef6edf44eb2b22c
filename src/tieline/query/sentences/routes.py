"""Where a route, line or link leads, by the two ends that a sentence gives it."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Draft, from_passage, quoted
from tieline.query.evidence.senses import tells
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.reading.words import fold, stem
from tieline.query.sentences.search import Found, search
from tieline.query.view import View

_ASKED = regex(r"\b(lead|leads|led|go|goes|end|ends|run|runs|start|starts|begin|begins|connect|connects|link|links)\b", re.I)
_NAME = r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}"
_LINKS = r"(?:link|connect|join)(?:s|ed|ing)?"
_ENDS = regex(rf"\b(?:from|between|{_LINKS}) (?:the )?(?P<a>{_NAME}) (?:to|and|with) (?:the )?(?P<b>{_NAME})")
_ALONG = regex(r"\b(?:run|runs|connects?|links?)\W*$", re.I)
_LOOSE = frozenset({"lead", "go", "end", "run", "start", "begin", "connect", "link", "from", "to"})


def route_end(view: View, query: Query) -> Draft | None:
    """The end of a route that a question does not name; None where it asks for none."""
    if not _ASKED.search(query.text) or query.types:
        return None
    known = query.ids
    terms = tuple(t for t in query.words if t.stem not in _LOOSE)
    backward = re.search(r"\b(from where|where .{0,40}\bfrom|start|begin)", query.text, re.I)
    for found in search(view, query, terms=terms, least=0.5)[:4] if terms else ():
        if found.share < 0.8 and (terms[-1].text in found.missing or any(name.text in found.missing for name in query.names)):
            continue
        for ends in _ENDS.finditer(found.passage.text):
            one, other = ({*_ids(view, ends[part])} for part in "ab")
            if _ALONG.search(query.text) and not (one | other) & known:
                names = f"{ends['a']} and {ends['b']}"
                return from_passage(found, "place", text=f"Between {names}. {quoted(found.passage)}", value=names)
            if not one or not other:
                continue
            name = ends["a"] if (other & known or (backward and not one & known)) else ends["b"]
            return from_passage(found, "place", text=f"{name}. {quoted(found.passage)}", value=name)
    return None


_BOTH = regex(
    r"^\W*(?:between )?(?:which|what)\b.{0,12}?\b(?:cities|ports|towns|oceans|seas|coasts|states|capitals|places|countries"
    r"|continents|regions|ends|points)\b.*"
    r"\b(?:connect|link|join|run|lead|go)(?:s|ed|ing)?\b",
    re.I,
)
_IDLE = frozenset(
    {
        "ocean",
        "sea",
        "coast",
        "state",
        "capit",
        "capital",
        "rail",
        "citi",
        "port",
        "town",
        "place",
        "countri",
        "contin",
        "region",
        "end",
        "point",
        "two",
        "join",
    }
)


def both_ends(view: View, query: Query) -> Draft | None:
    """The two ends of a route, where a question names neither: "which cities does the line link"."""
    if not _BOTH.match(query.text) or query.types - {"project"} or query.ids:
        return None
    terms = tuple(t for t in query.words if t.stem not in _LOOSE | _IDLE)
    for found in search(view, query, terms=terms, least=0.4)[:6] if terms else ():
        for ends in _ENDS.finditer(found.passage.text):
            if (_ids(view, ends["a"]) or _ids(view, ends["b"])) and terms[-1].text not in found.missing:
                names = f"{ends['a']} and {ends['b']}"
                told = tuple(term.stem for term in query.words)
                return replace(from_passage(found, "place", text=f"{names}. {quoted(found.passage)}", value=names), told=told)
    return None


_ONE = regex(
    r"^\W*(?:to |with |from )?(?:which|what|whose) (?:\w+ ){0,2}?(?:city|port|town|place|harbou?r|capital|country|coast|ocean)\b"
    r".*?\b(?:connect|link|join)(?:s|ed)?\b",
    re.I,
)


def one_end(view: View, query: Query) -> Draft | None:
    """The other end of a route of which a question names one: "which city will be linked with Pelmara"."""
    places = [name for name in query.names if not view.any_is(name.ids, "country")]
    if not _ONE.match(query.text) or query.types - {"project"} or len(places) != 1:
        return None
    lands = view.of_kind(query.ids, "country")
    own = {place for i in places[0].ids if (place := fold(view.actors[i].name))}
    for passage in (view.passages[n] for i in places[0].ids for n in view.by_actor.get(i, ())):
        for ends in _ENDS.finditer(passage.text):
            one, other = ((ends[part], {*_ids(view, ends[part])}) for part in "ab")
            far = other if one[1] & {*places[0].ids} or fold(one[0]) in own else one
            near = one if far is other else other
            if not (near[1] & {*places[0].ids} or fold(near[0]) in own) or not far[1]:
                continue
            if not _of_lands(view, far[1], lands) or not all(_told(view, term.stem, passage.joined) for term in query.words):
                continue
            draft = from_passage(Found(passage, 1.0, ()), "place", text=f"{far[0]}. {quoted(passage)}", value=far[0])
            return replace(draft, told=tuple(term.stem for term in query.words))
    return None


def _of_lands(view: View, ids: set[str], lands: set[str]) -> bool:
    """Whether a place is in one of the countries of a question, where it names any."""
    labels = lands | {view.actors[i].name for i in lands}
    return not lands or any(view.actors[i].country in labels for i in ids if i in view.actors)


def _told(view: View, word: str, text: str) -> bool:
    return word in _LOOSE | _IDLE or stem(word) in _IDLE or bool(tells(view, word, text))


def _ids(view: View, name: str) -> tuple[str, ...]:
    return name_index(view).whole.get(tuple(fold(word) for word in name.split()), ())
