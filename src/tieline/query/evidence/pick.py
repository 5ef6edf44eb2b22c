"""What is picked from a sentence for an answer, and how near it stands to what the question tells."""

import re
from collections.abc import Sequence

from tieline.extract.syntax.clause import Clause
from tieline.late import regex
from tieline.light import dataclass
from tieline.model.span import Span
from tieline.query.evidence.asked import Sought
from tieline.query.evidence.context import meant
from tieline.query.evidence.senses import senses, tells
from tieline.query.reading.query import Query
from tieline.query.reading.words import stems
from tieline.query.sentences.clause import around, pieces, stems_in
from tieline.query.sentences.clause_modes import mode_of
from tieline.query.sentences.clause_verbs import verbs_of
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.view import Passage, View

_AHEAD = regex(
    r"\b(?:will|would|shall|going to|(?:is|are|was|were) to|due|expected|expects?|planned|plans?|scheduled"
    r"|set to|forecast|target|want|goal|aim|next)\b",
    re.I,
)


NAMED, AHEAD = 1.5, 0.8  # what a name weighs beside words; what the piece of a sentence right before counts


@dataclass(frozen=True)
class Pick:
    """The words of an answer with its value; `sure` where nothing else in the sentence could be it.

    `held`: how much of what the sentence tells of the question stands in the pieces around it.
    """

    text: str
    value: str | int | float
    sure: bool = True
    held: float = 1.0


def same_verb(view: View, asked: Sought, row: Parsed, clause: Clause) -> bool:
    """Whether a clause has the verb of the question, or one that says the same."""
    frame = asked.frame
    if frame is None or frame.copular:
        return False
    head = clause.verb.head
    own = verbs_of(row, clause)
    behind = row.text(head + 1, min(head + 4, len(row.units)))
    ways = {way for verb in frame.verbs for way in (verb, verb.split()[0], *senses(view, verb), *senses(view, verb.split()[0]))}
    return any(one in ways or any(f" {one}{behind}".startswith(f" {way} ") for way in ways if " " in way) for one in own)


def clauses_like(view: View, asked: Sought, passage: Passage) -> tuple[Parsed, list[Clause]]:
    """The clauses of a sentence whose verb is that of the question."""
    row = parsed(view, passage)
    return row, [clause for clause in row.clauses if same_verb(view, asked, row, clause)]


def denied(view: View, asked: Sought, passage: Passage) -> bool:
    """Whether all clauses with the verb of the question deny it."""
    row, own = clauses_like(view, asked, passage)
    return bool(own) and all(mode_of(row, clause)[1] for clause in own)


def only_ahead(view: View, query: Query, asked: Sought, passage: Passage) -> bool:
    """Whether a sentence tells as planned or possible what the question takes for done."""
    if _AHEAD.search(query.text):
        return False
    row, own = clauses_like(view, asked, passage)
    return bool(own) and all(mode_of(row, clause)[0] != "told" for clause in own)


def held(view: View, asked: Sought, passage: Passage, start: int, end: int) -> float:
    """The share of what a sentence tells of a question that stands in the pieces around some words."""
    own = around(passage, start, end)
    last = max((part for part in pieces(passage) if own and part.end <= own[-1].start), key=lambda part: part.end, default=None)
    pointed = " ".join(one.joined for one in meant(view, passage))
    inside, before = stems_in(passage, (*own, *_apposed(passage, own, end))), stems_in(passage, (last,) if last else ())
    if own and last and _COMPARES.match(passage.document.text[own[-1].start : own[-1].end]):
        inside = f"{inside}{before}"  # "a third came from there, against a fifth in 2010" tells the same of both
    told = [
        (weight, tells(view, term.stem, inside) or AHEAD * tells(view, term.stem, f"{before} {pointed}"))
        for term, weight in asked.terms
        if tells(view, term.stem, passage.joined)
    ]
    for name in asked.names:
        words = f" {' '.join(stems(name.text))} "
        told += [(NAMED, float(words in inside))] if words in passage.joined else []
    return sum(weight * share for weight, share in told) / sum(weight for weight, _ in told) if told else 1.0


_COMPARES = regex(r"\W*(?:and |but )?(?:down|up|against|as against|compared|versus|from|more|less|rather)\b", re.I)
_VERBAL = regex(r"\W*(?:and|but|or|which|who|was|were|is|are|has|have|had|will|would|said|says|\w+ed|\w+ing)\b", re.I)


def _apposed(passage: Passage, own: Sequence[Span], end: int) -> tuple[Span, ...]:
    """The piece right behind the comma after a name, which ends at a place, where it only says who that is: ", head of the board"."""
    if not own:
        return ()
    after = next((part for part in pieces(passage) if part.start >= own[-1].end), None)
    text = passage.document.text
    comma = text[end : own[-1].end].strip() == ","
    return (after,) if after and comma and not _VERBAL.match(text[after.start : after.end]) else ()


def closeness(view: View, asked: Sought, passage: Passage, start: int, end: int) -> float:
    """How much of a question the pieces of a sentence tell in which some words stand, the nearer the more."""
    own = stems_in(passage, around(passage, start, end))
    score = 0.0
    for term, weight in asked.terms:
        inside = tells(view, term.stem, own)
        score += weight * inside + weight * _near(view, term.stem, passage, start, end)
    for name in asked.names:
        words = f" {' '.join(stems(name.text))} "
        score += 2.0 * (words in own) + 1.5 * _near_run(words, passage, start, end)
    return score


def _near(view: View, word: str, passage: Passage, start: int, end: int) -> float:
    gaps = [
        max(token.start - end, start - token.end, 0)
        for token, own in zip(passage.tokens, passage.stems, strict=True)
        if tells(view, word, f" {own} ")
    ]
    return 1 / (1 + min(gaps) / 15) if gaps else 0.0


def _near_run(words: str, passage: Passage, start: int, end: int) -> float:
    first = words.split(maxsplit=1)[0] if words.split() else ""
    gaps = [max(token.start - end, start - token.end, 0) for token, own in zip(passage.tokens, passage.stems, strict=True) if own == first]
    return 1 / (1 + min(gaps) / 15) if gaps else 0.0
