"""Typed evidence retrieval: sentences that cover what a question asks for."""

import re
from collections.abc import Sequence

from tieline.late import regex
from tieline.light import dataclass
from tieline.query.events.pick.shortlist import passages
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Name, Query, Term, Window
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import fold, stems
from tieline.query.sentences.cover import covers_text
from tieline.query.view import Passage, View

LEAST = 0.82
NAME = 1.5  # what a name weighs beside words
SLACK = 1e-9
PROSE = ("prose", "headline", "heading", "list", "correction")


@dataclass(frozen=True)
class Found:
    """A sentence with the share of the question that it covers."""

    passage: Passage
    share: float
    missing: tuple[str, ...]


def search(
    view: View,
    query: Query,
    *,
    terms: tuple[Term, ...] | None = None,
    names: tuple[Name, ...] | None = None,
    least: float = LEAST,
    in_time: bool = True,
    most: int | None = None,
) -> list[Found]:
    """The sentences that cover the content of a question, best first; of `most` candidates at most."""
    wanted = query.words if terms is None else terms
    named = query.names if names is None else names
    found = []
    sought = [_sought(view, name) for name in named]
    weights = [min(view.weight(term.stem), 4.0) for term in wanted]
    for number in _candidates(view, wanted, named, least)[:most]:
        passage = view.passages[number]
        if passage.fact.zone in PROSE:
            hit = _measure(view, query, passage, tuple(zip(wanted, weights, strict=True)), sought, least, in_time)
            if hit:
                found.append(hit)
    return sorted(found, key=lambda hit: (-round(hit.share, 3), hit.passage.number))


def _candidates(view: View, terms: tuple[Term, ...], names: tuple[Name, ...], least: float) -> list[int]:
    numbers = passages(view, terms, names, least)
    if not numbers and not terms:
        numbers = {number for name in names for number in _naming(view, name)}
    return sorted(numbers)


def _naming(view: View, name: Name) -> set[int]:
    """The sentences that name an actor, and those that hold all its words: "Pelmara" in "Pelmara Port"."""
    own = {number for actor in name.ids for number in view.by_actor.get(actor, ())}
    sets = [set(view.index.get(word, ())) for word in stems(name.text)]
    return own | (set.intersection(*sets) if sets else set())


def _measure(
    view: View,
    query: Query,
    passage: Passage,
    terms: tuple[tuple[Term, float], ...],
    names: Sequence["Sought"],
    least: float,
    in_time: bool,
) -> Found | None:
    """How much of a question a sentence covers; None as soon as that cannot reach the least."""
    total = sum(weight for _, weight in terms) + NAME * len(names)
    lost = got = 0.0
    missing_names, missing = [], []
    floor = total * (1 - least) + SLACK
    for sought in names:
        share = _named(sought, passage)
        got += NAME * share
        lost += NAME * (1 - share)
        missing_names += [] if share else [sought.name.text]
        if lost > floor:
            return None
    for term, weight in terms:
        share = covers_text(view, term.stem, passage.joined) or _context(view, term, passage)
        got += weight * share
        lost += weight * (1 - share)
        missing += [] if share else [term.text]
        if lost > floor:
            return None
    if not total or got / total < least or any(of_another(view, passage, name, word) for name, word in pairs(query)):
        return None
    if in_time and query.windows and not all(in_time_of(passage, window) for window in query.windows):
        return None
    return Found(passage, got / total, (*missing, *missing_names))


def pairs(query: Query) -> tuple[tuple[Name, str], ...]:
    """Names with the word that stands right after them: "Chinese exports", "Peru's exports"."""
    found = []
    for name in query.names:
        after = [t for t in query.words if 0 < t.span.start - name.span.end <= 3]
        if after and name.form == "name":
            found.append((name, after[0].stem))
    return tuple(found)


