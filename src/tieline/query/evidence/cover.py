"""How much of what a question tells a sentence tells too, by wider senses of words than other ways of answering go by."""

import re

from tieline.late import regex
from tieline.light import dataclass
from tieline.query.events.pick.shortlist import shortlist
from tieline.query.evidence.asked import Sought
from tieline.query.evidence.context import before_it, meant, points_back, subject_meant, understood
from tieline.query.evidence.facing import faced
from tieline.query.evidence.senses import SENSE, senses, tells
from tieline.query.evidence.sides import turned
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Name, Query, Window
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.search import PROSE, in_time_of, of_another, pairs
from tieline.query.view import Passage, View

LEAST, FEWER = 0.8, 0.7  # of a question; where a name or number is picked, less of it will do
NAMED, OWN = 1.5, 0.44  # what a name weighs; how much of the words the sentence itself must tell
TYPED = 0.3  # how much of them, where a name or number that stands in its place bears the sentence out
BARE_VERB = 0.85
POINTED = 0.9  # how surely a sentence is about whom the one before names, where it points back
POINTING = 0.1  # how much of the words a sentence itself must tell that points back
OPENS = 30  # characters into a sentence that its subject may stand
MOST = 80


@dataclass(frozen=True)
class Hit:
    """A sentence with the share of the question that it tells, and the words of it that it lacks."""

    passage: Passage
    share: float
    missing: tuple[str, ...]


def _only_alike(view: View, asked: Sought, passage: Passage) -> bool:
    """Whether the one word of a question is met by a word of like letters only: "currency" by "currently"."""
    return len(asked.terms) == 1 and 0 < tells(view, asked.terms[0][0].stem, passage.joined) < SENSE


def covering(view: View, query: Query, asked: Sought, *, least: float = LEAST) -> list[Hit]:
    """The sentences that tell enough of a question, best first."""
    hits = [hit for passage in _candidates(view, asked) if (hit := _hit(view, query, asked, passage, least))]
    return sorted(hits, key=lambda hit: (-round(hit.share, 2), hit.passage.fact.zone != "prose", hit.passage.number))


def _candidates(view: View, asked: Sought) -> list[Passage]:
    near: dict[int, int] = {}
    for term, _ in asked.terms:
        told = shortlist(view).sentences(term.stem) | {n for way in senses(view, term.stem) for n in view.index.get(way.split()[0], ())}
        for number in told:
            near[number] = near.get(number, 0) + 1
    for name in asked.names:
        for number in {n for i in name.ids for n in view.by_actor.get(i, ())}:
            near[number] = near.get(number, 0) + 1
    for number in sorted(near):
        after = number + 1  # what points back to a sentence may tell the rest
        if after not in near and after < len(view.passages) and points_back(view, view.passages[after]):
            near[after] = near[number] - 1
    ranked = sorted(near, key=lambda n: (-near[n], n))[:MOST]
    found = [view.passages[n] for n in ranked if view.passages[n].fact.zone in PROSE]
    return [passage for passage in found if not passage.text.rstrip(" \"'”’").endswith("?")]


def _hit(view: View, query: Query, asked: Sought, passage: Passage, enough: float) -> Hit | None:
    told = [(weight, tells(view, term.stem, passage.joined), term.stem) for term, weight in asked.terms]
    if asked.kind == "length":  # a length by itself tells how long something lasts
        told = [one for one in told if one[1] or one[2] not in view.lexicon.verb_kinds["lasts"]]
    if points_back(view, passage):  # "Forty had applied" leaves out for what
        told = [
            (weight, share or BARE_VERB * tells(view, word.split()[0], passage.joined), word) if " " in word else (weight, share, word)
            for weight, share, word in told
        ]
    total = sum(weight for weight, _, _ in told)
    own = sum(weight * share for weight, share, _ in told)
    if points_back(view, passage):  # whom "he" stands for is told
        proper = {term.stem for term, _ in asked.terms if term.text[:1].isupper()}
        meant_ = subject_meant(view, passage)
        own += sum(
            weight * understood(view, word, passage)
            for weight, share, word in told
            if not share and (word in proper or tells(view, word, meant_))
        )
    named = [_name(view, query, name, passage) for name in asked.names]
    least = (
        0.0
        if _in_its_turn(query, passage)
        else OWN
        if asked.kind in ("thing", "list")
        else POINTING
        if points_back(view, passage)
        else TYPED
    )
    if not all(named) or own < least * total or _only_alike(view, asked, passage):
        return None
    lacking = [(weight, understood(view, word, passage), word) for weight, share, word in told if not share]
    got = sum(weight * share for weight, share, _ in told) + sum(weight * share for weight, share, _ in lacking) + NAMED * sum(named)
    total += NAMED * len(named)
    if not total or got / total < (enough if asked.kind == "thing" else min(FEWER, enough)) or not _may_be(view, query, asked, passage):
        return None
    return Hit(passage, got / total, tuple(word for _, share, word in lacking if not share))


