"""Which thing is measured where a figure names nobody: the bridge, railway or border of the two countries that its text is about."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from tieline.model.mention import Reading
from tieline.model.token import Sentence
from tieline.resolve.actors.nearby import by_sentence
from tieline.resolve.actors.pairs import countries_of
from tieline.resolve.actors.who import Who

BUILT = "built."
BACK = frozenset({"it", "its", "line", "link", "project", "work", "structure"})  # words that point back to the thing of a text
PAIR = 2
Place = tuple[str, int]  # document, sentence


@dataclass(frozen=True)
class Thing:
    """A kind of thing between two countries, and the places named beside it."""

    kind: str
    pair: tuple[str, ...]
    places: frozenset[str]


def measured_things(readings: Sequence[Reading], who: Who, words: Mapping[str, Set[str]]) -> dict[Place, Thing]:
    """The thing of each sentence that names one kind of thing, or points back where its text names one kind only."""
    kinds = {word: name.removeprefix(BUILT) for name in sorted(words) if name.startswith(BUILT) for word in words[name]}
    found: dict[Place, Thing] = {}
    for reading in readings:
        main = countries_of(reading, who).main
        if len(main) != PAIR:
            continue
        told = {one.index: _kinds(one, kinds) for one in reading.article.sentences}
        sole = frozenset[str]().union(*told.values())
        near = by_sentence(reading)
        for one in reading.article.sentences:
            back = sole if any(token.lower in BACK for token in one.tokens) else frozenset()
            kind = told[one.index] or back
            if len(kind) == 1:
                ids = {i for m in near.get(one.index, ()) for i in who.at(reading.article.document.id, m.span)}
                places = frozenset(i for i in ids if who.kind(i) == "place")
                found[reading.article.document.id, one.index] = Thing(next(iter(kind)), tuple(sorted(main)), places)
    return found


def _kinds(sentence: Sentence, kinds: Mapping[str, str]) -> frozenset[str]:
    return frozenset(kinds[token.lower] for token in sentence.tokens if token.lower in kinds)
