"""What a question presumes of its answer: that somebody holds an office, that something is new, that a number is another one."""

import re
from collections.abc import Sequence

from tieline.late import regex
from tieline.model.actor import Actor
from tieline.model.span import Span
from tieline.query.draft import Draft
from tieline.query.events.pick.select import HALTED, asks_talks
from tieline.query.people.asking import ANY
from tieline.query.reading.query import Query, Term
from tieline.query.reading.titles import holds
from tieline.query.reading.words import fold, stem, stems
from tieline.query.view import View

_PACT = "agreements?|treat(?:y|ies|i)|pacts?|deals?|accords?|conventions?|memorand(?:um|a)|protocols?|contracts?|partnerships?"
_NEW = regex(
    rf"\b(?P<new>new|fresh|incoming)\s+(?:[\w-]+\s+){{0,3}}?(?:(?P<pact>{_PACT})"
    r"|ambassadors?|envoys?|(?:prime )?ministers?|presidents?|chancellors?|governors?)\b"
)
_NEW_PACT = regex(rf" (?:new|fresh) (?:\S+ ){{0,4}}(?:{_PACT}) ")
_NAMED = tuple(f" {stem(word)} " for word in ("appoint", "name", "nominate", "elect", "succeed", "incoming", "inaugurate"))
_NEW_HEAD = regex(r" new (?:\S+ ){0,3}(?:ambassad\w*|envoy|minist\w*|president|chancellor|govern\w*|leader|capaciti|post|offic\w*) ")


def _is_new(asked: re.Match[str], told: str) -> bool:
    """Whether some sentences (as stems) call new what a question does, or tell that somebody came into office."""
    return bool(_NEW_PACT.search(told)) if asked["pact"] else bool(_NEW_HEAD.search(told)) or any(word in told for word in _NAMED)


_TALKS = regex(r" (?:talk|negoti\w*|discus\w*) (?:on|over|about|for) ")


def _told(view: View, draft: Draft) -> list[str]:
    """The events of the stage asked for that an answer rests on."""
    return [i for i in draft.facts if i in view.events and (view.events[i].stage or "") in HALTED]


def unmatched(view: View, query: Query, draft: Draft, told: str, actors: Sequence[Actor]) -> list[Term]:
    """Words that hold for what is asked and not for what is answered: a title that nobody there has, or what is called new and is old."""
    found = []
    new = _NEW.search(query.text)
    if new and not _is_new(new, told):
        found.append(Term("new", new["new"], Span(*new.span("new"))))
    halted = next((act for act in query.acts if act.stages & HALTED and not act.soft), None)
    if (
        halted
        and not asks_talks(query)
        and _TALKS.search(told)
        and not any(view.events[i].type != "negotiation" for i in _told(view, draft))
    ):
        span = halted.span
        found.append(Term(stem(query.text[span.start : span.end]), query.text[span.start : span.end], span))
    before = query.text[: query.title_span.start].lower().split()[-1:] if query.title_span else []
    office = before == ["as"]  # for which somebody is proposed
    if query.title and query.title_span and not office and draft.kind == "actor" and not _has_title(view, query, draft, told, actors):
        span = query.title_span
        found.append(Term(query.title, query.text[span.start : span.end], span))
    return found


def _has_title(view: View, query: Query, draft: Draft, told: str, actors: Sequence[Actor]) -> bool:
    """Whether the sentences cited hold the title asked for, or somebody answered has it."""
    title = query.title or ""
    called = (title, *view.lexicon.alike_titles.get(title, ()))
    if any(f" {one} " in told for one in called):
        return True
    names = {fold(str(draft.value)), *(fold(item.text) for item in draft.items)}
    held = actors if query.form == "publisher" else ()  # of those to whom the paper spoke
    answered = [one for one in actors if one in held or any(fold(one.name) in text for text in names)]
    if title in ANY and any(one.roles for one in answered):
        return True  # whoever holds an office is an official
    return any(holds(view, role.title, role.of, title, ()) for one in answered for role in one.roles)


def echoes(query: Query, draft: Draft) -> bool:
    """Whether the number answered is one that the question itself gives: "how much of the 56 million" is not answered by 56 million."""
    if draft.kind != "number" or not isinstance(draft.value, int | float):
        return False
    told = stems(draft.text.split(". ")[0])[:4]
    numbers = [word for word in told if word[0].isdigit()]
    return (
        bool(numbers)
        and len(numbers[0]) > 1
        and numbers[0] in stems(query.text)
        and not any(query.text[w.span.start : w.span.end].find(numbers[0]) >= 0 for w in query.windows)
    )


_ORDER_ASKED = regex(r"^\W*(?:did|was|were|had|is|does|do)\b.+?\b(?:before|after)\s+(?!or\b)", re.I)
_ORDERED = regex(r"\b(?:before|after|following|prior|earlier|later|then|ahead of)\b", re.I)


def said_otherwise(view: View, query: Query, draft: Draft) -> bool:
    """Whether a Yes rests on one sentence that gives the words to somebody else, or that puts nothing before or after another."""
    if draft.kind != "yesno" or draft.value is not True:
        return False
    told = view.passages_of(draft.citations)
    if len(told) == 1 and _ORDER_ASKED.match(query.text) and not query.windows and not _ORDERED.search(told[0].text):
        return True
    from tieline.query.people.speech import said_by_others

    return bool(told) and all(said_by_others(view, query, passage) for passage in told)