_TURN = regex(
    r"\W*the (?P<turn>first|second|third|fourth|fifth|last|next|latest|most recent)\b"
    r" (?:is|was|will|took|takes|has|had|came|ended|began|opened)\b"
)
_SAME_TURN = {"latest": "last", "most recent": "last"}


def _in_its_turn(query: Query, passage: Passage) -> bool:
    """Whether a sentence tells, by its turn alone, of the one that a question asks about: "The last was in Torv"."""
    found = _TURN.match(passage.text[:1].lower() + passage.text[1:])
    return bool(found and query.ordinal and _SAME_TURN.get(found["turn"], found["turn"]) == query.ordinal)


_OTHER = regex(r"\W*(?:(?:in|to|with|for|by|on|at) )?(?:which|what|who|where|how many) (?:two |three )?(?:other|else|more)\b", re.I)
_ALSO = regex(r"\b(?:also|too|as well|besides|in addition|other|others|another|further|apart from|along with|together with)\b", re.I)


def _may_be(view: View, query: Query, asked: Sought, passage: Passage) -> bool:
    """Whether a sentence is of the countries, the turn and the time that a question asks about."""
    if any(of_another(view, passage, name, word) for name, word in pairs(query)) or turned(view, query, asked, passage):
        return False
    if _OTHER.match(query.text) and not _ALSO.search(passage.text):
        return False
    if query.ordinal and query.ordinal != "next" and f" {stem(query.ordinal)} " not in passage.joined:
        return False
    before = before_it(view, passage) if query.windows else None
    return all(in_time_of(passage, window, before) or _goes_on(query, passage, before, window) for window in query.windows)


_THEN = regex(r"\bthe (?:following|next) [a-z]+\b|\b(?:later|afterwards|soon after)\b", re.I)


def _goes_on(query: Query, passage: Passage, before: Passage | None, window: Window) -> bool:
    """Whether a sentence goes on with what the one before told of the time asked about, which is enough for who held a post then."""
    if before is None or not query.title or not _THEN.search(passage.text):
        return False
    return any(m.time and in_window(m.time, window) for m in before.times)


def _name(view: View, query: Query, name: Name, passage: Passage) -> float:
    """How surely a sentence is about somebody or something named: by name, by reference, or, for a country, by its text."""
    if set(name.ids) & set(passage.fact.actors):
        return 1.0
    words = f" {' '.join(stems(name.text))} "
    if words in passage.joined:
        return 1.0
    if any(set(name.ids) & set(one.fact.actors) for one in meant(view, passage)[:1]):
        return POINTED
    kinds = {view.actors[i].kind for i in name.ids if i in view.actors}
    if kinds == {"country"}:
        own = {i for n in view.by_document[passage.document.id] for i in n.fact.actors}
        others = view.of_kind(passage.fact.actors, "country")
        return (0.4 if others else 0.7) if set(name.ids) & own else 0.0
    if "organization" in kinds:
        return 0.7 if _the_house(view, name, passage) else 0.0
    if "place" in kinds:
        return 0.5 if _is_scene(view, query, name, passage) else 0.0
    if "person" in kinds:
        return 0.9 if _points_back(view, name, passage) else 0.0
    return 0.0


_DEFINITE = frozenset(("the", "its", "this", "that", "their"))


