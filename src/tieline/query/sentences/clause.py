"""Pieces of sentences: which words stand close enough to some other words to be about the same thing."""

import re
from itertools import pairwise

from tieline.late import regex
from tieline.model.span import Citation, Span
from tieline.query.view import Passage, View

_CUTS = regex(r"[,;:()\u2014\u2013]\s+|\s[\u2014\u2013-]\s+|\s\((?=\w)|\s(?=(?:and|but|while|whereas|although|though|after which)\s)")
_GOES_ON = regex(
    r"\W{0,40}(?:and |but |then |also |later |formally |now |only ){0,8}"
    r"(?:was|were|is|are|has|have|had|will|would|which|who|that|came|went|took|ran|"
    r"remains?|remained|\w+(?:ed|ought|ept|eld)\b|to )",
    re.I,
)
# What stands before the subject: "In force since 2011, the pact ...".
_FRONTED = regex(r"\W{0,40}(?:in|on|at|since|after|before|by|from|during|under|as|until|with|only|\w+ed)\b", re.I)
# A second half that takes its verb from the piece before: "and Sweden in 1984", "that in Torv in May".
_SECOND_HALF = regex(
    r"\W{0,4}(?:(?:and|but|while) |(?=the |that |those |[A-Z]))(?:(?:the|that|those|one) )?"
    r"(?:(?![a-z]+ed\b|was |were |is |are |has |have |had |will )[\w'’-]+ ){1,5}"
    r"(?:in|on|since|from) (?:[A-Z][a-z]+\.?|\d{1,4}|the)\b[\w ,]{0,20}\W*"
)


def pieces(passage: Passage) -> tuple[Span, ...]:
    """The parts of a sentence between commas, semicolons, dashes and conjunctions, as places in the document."""
    found: tuple[Span, ...] | None = passage.__dict__.get("_pieces")
    if found is None:
        edges = [0, *(m.end() for m in _CUTS.finditer(passage.text)), len(passage.text)]
        start = passage.fact.start
        found = tuple(Span(start + a, start + b) for a, b in pairwise(edges) if b > a)
        passage.__dict__["_pieces"] = found
    return found


def around(passage: Passage, start: int, end: int) -> tuple[Span, ...]:
    """The pieces that hold some words; where these go on from the head of the sentence ("..., was signed in May"), the head too."""
    parts = pieces(passage)
    own = [part for part in parts if part.touches(Span(start, max(end, start + 1)))]
    if own and own[0] is not parts[0] and _GOES_ON.match(passage.document.text[own[0].start : own[0].end]):
        own.insert(0, parts[0])
    while own and own[0] is not parts[0] and _SECOND_HALF.fullmatch(passage.document.text[own[0].start : own[0].end]):
        own.insert(0, parts[parts.index(own[0]) - 1])
    if own == [parts[0]] and len(parts) > 1 and _FRONTED.match(passage.text):
        own.append(parts[1])
    return tuple(own)


def stems_in(passage: Passage, spans: tuple[Span, ...]) -> str:
    """The stems of some pieces with blanks around each."""
    pairs = zip(passage.tokens, passage.stems, strict=True)
    words = [word for token, word in pairs if any(span.start <= token.start < span.end for span in spans)]
    return f" {' '.join(words)} "


def stems_beside(passage: Passage, start: int, end: int) -> str:
    """The stems of the pieces of a sentence that hold some words."""
    return stems_in(passage, around(passage, start, end))


def clause_stems(view: View, citations: tuple[Citation, ...]) -> str:
    """The stems of the pieces in which some citations stand."""
    found = []
    for citation in citations:
        passage = view.passage_at(citation)
        if passage:
            found.append(stems_in(passage, around(passage, citation.start, citation.end)))
    return " ".join(found) or " "
