"""A view of the facts that questions are put to, with its indexes built when first needed."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import field
from functools import cached_property
from math import log
from typing import Any, TypeVar

from tieline.kept import once
from tieline.light import dataclass
from tieline.model.actor import Actor
from tieline.model.agreement import Agreement
from tieline.model.document import Document
from tieline.model.event import Event
from tieline.model.facts import Facts, SentenceFact
from tieline.model.figure import Figure
from tieline.model.span import Citation
from tieline.model.time import TimeMention
from tieline.model.token import Token, level, tokenize
from tieline.query.reading.lexicon import Lexicon, lexicon_of
from tieline.query.reading.words import stem
from tieline.rules.load import Rulebook, shipped

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Passage:
    """One sentence of the texts, ready to be searched."""

    number: int
    fact: SentenceFact
    document: Document
    times: tuple[TimeMention, ...]
    stems: tuple[str, ...]
    """The stem of each token."""

    @cached_property
    def text(self) -> str:
        """Its characters, levelled."""
        return level(self.document.text[self.fact.start : self.fact.end])

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens, with places in the document."""
        return tokenize(self.text, self.fact.start)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Its stems as a set."""
        return frozenset(self.stems)

    @cached_property
    def joined(self) -> str:
        """Its stems as one string with blanks around each, to look for runs of words."""
        return f" {' '.join(self.stems)} "

    @property
    def citation(self) -> Citation:
        """The whole sentence as a citation."""
        return self.cite(self.fact.start, self.fact.end)

    def cite(self, start: int, end: int) -> Citation:
        """A part of the sentence as a citation."""
        return Citation.made(document=self.document.id, start=start, end=end, quote=self.document.text[start:end])


@dataclass(frozen=True, eq=False)
class View:
    """Facts with what it takes to ask them. Make one for each set of facts and keep it: its indexes are built once."""

    facts: Facts
    rulebook: Rulebook = field(default_factory=shipped)
    kept_as: str | None = None

    @cached_property
    def at_odds(self) -> tuple[frozenset[Citation], ...]:
        """The places of each conflict between the texts."""
        return tuple(frozenset(one.evidence) for one in self.facts.issues if one.kind == "conflict")

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of questions."""
        return lexicon_of(self.rulebook)

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """An index over these facts: made once, and kept on disk beside facts that are kept themselves (`kept_as`)."""
        if name not in self._kept:
            self._kept[name] = once(f"{self.kept_as}.{name}", make) if self.kept_as else make()
        found: T = self._kept[name]
        return found

    @cached_property
    def _kept(self) -> dict[str, Any]:
        return {}

    @cached_property
    def events(self) -> dict[str, Event]:
        """Events by id."""
        return {event.id: event for event in self.facts.events}

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Figures by id."""
        return {figure.id: figure for figure in self.facts.figures}

    @cached_property
    def asks(self) -> bool:
        """Whether any of the texts asks a question."""
        return any("?" in document.text for document in self.facts.documents)

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.facts.actors}

    @cached_property
    def called(self) -> dict[str, tuple[str, ...]]:
        """The ids of actors by name."""
        found: dict[str, list[str]] = {}
        for actor in self.facts.actors:
            found.setdefault(actor.name, []).append(actor.id)
        return {name: tuple(ids) for name, ids in found.items()}

    @cached_property
    def agreements(self) -> dict[str, Agreement]:
        """Agreements by id."""
        return {agreement.id: agreement for agreement in self.facts.agreements}

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents by id."""
        return {document.id: document for document in self.facts.documents}

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All sentences, in order of document and place."""
        times = {document.id: sorted(document.times, key=lambda one: one.start) for document in self.facts.documents}
        return tuple(
            Passage(number, fact, self.documents[fact.document], _inside(times[fact.document], fact.start, fact.end), stems)
            for number, (fact, stems) in enumerate(zip(self.facts.sentences, self.kept("stems", self._stems), strict=True))
        )

    @cached_property
    def by_document(self) -> dict[str, tuple[Passage, ...]]:
        """The sentences of each document."""
        found: dict[str, list[Passage]] = {}
        for passage in self.passages:
            found.setdefault(passage.fact.document, []).append(passage)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def index(self) -> dict[str, tuple[int, ...]]:
        """For each stem the numbers of the sentences that hold it."""
        return self.kept("index", self._index)

    def _index(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for passage in self.passages:
            for word in passage.vocabulary:
                found.setdefault(word, []).append(passage.number)
        return {key: tuple(value) for key, value in found.items()}

    def _stems(self) -> tuple[tuple[str, ...], ...]:
        texts = (self.documents[one.document].text[one.start : one.end] for one in self.facts.sentences)
        return tuple(_stems_of(text) for text in texts)

    @cached_property
    def by_actor(self) -> dict[str, tuple[int, ...]]:
        """For each actor the numbers of the sentences that name it or refer to it."""
        found: dict[str, list[int]] = {}
        for passage in self.passages:
            for actor in passage.fact.actors:
                found.setdefault(actor, []).append(passage.number)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def by_type(self) -> dict[str, tuple[Event, ...]]:
        """Events of each type."""
        found: dict[str, list[Event]] = {}
        for event in self.facts.events:
            found.setdefault(event.type, []).append(event)
        return {key: tuple(value) for key, value in found.items()}

    def of_kind(self, ids: Iterable[str], *kinds: str) -> set[str]:
        """Those of some ids that are of actors of the given kinds: "person", "country", ..."""
        return {i for i in ids if i in self.actors and self.actors[i].kind in kinds}

    def any_is(self, ids: Iterable[str], *kinds: str) -> bool:
        """Whether one of some ids is that of an actor of the given kinds."""
        return any(i in self.actors and self.actors[i].kind in kinds for i in ids)

    def weight(self, word: str) -> float:
        """How telling a stem is: the rarer among the sentences, the more."""
        return log(1 + len(self.passages) / (0.5 + len(self.index.get(word, ()))))

    def passage_at(self, citation: Citation) -> Passage | None:
        """The sentence in which a citation begins."""
        passages = self.by_document.get(citation.document, ())
        place = bisect_left(self._starts.get(citation.document, ()), citation.start + 1) - 1
        return passages[place] if place >= 0 else None

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        """Where the sentences of each document begin."""
        return {name: [passage.fact.start for passage in passages] for name, passages in self.by_document.items()}

    def passages_of(self, citations: Iterable[Citation]) -> tuple[Passage, ...]:
        """The sentences of some citations, each once."""
        found = {passage.number: passage for c in citations if (passage := self.passage_at(c))}
        return tuple(found.values())


def _stems_of(text: str) -> tuple[str, ...]:
    """The stem of each token; what stands behind "re-" is one word with it: "re-opened" is "reopened"."""
    words = [token.lower for token in tokenize(text)]
    again = [n > 1 and words[n - 2 : n] == ["re", "-"] and word.isalpha() for n, word in enumerate(words)]
    return tuple(stem(f"re{word}" if joined else word) for word, joined in zip(words, again, strict=True))


def _inside(times: list[TimeMention], start: int, end: int) -> tuple[TimeMention, ...]:
    first = bisect_left([time.start for time in times], start)
    found = []
    for time in times[first:]:
        if time.start >= end:
            break
        found.append(time)
    return tuple(found)