def _the_house(view: View, name: Name, passage: Passage) -> bool:
    """Whether a sentence calls by its noun alone ("the embassy") a house that its text names in full."""
    head = stems(name.text)[-1:]
    own = view.by_document[passage.document.id]
    if not any(set(name.ids) & set(one.fact.actors) for one in own[: passage.number - own[0].number]):
        return False
    pairs = zip(passage.stems, passage.tokens[-1:] + passage.tokens[:-1], strict=True)
    return any((word,) == head and before.lower in _DEFINITE for word, before in pairs)


def told_names(view: View, query: Query, asked: Sought, passage: Passage) -> tuple[str, ...]:
    """The names of a question, as stems, that a sentence does not hold and that those before it make plain."""
    told = (name for name in asked.names if _scene(view, query, name, passage) or (asked.kind == "person" and faced(view, passage, name)))
    return tuple(" ".join(stems(name.text)) for name in told)


def _scene(view: View, query: Query, name: Name, passage: Passage) -> bool:
    """Whether a sentence that names no other country stands behind one that names only this, or is of a text written there."""
    kinds = {view.actors[i].kind for i in name.ids if i in view.actors}
    if kinds == {"place"}:
        return _is_scene(view, query, name, passage)
    if kinds != {"country"} or _lands(view, passage) - set(name.ids):
        return False
    own = view.by_document[passage.document.id]
    at = passage.number - own[0].number
    near = set().union(*(_lands(view, one) for one in own[max(at - 2, 0) : at]))
    home = view.called.get(passage.document.place or "", ())
    homes = {land for i in home for land in _land_of(view, i) if land} or _hosts(view, passage)
    return near == set(name.ids) or bool(set(name.ids) & homes)


def _hosts(view: View, passage: Passage) -> set[str]:
    """The one country to which all visits go that a text tells: where its own ministers are called by their office alone."""
    document = passage.document.id
    visits = [e for e in view.by_type.get("visit", ()) if any(c.document == document for c in e.evidence)]
    lands = {p.actor for e in visits for p in e.participants if p.role == "host" and p.actor in view.actors}
    lands = {i for i in lands if view.actors[i].kind == "country"}
    return lands if len(lands) == 1 else set()


def _lands(view: View, passage: Passage) -> set[str]:
    """The countries that a sentence names, those of its places included."""
    return {land for i in passage.fact.actors for land in _land_of(view, i)}


def _land_of(view: View, ident: str) -> tuple[str, ...]:
    actor = view.actors.get(ident)
    if actor is None or actor.kind not in ("country", "place"):
        return ()
    if actor.kind == "country":
        return (ident,)
    return view.called.get(actor.country or "", (actor.country or "",))  # "" for a place of a country that nothing tells


_AT = regex(r"\b(?:in|at|near|from|to|with|of)\s+(?:the )?$", re.I)
_BETWEEN = regex(r"\b(?:between|and)\s+(?:the )?$", re.I)  # the ends of a way, of which a date may be told with neither


def _is_scene(view: View, query: Query, name: Name, passage: Passage) -> bool:
    """Whether a sentence that names no other place can be about one where, by the question, it happened: one named shortly before."""
    before = query.text[: name.span.start]
    if not _AT.search(before) and not (query.form == "when" and _BETWEEN.search(before)):
        return False
    homes = {view.actors[i].country for i in name.ids if i in view.actors}
    lands = {one for home in homes if home for one in view.called.get(home, (home,))}
    here = view.of_kind(passage.fact.actors, "place")
    own = view.by_document[passage.document.id]
    at = passage.number - own[0].number
    near = (*own[:4], *own[max(at - 2, 0) : at])
    return not here and any((set(name.ids) | lands) & set(one.fact.actors) for one in near)


def _points_back(view: View, name: Name, passage: Passage) -> bool:
    """Whether a sentence opens with "he" or "she" behind one that opens with somebody."""
    first = next((t.lower for t in passage.tokens if t.text[0].isalnum()), "")
    before = view.passages[passage.number - 1] if passage.number else None
    if first not in ("he", "she", "his", "her") or before is None or before.document is not passage.document:
        return False
    people = [n for n in name_index(view).find(before.tokens) if view.any_is(n.ids, "person")]
    return bool(people) and bool(set(people[0].ids) & set(name.ids)) and people[0].span.start - before.fact.start < OPENS
