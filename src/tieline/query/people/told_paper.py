"""Who spoke to a newspaper or agency, and who did so about something: "who told the Pelmara Daily about the port"."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Draft, from_passage, in_a_row, nothing, quoted
from tieline.query.evidence.senses import tells
from tieline.query.people.outlets import house, outlets
from tieline.query.people.who_said import speaker_of
from tieline.query.reading.query import Name, Query, Term
from tieline.query.reading.words import fold
from tieline.query.sentences.search import Found
from tieline.query.view import Passage, View

_ASKED = regex(
    r"^\W*who(?: else)? (?:has |had |was it that |was it who )?"
    r"(?:told|tells|spoke (?:to|with)|talked (?:to|with)|talks to|(?:gave|granted) (?:an? )?(?:\w+ )?(?:interviews?|statement) (?:to|with)"
    r"|(?:was|were) interviewed by|confided (?:to|in)|commented to)"
    r" (?:the )?(?:newspaper |paper |daily |agency )?$",
    re.I,
)
_TOLD = regex(r"\b(?:told|tells|telling|speaking|spoke|speaks|talk(?:ed|ing|s)?|interview\w*|quoted|cited|confided)\b", re.I)
LEAST = 0.7


def told_paper(view: View, query: Query) -> Draft | None:
    """The one who spoke to the paper that a question names; None where it names none, a refusal where no words or several fit."""
    paper = next((name for name in query.names if _is_outlet(view, name) and _ASKED.match(query.text[: name.span.start])), None)
    if paper is None:
        return None
    terms = [term for term in query.words if term.span.start >= paper.span.end]
    others = [name for name in query.names if name.span.start >= paper.span.end]
    told: dict[str, Passage] = {}
    for passage in _told_to(view, paper, whole=bool(terms or others)):
        who = speaker_of(view, passage)
        if who and _covers(view, passage, terms, others):
            told.setdefault(who, passage)
    if not told or (len(told) > 1 and (terms or others)):
        return nothing(view, query, "actor")
    names = [view.actors[i].name for i in told]
    first = next(iter(told.values()))
    draft = from_passage(Found(first, 1.0, ()), "actor", text=f"{in_a_row(names)}. {quoted(first)}", value=names[0])
    return replace(draft, told=tuple(term.stem for term in query.words))


def _is_outlet(view: View, name: Name) -> bool:
    return any(f"{fold(one)} ".startswith(f"{fold(name.text)} ") for one in outlets(view))


def _told_to(view: View, paper: Name, *, whole: bool) -> list[Passage]:
    """The sentences told to a paper: those that say so, then all of the text of an interview with it where something is asked about."""
    called = fold(paper.text)
    named = [p for p in view.passages if called in fold(p.text) and _TOLD.search(p.text)]
    mine = (d for d in view.facts.documents if whole and not d.publisher)
    own = [d.id for d in mine if (told := house(view, d)) and f"{fold(told)} ".startswith(f"{called} ")]
    return [*named, *(p for i in own for p in view.by_document.get(i, ()) if p not in named)]


def _covers(view: View, passage: Passage, terms: list[Term], names: list[Name]) -> bool:
    """Whether a sentence holds the names asked about, and tells most of the words."""
    if not all(set(name.ids) & set(passage.fact.actors) or fold(name.text) in fold(passage.text) for name in names):
        return False
    told = sum(view.weight(term.stem) for term in terms if tells(view, term.stem, passage.joined))
    return told >= LEAST * sum(view.weight(term.stem) for term in terms)
