"""Lists of all that the texts name of one kind: people, cities, organizations, newspapers."""

import re
from collections.abc import Iterable, Set
from dataclasses import replace

from tieline.late import regex
from tieline.model.actor import Actor
from tieline.model.answer import Item
from tieline.model.span import Citation, Span
from tieline.model.words import in_words
from tieline.query.draft import Draft, clip, nothing
from tieline.query.people.outlets import house, outlets
from tieline.query.people.sourced import documents_of
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import fold, stems
from tieline.query.view import View

_ASKED = regex(
    r"^\W*(?:which|what|list|name|show|give|all|who|people|persons|cities|countries|organi[sz]ations|companies|newspapers|media)\b", re.I
)
_ANYBODY = ("official", "politician", "diplomat")  # as stems
_WHO = regex(r"^\W*who(?: all)? (?:is|are|was|were|gets?) (?:being )?(?:mentioned|quoted|cited|named|interviewed)\W*", re.I)


def listing(view: View, query: Query) -> Draft | None:
    """All of the kind that a question asks for; None where it asks for something narrower."""
    if not _ASKED.match(query.text) or (query.title and query.title not in _ANYBODY) or query.types or query.stages:
        return None
    if query.windows and not _IN_TEXT.search(query.text):
        return None
    text, whole = _one_text(view, query), query
    if text:
        before, document = text
        query = replace(before, windows=())
        if document is None:
            return None
    dated = [window.span for window in query.windows]
    words = [fold(m[0]) for m in re.finditer(r"[^\W\d_]+", query.text) if not any(s.touches(Span(*m.span())) for s in dated)]
    kinds = _kinds_asked(view, query, words)
    if _WHO.match(query.text):
        kinds = ["person"]
    told = _set(view, "kind_words", "told")
    named = {fold(part) for name in query.names for part in re.findall(r"[^\W\d_]+", name.text)}
    loose = _set(view, "kind_words", "loose")
    rest = [word for word in words if word not in told | named | loose | view.lexicon.stop and not kinds_of(view, word)]
    if kinds and set(words) & told and _of_region(view, query, rest):
        return nothing(view, query, "list")  # of a region no text lists them
    if not kinds or rest or any(_kind(view, i) != "country" for name in query.names for i in name.ids):
        return None
    if not (set(words) & told) and not re.match(r"\W*(list|name|show|give|all|people|persons)\b", query.text, re.I):
        return None
    spoken = bool(_set(view, "kind_words", "spoken") & set(words))
    if "outlet" in kinds:
        return _outlets(view)
    draft = _actors(view, query, tuple(dict.fromkeys(kinds)), spoken, text[1] if text else None)
    own = (*(term.stem for term in whole.words), *(" ".join(stems(name.text)) for name in whole.names))
    return replace(draft, told=own) if draft and text else draft


_IN_TEXT = regex(r"\b(?:article|text|report|story|interview|document)s?\b", re.I)


_OF_TEXT = regex(
    r"\s+(?:in|by|of|from) (?:the|that|this|its) (?P<one>(?:[^\s,?]+ ){0,5}?)"
    r"(?:article|text|report|story|interview|piece|note|transcript)\b(?P<rest>[^,?]*)",
    re.I,
)


def _one_text(view: View, query: Query) -> tuple[Query, str | None] | None:
    """A question less the text that it names by more than its date, and that text; None where it names none."""
    found = _OF_TEXT.search(query.text)
    if found is None:
        return None
    about = read_question(view, f"When was the text {found['one']}{found['rest']} published?")
    if not (about.words or about.names):
        return None
    own = [d.id for d in view.facts.documents if house(view, d) and any(fold(n.text) == fold(house(view, d) or "") for n in about.names)]
    texts = [i for i in own if all(in_window(view.documents[i].published, w) for w in about.windows)] or documents_of(view, about)
    return read_question(view, f"{query.text[: found.start()]}?"), texts[0] if len(texts) == 1 or (not own and texts) else None


def _kinds_asked(view: View, query: Query, words: list[str]) -> list[str]:
    """The kinds that the words of a question name; "Orsendan" names people only where no other noun stands behind it."""
    named = {fold(part) for name in query.names for part in re.findall(r"[^\W\d_]+", name.text)}
    other = [kind for word in words if word not in named for kind in kinds_of(view, word)]
    return other or [kind for word in words for kind in kinds_of(view, word)]


def _set(view: View, table: str, name: str) -> set[str]:
    return {word for one in view.lexicon.tables.get(table, ()) for word in one[name].split()}


def kinds_of(view: View, word: str) -> tuple[str, ...]:
    """The kinds of actors that a noun can mean: "countries", "firm"."""
    return tuple(kind for one in view.lexicon.tables.get("kinds", ()) for kind, nouns in one.items() if word in nouns.split())


