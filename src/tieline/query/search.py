"""Typed evidence retrieval: sentences that cover what a question asks for."""

from tieline.light import dataclass
from tieline.query.cover import covers_text
from tieline.query.names import name_index
from tieline.query.query import Name, Query, Term
from tieline.query.select import in_window
from tieline.query.shortlist import passages
from tieline.query.view import Passage, View
from tieline.query.words import fold, stems

LEAST = 0.82
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
) -> list[Found]:
    """The sentences that cover the content of a question, best first."""
    wanted = query.words if terms is None else terms
    named = query.names if names is None else names
    found = []
    for number in _candidates(view, wanted, named, least):
        passage = view.passages[number]
        if passage.fact.zone in PROSE:
            hit = _measure(view, query, passage, wanted, named, in_time)
            if hit and hit.share >= least:
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


def _measure(view: View, query: Query, passage: Passage, terms: tuple[Term, ...], names: tuple[Name, ...], in_time: bool) -> Found | None:
    total = got = 0.0
    missing = []
    for term in terms:
        weight = min(view.weight(term.stem), 4.0)
        share = covers_text(view, term.stem, passage.joined) or _context(view, term, passage)
        total += weight
        got += weight * share
        missing += [] if share else [term.text]
    for name in names:
        share = _named(view, name, passage)
        total += 1.5
        got += 1.5 * share
        missing += [] if share else [name.text]
    if any(_of_another(view, passage, name, word) for name, word in pairs(query)):
        return None
    if in_time and query.windows and not all(_in_time(passage, window) for window in query.windows):
        return None
    return Found(passage, got / total, tuple(missing)) if total else None


def pairs(query: Query) -> tuple[tuple[Name, str], ...]:
    """Names with the word that stands right after them: "Chinese exports", "Peru's exports"."""
    found = []
    for name in query.names:
        after = [t for t in query.words if 0 < t.span.start - name.span.end <= 3]
        if after and name.form == "name":
            found.append((name, after[0].stem))
    return tuple(found)


def _of_another(view: View, passage: Passage, name: Name, word: str) -> bool:
    """Whether a sentence has the word only as that of another country: "Peruvian exports" where Chinese ones are asked for."""
    index = name_index(view)
    other = False
    for n, stem in enumerate(passage.stems):
        if stem != word or n == 0:
            continue
        before = n - 2 if passage.stems[n - 1] in ("'s", "'") and n > 1 else n - 1
        ids = index.whole.get((fold(passage.tokens[before].text),), ())
        if set(ids) & set(name.ids):
            return False
        other = other or any(view.actors[i].kind == "country" for i in ids)
    return other


def _context(view: View, term: Term, passage: Passage) -> float:
    """A word that the heading, the title or the sentence before holds counts for a part; so does the publisher's name."""
    if passage.document.publisher and term.stem in fold(passage.document.publisher):
        return 0.9
    own = view.by_document[passage.document.id]
    place = passage.number - own[0].number
    before = own[place - 1].joined if place else ""
    return 0.5 if covers_text(view, term.stem, before) else 0.0


def _named(view: View, name: Name, passage: Passage) -> float:
    if set(name.ids) & set(passage.fact.actors):
        labels = [stems(view.actors[i].name)[-1] for i in name.ids if i in view.actors and stems(view.actors[i].name)]
        literal = any(f" {word} " in passage.joined for word in (*labels, *stems(name.text)))
        return 1.0 if literal else 0.95
    house = any(view.actors[i].kind in ("organization", "company") for i in name.ids if i in view.actors)
    telling = [word for word in stems(name.text) if len(word) > 3 or len(name.text) < 5]
    if telling and (all if house else any)(f" {word} " in passage.joined for word in telling):
        return 1.0
    if house:
        return 0.3 if any(set(name.ids) & set(p.fact.actors) for p in view.by_document[passage.document.id]) else 0.0
    countries = {view.actors[i].country for i in name.ids if i in view.actors} - {None}
    if countries & set(passage.fact.actors):
        return 0.8
    return 0.5 if any(set(name.ids) & set(p.fact.actors) for p in view.by_document[passage.document.id]) else 0.0


def _in_time(passage: Passage, window) -> bool:  # type: ignore[no-untyped-def]
    own = [mention.time for mention in passage.times if mention.time]
    if any(in_window(time, window) for time in own):
        return True
    return not own and in_window(passage.document.published, window)
