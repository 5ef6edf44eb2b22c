"""Who stands on which side: sentences that tell the same of the other country, or the other way round, answer nothing."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tieline.late import regex
from tieline.query.evidence.asked import Sought
from tieline.query.evidence.senses import tells
from tieline.query.reading.frame import frame_of
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Name, Query
from tieline.query.reading.words import fold, stem
from tieline.query.sentences.clausal import tells_of_others, told_of
from tieline.query.sentences.clause import pieces, stems_in
from tieline.query.sentences.clause_subjects import agent_of, is_passive, subject_of
from tieline.query.sentences.parsed import parsed
from tieline.query.sentences.search import pairs
from tieline.query.view import Passage, View

_CLOSED = frozenset(["its", "his", "her", "their", "the", "a", "an", "this", "that", "our"])
_FROM = regex(r"\b(?P<noun>[a-z]+) (?:from|by|of) (?:the )?$", re.I)


def turned(view: View, query: Query, asked: Sought, passage: Passage) -> bool:
    """Whether a sentence tells of another country what a question asks of one: its exports, its tourists, what it did."""
    return owned_by_others(view, query, passage) or _other_doer(view, asked, passage)


def owned_by_others(view: View, query: Query, passage: Passage, but: Sequence[str] = ()) -> bool:
    """Whether a sentence gives to another country what a question asks about one: "Pelmaran tourists" for "Corvian tourists"."""
    return any(_another(view, passage, name, word) for name, word in _owned(view, query) if word not in but)


def done_by_another(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence tells only of others doing what a question asks of one: its verb stands in no piece that names the doer."""
    frame = frame_of(view, query)
    if frame is None or frame.copular or frame.passive or frame.asks != "object" or not frame.subject.named:
        return False
    verbs = [verb.split()[0] for verb in frame.verbs]
    if set(verbs) & (view.lexicon.verb_kinds["light"] | view.lexicon.light) or passage.fact.zone != "prose":
        return False
    names = [f" {' '.join(words)} " for _, words in frame.subject.named]
    told = [stems_in(passage, (piece,)) for piece in pieces(passage)]
    near = [f"{one}{two}" for one, two in pairwise(["", *told])]
    return any(tells(view, verb, passage.joined) for verb in verbs) and not any(
        any(name in part for name in names) and any(tells(view, verb, part) for verb in verbs) for part in near
    )


def told_of_others(view: View, query: Query, passage: Passage) -> bool:
    """Whether the clauses of a sentence with the verb of a question have others for their subject."""
    frame = frame_of(view, query)
    if frame is None or frame.copular or frame.passive or frame.asks != "object" or not frame.subject.named:
        return False
    return told_of(view, query, passage) is False and tells_of_others(view, query, passage)


def _owned(view: View, query: Query) -> list[tuple[Name, str]]:
    """The countries of a question with what is theirs: "Orsendan exports", "exports from Orsenda"."""
    found = list(pairs(query))
    for name in query.names:
        before = _FROM.search(query.text[: name.span.start])
        if before:
            found.append((name, stem(before["noun"])))
    return [(name, word) for name, word in found if view.any_is(name.ids, "country", "place")]


def countries(view: View, ids: tuple[str, ...]) -> set[str]:
    """Those of some actors that are countries."""
    return view.of_kind(ids, "country")


def _another(view: View, passage: Passage, name: Name, word: str) -> bool:
    """Whether each place where a sentence says a noun gives it to another country."""
    owners = [
        _owner(view, passage, n) for n, own in enumerate(passage.stems) if n and (own == word or tells(view, word, f" {own} ") >= 0.85)
    ]
    told = [own for own in owners if own]
    free = bool(told) and len(told) < len(owners)
    return bool(told) and not free and not any(own & set(name.ids) for own in told)


def _owner(view: View, passage: Passage, n: int) -> set[str]:
    """The country whose name stands up to three words before a noun, in the same phrase."""
    for back in (1, 2, 3):
        if n < back or passage.tokens[n - back].lower in _CLOSED or not passage.tokens[n - back].text[0].isalnum():
            break
        last = fold(passage.tokens[n - back].text)
        index = name_index(view).whole
        pair = index.get((fold(passage.tokens[n - back - 1].text), last), ()) if n > back else ()
        ids = pair or index.get((last,), ())
        if countries(view, ids):
            return set(ids)
    return set()


def _other_doer(view: View, asked: Sought, passage: Passage) -> bool:
    """Whether in each clause with the verb of a question another country does it."""
    from tieline.query.evidence.pick import same_verb

    frame = asked.frame
    if frame is None or frame.copular or frame.passive:
        return False
    named = {i for ids, _ in frame.subject.named for i in countries(view, ids)}
    if not named:
        return False
    row = parsed(view, passage)
    doers = [
        countries(view, tuple((agent_of(row, clause) if is_passive(row, clause) else subject_of(row, clause)).ids))
        for clause in row.clauses
        if same_verb(view, asked, row, clause)
    ]
    return bool(doers) and all(own and not own & named for own in doers)