def _of_region(view: View, query: Query, rest: list[str]) -> bool:
    """Whether things are asked for of a part of the world, named by words with capitals: "which Eastern countries are named"."""
    proper = {fold(word) for word in re.findall(r"\b[A-Z][^\W\d_]+", query.text[1:])}
    regions = [i for name in query.names for i in name.ids if i in view.actors and view.actors[i].kind == "place"]
    return (bool(rest) and set(rest) <= proper) or (not rest and bool(regions) and len(regions) == len(query.names))


def _kind(view: View, ident: str) -> str | None:
    return view.actors[ident].kind if ident in view.actors else None


def _outlets(view: View) -> Draft | None:
    found = outlets(view)
    if not found:
        return None
    items = tuple(Item.made(text=name, citations=shown[:2]) for name, shown in found.items())
    return _list(items, list(found))


def _actors(view: View, query: Query, kinds: tuple[str, ...], spoken: bool, text: str | None = None) -> Draft | None:
    wanted = query.ids
    texts = {i for i, one in view.documents.items() if all(in_window(one.published, w) for w in query.windows) and text in (None, i)}
    told = (e for e in view.by_type.get("statement", ()) if any(c.document in texts for c in e.evidence))
    speakers = {p.actor for e in told for p in e.participants if p.role == "speaker"} if spoken else None
    found = [
        actor
        for actor in view.facts.actors
        if _is(view, actor, kinds) and (speakers is None or actor.id in speakers) and any(c.document in texts for c in actor.evidence)
    ]
    own = [actor for actor in found if not wanted or _of(view, actor, wanted)]
    loose = [actor for actor in found if wanted and kinds == ("city",) and actor.country is None]
    if not own:
        return None
    items = tuple(Item.made(text=_told(view, actor), citations=_shown(actor), fact=actor.id) for actor in own)
    draft = replace(_list(items, [actor.name for actor in own]), told=tuple(term.stem for term in query.words))
    return _with_loose(draft, [actor.name for actor in loose])


def _with_loose(draft: Draft, loose: list[str]) -> Draft:
    """A list of towns, with those of which the texts do not say where they are."""
    if not loose:
        return draft
    return replace(draft, status="partly", text=clip(f"{draft.text} The texts do not say of which country these are: {', '.join(loose)}."))


def _is(view: View, actor: Actor, kinds: tuple[str, ...]) -> bool:
    if actor.kind == "place":
        return "place" in kinds or ("city" in kinds and not is_wide(view, actor))
    return actor.kind in kinds or (actor.kind == "group" and "company" in kinds)


def is_wide(view: View, place: Actor) -> bool:
    """Whether a place is a part of the world, and no town: by a word of its name."""
    return bool(set(re.findall(r"[^\W\d_]+", fold(place.name))) & _set(view, "kind_words", "wide"))


def _of(view: View, actor: Actor, countries: Set[str]) -> bool:
    """Whether an actor belongs to one of the countries: by itself, by an office, or by the house whose office it holds."""
    labels = countries | {view.actors[i].name for i in countries if i in view.actors}
    if actor.country in labels or any(role.of in labels for role in actor.roles):
        return True
    houses = [view.actors[i] for role in actor.roles for i in view.called.get(role.of or "", ())]
    return any(one.country in labels for one in houses) or any(_beside(view, role.evidence, countries) for role in actor.roles if houses)


def _beside(view: View, evidence: Iterable[Citation], countries: Set[str]) -> bool:
    """Whether the words for an office name an organization of the country: "the Academy of Sciences of Norland"."""
    for passage in view.passages_of(evidence):
        own = [view.actors[i] for i in passage.fact.actors if i in view.actors and view.actors[i].kind == "organization"]
        if any(one.country and {one.country, *view.called.get(one.country, ())} & countries for one in own):
            return True
    return False


def _told(view: View, actor: Actor) -> str:
    if not actor.roles:
        return actor.name
    role = actor.roles[0]
    of = f" of {_with_article(view, role.of)}" if role.of else ""
    when = f" ({in_words(role.time)})" if role.time else ""
    return f"{actor.name}, {role.title}{of}{when}"


def _with_article(view: View, of: str) -> str:
    name = view.actors[of].name if of in view.actors else of
    houses = [view.actors[i] for i in (of, *view.called.get(of, ())) if i in view.actors and view.actors[i].kind == "organization"]
    return f"the {name}" if houses else name


def _shown(actor: Actor) -> tuple[Citation, ...]:
    return (actor.roles[0].evidence[:1] if actor.roles else ()) or actor.evidence[:1]


def _list(items: tuple[Item, ...], names: list[str]) -> Draft:
    citations = tuple(dict.fromkeys(c for item in items for c in item.citations))
    return Draft("answered", clip(f"{', '.join(names)}."), "list", len(items), items=items, citations=citations[:8])