def of_another(view: View, passage: Passage, name: Name, word: str) -> bool:
    """Whether a sentence has the word only as that of another country: "Peruvian exports" where Chinese ones are asked for."""
    index = name_index(view)
    other = False
    alike = {words[0] for words in view.lexicon.synonyms.get(word, ()) if len(words) == 1}
    for n, stem in enumerate(passage.stems):
        if n == 0 or (stem != word and stem not in alike):
            continue
        before = n - 2 if passage.stems[n - 1] in ("'s", "'") and n > 1 else n - 1
        last = fold(passage.tokens[before].text)
        pair = index.whole.get((fold(passage.tokens[before - 1].text), last), ()) if before > 0 else ()
        ids = pair or index.whole.get((last,), ())
        if set(ids) & set(name.ids):
            return False
        other = other or (stem == word and any(view.actors[i].kind == "country" for i in ids))
    return other


def _context(view: View, term: Term, passage: Passage) -> float:
    """A word that the heading, the title or the sentence before holds counts for a part; so does the publisher's name."""
    if passage.document.publisher and term.stem in fold(passage.document.publisher):
        return 0.9
    own = view.by_document[passage.document.id]
    place = passage.number - own[0].number
    before = own[place - 1].joined if place else ""
    return 0.5 if covers_text(view, term.stem, before) else 0.0


@dataclass(frozen=True, eq=False)
class Sought:
    """A name of a question, ready to be looked for: its actors, the words that show it, and the documents that speak of it."""

    name: Name
    ids: frozenset[str]
    literal: tuple[str, ...]
    telling: tuple[str, ...]
    house: bool
    countries: frozenset[str]
    documents: frozenset[str]


def _sought(view: View, name: Name) -> Sought:
    actors = [view.actors[i] for i in name.ids if i in view.actors]
    own = stems(name.text)
    labels = [words[-1] for actor in actors if (words := stems(actor.name))]
    return Sought(
        name,
        frozenset(name.ids),
        tuple(f" {word} " for word in (*labels, *own)),
        tuple(f" {word} " for word in own if len(word) > 3 or len(name.text) < 5),
        any(actor.kind in ("organization", "company") for actor in actors),
        frozenset(actor.country for actor in actors if actor.country),
        frozenset(view.passages[number].document.id for i in name.ids for number in view.by_actor.get(i, ())),
    )


def _named(sought: Sought, passage: Passage) -> float:
    actors = passage.fact.actors
    if not sought.ids.isdisjoint(actors):
        return 1.0 if any(word in passage.joined for word in sought.literal) else 0.95
    if sought.telling and (all if sought.house else any)(word in passage.joined for word in sought.telling):
        return 1.0
    if sought.house:
        return 0.3 if passage.document.id in sought.documents else 0.0
    if not sought.countries.isdisjoint(actors):
        return 0.8
    return 0.5 if passage.document.id in sought.documents else 0.0


def in_time_of(passage: Passage, window: Window, before: Passage | None = None) -> bool:
    """Whether a sentence is of a time that a question gives: by its own times, else by the day of its text.

    One that only measures itself by another time ("more than the year before"), or tells a part of what the sentence before
    it gives ("of that sum"), is of the time of that sentence.
    """
    own = [mention.time for mention in passage.times if mention.time]
    if any(in_window(time, window) for time in own):
        return True
    stands = [m for m in passage.times if m.time and not _COMPARED.search(passage.document.text[passage.fact.start : m.start])]
    leans = (own and not stands) or (not own and _OF_THAT.search(passage.text) is not None)
    if leans and before is not None and any(m.time and in_window(m.time, window) for m in before.times):
        return True
    return not stands and in_window(passage.document.published, window)


# what points to a number or a time of the sentence before
_OF_THAT = regex(
    r"\b(?:that|this|these|those) (?:sum|total|amount|figure|number|volume|trade|turnover|quantity|money|year|month|period|time)s?\b"
    r"|\b(?:of|among) (?:these|those|them)\b",
    re.I,
)

# before a time that a sentence only measures its own by: "4 per cent more than the year before"
_COMPARED = regex(
    r"\b(?:than|against|compared (?:with|to)|(?:more|less|up|down|higher|lower)\b[^,;.]{0,25}\b(?:on|from|over))\s+(?:in |the |a )*$", re.I
)
