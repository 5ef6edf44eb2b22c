"""The stretches of words between the signs of a sentence, each with what is named in it."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from tieline.model.mention import AgreementMention, EventMention, Reading
from tieline.model.quantity import QuantityMention
from tieline.model.span import Span
from tieline.model.time import TimeMention
from tieline.model.token import Sentence, Token
from tieline.resolve.actors.nearby import in_sentences
from tieline.resolve.events.reports.report import Context

SIGNS = frozenset({",", ";", ":", "(", ")", "\u2013", "\u2014", "--", '"', "\u201c", "\u201d"})
ZONES = frozenset({"prose", "list"})
SHORT = 3  # words beside its time of a stretch that does not stand alone: "Two years ago,"
LONG = 8  # words of what a clause is about: "The Tavonian minister, who came in 2018"


@dataclass(frozen=True)
class Stretch:
    """Words of one sentence between two signs, with the times and actors in them, and what stands right before a clause about it."""

    sentence: Sentence
    row: tuple[Token, ...]
    names: frozenset[str]  # the words with a capital, in small letters
    times: tuple[TimeMention, ...]
    actors: tuple[str, ...]
    events: tuple[EventMention, ...]  # told by some of its words
    agreements: tuple[AgreementMention, ...]
    quantities: tuple[QuantityMention, ...]

    @cached_property
    def span(self) -> Span:
        """From its first word to its last."""
        return Span(self.row[0].start, self.row[-1].end)

    @cached_property
    def words(self) -> str:
        """Its words in small letters, with a blank at both ends."""
        return f" {' '.join(token.lower for token in self.row)} "

    def places(self, words: Iterable[str]) -> Iterator[Span]:
        """Where words stand in it."""
        rows = [word.split() for word in words if f" {word} " in self.words]
        for k in range(len(self.row)):
            for one in rows:
                if [token.lower for token in self.row[k : k + len(one)]] == one:
                    yield Span(self.row[k].start, self.row[k + len(one) - 1].end)


def stretches(reading: Reading, context: Context, leading: Set[str]) -> Iterator[Stretch]:
    """The stretches of the running text of an article, in order."""
    document = reading.article.document.id
    events, agreements, quantities = in_sentences(reading.events), in_sentences(reading.agreements), in_sentences(reading.quantities)
    for sentence in reading.article.sentences:
        if sentence.zone not in ZONES:
            continue
        times = context.times.inside(document, sentence)
        near = context.nearby.get(sentence.index, ())
        for row in _joined(list(_rows(sentence.tokens, times)), times, leading):
            span = Span(row[0].start, row[-1].end)
            named = [one for one in near if span.start <= one.span.start < span.end]
            yield Stretch(
                sentence,
                tuple(row),
                frozenset(token.lower for token in row if token.text[:1].isupper()),
                tuple(one for one in times if span.start <= one.start < span.end),
                tuple(dict.fromkeys(actor for one in named for actor in context.who.at(document, one.span))),
                tuple(one for one in events.get(sentence.index, ()) if one.span.start < span.end and span.start < one.span.end),
                tuple(one for one in agreements.get(sentence.index, ()) if span.start <= one.span.start < span.end),
                tuple(one for one in quantities.get(sentence.index, ()) if span.contains(one.span)),
            )


def _rows(tokens: Sequence[Token], times: Sequence[TimeMention]) -> Iterator[list[Token]]:
    """The tokens between signs; a sign inside a time parts nothing."""
    row: list[Token] = []
    for token in tokens:
        if token.text in SIGNS and not any(one.start < token.start < one.end for one in times):
            if row:
                yield row
            row = []
        else:
            row.append(token)
    if row:
        yield row


def _joined(rows: Sequence[list[Token]], times: Sequence[TimeMention], leading: Set[str]) -> Iterator[list[Token]]:
    """The rows, a clause with what it is about, and a time alone with what stands before it, or behind it where nothing does."""
    held: list[Token] = []
    for row in rows:
        if held and (_is_bare(row, times) or _is_bare(held, times) or (row[0].lower in leading and len(held) <= LONG)):
            held = [*held, *row]
            continue
        if held:
            yield held
        held = row
    if held:
        yield held


def _is_bare(row: Sequence[Token], times: Sequence[TimeMention]) -> bool:
    """Whether nothing but a time and a small word stands in a row."""
    free = [token for token in row if not any(one.start <= token.start < one.end for one in times)]
    return len(free) < SHORT and len(free) < len(row)
