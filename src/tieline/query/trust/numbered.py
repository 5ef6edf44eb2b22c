"""Whether the evidence gives the number or rank of a question to another thing: "two oceans", and "the two sides" in the sentence."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from tieline.late import regex
from tieline.query.draft import Draft
from tieline.query.evidence.senses import tells
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.exact import shows
from tieline.query.sentences.matching import pair_words
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.view import Passage, View

_COUNTED = regex(r"\b(?P<n>two|three|four|five|six|seven|eight|nine|ten) (?P<noun>[a-z]{4,})\b", re.I)
_ASKS_WHICH = regex(r"^\W*(?:which|what) (?:two|three|four|five|six|seven|eight|nine|ten)\b", re.I)
_RANKED = regex(
    r"\b(?P<rank>(?:big|larg|great|high|long|old|young|small)est|most important|main|top) (?P<noun>[a-z]{4,}(?: [a-z]{4,})?)\b", re.I
)
_NEAR = 4  # words behind a number in which stands what it counts
_BIG = frozenset(stems("biggest largest greatest main top leading chief"))


def of_another_thing(view: View, query: Query, draft: Draft) -> bool:
    """Whether the sentence shown counts or ranks something else than a question does, and says nothing of what that counts."""
    told = view.passages_of(draft.citations)[:1] if draft.kind == "statement" else []
    if not told or (draft.lacks != "words" and not shows(draft, told[0])):
        return False
    counted = _COUNTED.search(query.text) if not _ASKS_WHICH.match(query.text) else None
    noun = stem(counted["noun"].lower()) if counted else ""
    if counted and not any(noun in own for own in pair_words(view.lexicon)) and _counts_another(view, counted["n"].lower(), noun, told[0]):
        return True
    ranked = _RANKED.search(query.text)
    if ranked is None:
        return False
    return _ranks_another(view, stem(ranked["rank"].split()[-1].lower()), stems(ranked["noun"]), told[0])


_TURN = regex(r"\b(?P<n>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+(?P<things>[a-z]+(?: [a-z]+){0,3})", re.I)
_ENDS = frozenset(("of", "to", "in", "on", "at", "between", "for", "with", "by", "from", "since", "this", "when", "that", "and", "during"))


def of_another_turn(view: View, query: Query, draft: Draft) -> bool:
    """Whether all that a sentence calls the third is something else than in the question: "the third meeting", and "a third visit"."""
    asked = _TURN.search(query.text)
    if asked is None:
        return False
    nouns = _noun_run(asked["things"].lower().split())
    events = [view.events[one] for one in draft.facts if one in view.events]
    told = view.passages_of([*draft.citations, *(citation for event in events for citation in event.evidence)])
    number = asked["n"].lower()
    runs = [run for one in told for run in _runs_behind(one, number)]
    return bool(nouns and runs) and not any(tells(view, stem(nouns[-1]), f" {' '.join(stems(' '.join(run)))} ") for run in runs)


def _noun_run(words: Sequence[str]) -> list[str]:
    """The words of a thing that is counted, up to the first that leads on to another."""
    return list(takewhile(lambda word: word not in _ENDS, words))


def _runs_behind(passage: Passage, number: str) -> Iterator[list[str]]:
    words = [token.lower for token in passage.tokens]
    for k, word in enumerate(words):
        if word == number:
            yield _noun_run(list(takewhile(str.isalpha, words[k + 1 : k + 6])))


def _counts_another(view: View, number: str, noun: str, passage: Passage) -> bool:
    places = [k for k, token in enumerate(passage.tokens) if token.lower == number]
    near = (f" {' '.join(passage.stems[k : k + _NEAR])} " for k in places)
    return bool(places) and noun not in passage.vocabulary and not any(tells(view, noun, words) for words in near)


def _ranks_another(view: View, rank: str, nouns: tuple[str, ...], passage: Passage) -> bool:
    """Whether all that a sentence ranks so are other things: "largest trading partner, export market" of "largest export"."""
    ranks = _BIG if rank in _BIG else frozenset((rank,))
    row = parsed(view, passage)
    places = [k for k in range(len(row.units)) if set(row.text(k, k + 1).split()[:1]) & ranks]
    heads = [head for k in places for head in _heads(row, k + 1)]
    return bool(heads) and not any(tells(view, noun, f" {head} ") for head in heads for noun in nouns)


def _heads(row: Parsed, start: int) -> list[str]:
    """The last nouns of a row of things: "partner", "market" and "source" of "trading partner, export market and source of import"."""
    found: list[str] = []
    last = ""
    for unit in row.units[start:]:
        if unit.tag in ("noun", "verb") and unit.text[:1].isalpha():
            last = unit.text
            continue
        found += [" ".join(stems(last))] if last else []
        last = ""
        if unit.text != "," and unit.tag != "coordinator":
            break
    return [*found, " ".join(stems(last))] if last else found
