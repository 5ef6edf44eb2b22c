"""Which one of a calling or country said what a question tells: "which economist thinks the region has a bright outlook"."""

import re
from collections.abc import Sequence
from functools import cache

from tieline.late import regex
from tieline.model.actor import Actor
from tieline.model.token import Token, tokenize
from tieline.query.draft import Draft, nothing
from tieline.query.people.speakers import speaks
from tieline.query.people.who_said import voicing, who_said
from tieline.query.reading.lexicon import Lexicon
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.reading.words import fold, stem, stems
from tieline.query.view import View

_WHICH = regex(r"\W*(?:which|what)\b", re.I)
_FAR = 8  # words before the verb at most
_AUXILIARY = frozenset(("has", "had", "have", "is", "was", "are", "were"))
_HELPS = frozenset(("is", "was", "has", "had", "have", "are", "were", "been", "of", "the", "'s", "'", "from", "for"))


def which_speaker(view: View, query: Query) -> Draft | None:
    """Who of the kind that stands behind "which" said something; None where no words tell it, or those of another kind of person."""
    tokens = tokenize(query.text)
    asks = _WHICH.match(query.text) and not (len(tokens) > 1 and tokens[1].lower in _AUXILIARY)  # "what has Vael said"
    verb = _verb(view, query, tokens) if asks else None
    if verb is None:
        return None
    kinds = _kinds(view, query, tokens[1:verb])
    if kinds is None:
        return None
    told = who_said(view, read_question(view, f"Who {query.text[tokens[verb].start :]}"))
    if told is None:
        return None
    people = [view.actors[i] for i in view.called.get(str(told.value), ()) if view.actors[i].kind == "person"]
    lands = {i for name in query.names if name.span.end <= tokens[verb].start and not speaks(view, name) for i in name.ids}
    if any(_is_of(view, one, lands) and all(_is_called(one, kind) for kind in kinds) for one in people):
        return told
    other = all(one.roles and (_owners(view, one) or not lands) for one in people)
    return nothing(view, query, "actor") if people and other else None


def _verb(view: View, query: Query, tokens: Sequence[Token]) -> int | None:
    """The place of the first verb of speech or thought behind "which" and a noun, with no other word but names and helps between."""
    verbs = voicing(view.lexicon)
    return next((n for n in range(2, min(len(tokens), _FAR)) if stem(tokens[n].lower) in verbs and not _inside(query, tokens[n])), None)


def _inside(query: Query, token: Token) -> bool:
    return any(name.span.start <= token.start < name.span.end for name in query.names)


def _kinds(view: View, query: Query, before: Sequence[Token]) -> list[frozenset[str]] | None:
    """The words that the callings asked for can hold, one set a noun; None where a word is no calling, name or help."""
    kinds = []
    for token in before:
        if token.lower in _HELPS or _inside(query, token):
            continue
        own = stem(token.lower)
        if own in callings(view.lexicon):
            kinds.append(callings(view.lexicon)[own])
        elif any(own in title for titles in view.lexicon.titles.values() for title in titles):
            kinds.append(frozenset((own,)))
        else:
            return None
    return kinds if kinds or any(_inside(query, token) for token in before) else None


@cache
def callings(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """For each noun for somebody of a calling, as a stem, the stems that the titles meant hold; of those for anybody, none."""
    rows = {word: words for table in lexicon.tables.get("callings", ()) for word, words in table.items()}
    anybody = {stem(word): frozenset[str]() for word in rows.pop("anybody", "").split()}
    return {**anybody, **{stem(word): frozenset((stem(word), *stems(words))) for word, words in rows.items()}}


def _is_called(actor: Actor, kind: frozenset[str]) -> bool:
    """Whether any office or calling of somebody is of a kind; of anybody where the kind is empty."""
    return not kind or any(kind & set(stems(role.title)) for role in actor.roles)


def _is_of(view: View, actor: Actor, lands: set[str]) -> bool:
    """Whether somebody is of one of the countries: by himself, or by the owner of an office."""
    labels = {fold(view.actors[i].name) for i in lands if i in view.actors} | lands
    return not lands or bool(_owners(view, actor) & labels)


def _owners(view: View, actor: Actor) -> set[str]:
    """The countries and houses that somebody is of, by id or name."""
    houses = {fold(view.actors[i].country or "") for role in actor.roles for i in view.called.get(role.of or "", ())}
    owners = {fold(role.of) for role in actor.roles if role.of} | {fold(actor.country or ""), actor.country or ""}
    return (houses | owners) - {""}
