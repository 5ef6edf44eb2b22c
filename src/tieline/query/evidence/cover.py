"""How much of what a question tells a sentence tells too, by wider senses of words than other ways of answering go by."""

from tieline.light import dataclass
from tieline.query.events.shortlist import shortlist
from tieline.query.evidence.asked import Sought
from tieline.query.evidence.senses import SENSE, senses, tells
from tieline.query.evidence.sides import turned
from tieline.query.reading.query import Name, Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.search import PROSE, in_time_of, of_another, pairs
from tieline.query.view import Passage, View

LEAST, FEWER = 0.8, 0.7  # of a question; where a name or number is picked, less of it will do
NAMED, OWN = 1.5, 0.44  # what a name weighs; how much of the words the sentence itself must tell
CONTEXT = 0.5
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


def covering(view: View, query: Query, asked: Sought) -> list[Hit]:
    """The sentences that tell enough of a question, best first."""
    hits = [hit for passage in _candidates(view, asked) if (hit := _hit(view, query, asked, passage))]
    return sorted(hits, key=lambda hit: (-round(hit.share, 2), hit.passage.number))


def _candidates(view: View, asked: Sought) -> list[Passage]:
    near: dict[int, int] = {}
    for term, _ in asked.terms:
        told = shortlist(view).sentences(term.stem) | {n for way in senses(view, term.stem) for n in view.index.get(way.split()[0], ())}
        for number in told:
            near[number] = near.get(number, 0) + 1
    for name in asked.names:
        for number in {n for i in name.ids for n in view.by_actor.get(i, ())}:
            near[number] = near.get(number, 0) + 1
    ranked = sorted(near, key=lambda n: (-near[n], n))[:MOST]
    return [view.passages[n] for n in ranked if view.passages[n].fact.zone in PROSE]


def _hit(view: View, query: Query, asked: Sought, passage: Passage) -> Hit | None:
    told = [(weight, tells(view, term.stem, passage.joined), term.stem) for term, weight in asked.terms]
    total = sum(weight for weight, _, _ in told)
    own = sum(weight * share for weight, share, _ in told)
    named = [_name(view, name, passage) for name in asked.names]
    if not all(named) or own < OWN * total or _only_alike(view, asked, passage):
        return None
    before = _before(view, passage)
    lacking = [(weight, CONTEXT * tells(view, word, before), word) for weight, share, word in told if not share]
    got = own + sum(weight * share for weight, share, _ in lacking) + NAMED * sum(named)
    total += NAMED * len(named)
    if not total or got / total < (LEAST if asked.kind == "thing" else FEWER) or not _may_be(view, query, asked, passage):
        return None
    return Hit(passage, got / total, tuple(word for _, share, word in lacking if not share))


def _may_be(view: View, query: Query, asked: Sought, passage: Passage) -> bool:
    """Whether a sentence is of the countries, the turn and the time that a question asks about."""
    if any(of_another(view, passage, name, word) for name, word in pairs(query)) or turned(view, query, asked, passage):
        return False
    if query.ordinal and query.ordinal != "next" and f" {stem(query.ordinal)} " not in passage.joined:
        return False
    return all(in_time_of(passage, window) for window in query.windows)


def _before(view: View, passage: Passage) -> str:
    """The stems of the sentence before and of the first sentences of the text."""
    own = view.by_document[passage.document.id]
    place = passage.number - own[0].number
    return f"{own[place - 1].joined if place else ''} {' '.join(one.joined for one in own[:4])}"


def _name(view: View, name: Name, passage: Passage) -> float:
    """How surely a sentence is about somebody or something named: by name, by reference, or, for a country, by its text."""
    if set(name.ids) & set(passage.fact.actors):
        return 1.0
    words = f" {' '.join(stems(name.text))} "
    if words in passage.joined:
        return 1.0
    kinds = {view.actors[i].kind for i in name.ids if i in view.actors}
    if kinds == {"country"}:
        own = {i for n in view.by_document[passage.document.id] for i in n.fact.actors}
        others = {i for i in passage.fact.actors if i in view.actors and view.actors[i].kind == "country"}
        return (0.4 if others else 0.7) if set(name.ids) & own else 0.0
    return 0.0
