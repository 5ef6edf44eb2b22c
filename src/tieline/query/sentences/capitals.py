"""Capitals, as far as the texts call a city the capital of a country."""

import re
from functools import cache

from tieline.late import regex
from tieline.query.draft import Draft, clip, from_passage, quoted
from tieline.query.reading.country import country_words
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.reading.words import fold
from tieline.query.sentences.search import Found
from tieline.query.view import Passage, View

_NAME = r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}"
_LAND = r"[A-Z][\w-]*(?: [A-Z][\w-]*){0,2}"
_TOLD = (
    re.compile(rf"\b(?P<city>{_NAME}), (?:the )?(?P<land>{_LAND})(?:['’]s)? capital\b"),
    re.compile(rf"\b(?P<land>{_LAND})(?:['’]s)? capital(?: city)?(?: of|,)? (?P<city>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){{0,2}})"),
    re.compile(rf"\b(?P<city>{_NAME}), the capital of (?P<land>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){{0,2}})"),
)
_ASKED = regex(r"^\W*(?:what|which|where|name)\b(?: city)?(?: is| was|'s)?(?: the)?[\w' ]{0,30}?\bcapital\b[\w' ]{0,40}\W*$", re.I)
_SAID = regex(r"\b(?P<a>[^\W\d_][\w'-]{0,40}?)(?:'s)? capital\b(?: city)?(?: of (?P<b>[^\W\d_][\w'-]{0,40}))?", re.I)


def capital(view: View, query: Query) -> Draft | None:
    """The city that the texts call the capital of the country asked about; None where no capital is asked for."""
    if _IS_IT.match(query.text) and query.names:
        return _is_capital(view, query)
    if not _ASKED.match(query.text) or query.types or not query.names:
        return None
    wanted = query.ids
    for land, (city, passage) in capitals(view).items():
        if land in wanted:
            return from_passage(Found(passage, 1.0, ()), "place", text=f"{city}. {quoted(passage)}", value=city)
    return Draft("unanswered", clip("The texts do not say."), "place", lacks="answer")


_IS_IT = regex(
    rf"^\W*(?:is|was|isn't|wasn't) [\w' ]{{2,30}} (?:still |now )?(?:the )?(?:{_LAND}['’]s )?capital\b(?: city)?"
    r"(?: of [\w' ]{2,30})?\W*$",
    re.I,
)


def _is_capital(view: View, query: Query) -> Draft | None:
    """Whether a city is the capital of a country, where the texts call one so; None where they call none."""
    known = capitals(view)
    lands = [i for name in query.names[1:] for i in name.ids if i in known]
    if not lands:
        return None
    city, passage = known[lands[0]]
    same = any(i in view.actors and view.actors[i].name == city for i in query.names[0].ids)
    text = f"Yes. {quoted(passage)}" if same else f"No. It is {city}. {quoted(passage)}"
    return from_passage(Found(passage, 1.0, ()), "yesno", text=text, value=same)


def capitals(view: View) -> dict[str, tuple[str, Passage]]:
    """For the id of a country its capital, with the sentence that says so."""
    found: dict[str, tuple[str, Passage]] | None = view.__dict__.get("_capitals")
    if found is None:
        found = view.__dict__["_capitals"] = {}
        whole = name_index(view).whole
        for number in sorted(view.index.get("capital", ())):
            passage = view.passages[number]
            for pattern in _TOLD:
                for match in pattern.finditer(passage.text):
                    city = whole.get(_key(match["city"]), ())
                    land = whole.get(_key(match["land"]), ())
                    if city and land and view.actors[city[0]].kind == "place" and view.actors[land[0]].kind == "country":
                        found.setdefault(land[0], (view.actors[city[0]].name, passage))
    return found


def with_capitals(view: View, text: str) -> str:
    """A question with the name of a city for "the Norlandic capital", where the texts or the table of countries tell which."""
    if "capital" not in text.lower() or _ASKED.match(text) or _IS_IT.match(text):
        return text
    whole = name_index(view).whole
    for match in _SAID.finditer(text):
        if _MONEY.search(text[: match.start()]) and "'" not in match[0] and not match["b"]:
            continue  # "to Orsendan capital" is money
        land = whole.get(_key(match["b"] or ""), ()) or whole.get(_key(match["a"]), ())
        known = capitals(view).get(land[0]) if land else None
        city = known[0] if known else _listed(view, land[0]) if land else None
        if city:
            return f"{text[: match.start()]}{city}{text[match.end() :]}"
    return text


_MONEY = regex(
    r"\b(?:to|for|of|by|with|from|on|more|much|new|foreign|private|fresh|attract\w*|need\w*|want\w*|invite\w*|welcome\w*) $", re.I
)


def _listed(view: View, land: str) -> str | None:
    """The capital that the table of countries gives, where the texts speak of a city of that name."""
    names = {view.actors[land].name, *view.actors[land].aliases} if land in view.actors else set()
    cities = next((seats for name, _, seats in country_words(view.rulebook) if name in names), ())
    found = [view.actors[i] for city in cities for i in name_index(view).whole.get(_key(city), ()) if i in view.actors]
    return next((actor.name for actor in found if actor.kind == "place"), None)


@cache
def _key(name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in name.split())
