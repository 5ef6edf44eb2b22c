"""What somebody said in answer to a question inside the question: "which port did Vael want to be finished", "what, by Vael, ..."."""

import re
from collections.abc import Callable
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Draft
from tieline.query.evidence.told import told_closely
from tieline.query.people.speakers import said_by
from tieline.query.reading.query import Name, Query
from tieline.query.reading.read import read_question
from tieline.query.reading.words import stems
from tieline.query.view import View

LEAST = 0.6  # of what is asked, in words of the very speaker
_VERBS = (
    r"sa(?:y|ys|id)|hope[sd]?|want(?:s|ed)?|wish|think|believe[sd]?|expect(?:s|ed)?|urged?|noted?|stated?|claim(?:ed)?|add|suggest(?:ed)?|proposed?"
    r"|mention(?:ed)?|call(?:ed)? for|tell|told|argued?|stress(?:ed)?|predict(?:ed)?|see|described?|consider(?:ed)?|call"
    r"|regard|express|name|recommend|promise|pledge|explain|insist|reckon|ask|demand|encourage|warn"
)
_SAYS = regex(
    rf"^(?P<wh>\W*(?:(?:in|on|to|for|from|of|by|with|under|into|at) )?(?:which|what|who|whom|where|how)\b[^?]*?)"
    rf"\s+(?:did|does|do|has|have|had)\s+(?P<who>[^?]+?)\s+(?P<verb>{_VERBS})\b(?:\s+that\b)?(?P<rest>[^?]*)",
    re.I,
)
_CALLS = regex(r"(?:describe|call|regard|consider)(?!.* for)", re.I)
_BY = regex(r",?\s*\b(?:according to|in the (?:view|opinion|words) of|in the eyes of)\s+(?P<who>[^,?]+?)\s*(?=,|\?|$)", re.I)


def attributed(view: View, query: Query) -> Draft | None:
    """The words of the one who, by the question, said what is asked; None where it names nobody, or no words of theirs tell it."""
    said = _SAYS.match(query.text)
    by = None if said else _BY.search(query.text)
    match = said or by
    if match is None or (said and _CALLS.match(said["verb"])):  # what he calls a thing is told by `said` or not at all
        return None
    speaker = _speaker(view, query, *match.span("who"))
    if speaker is None:
        return None
    rest = f"{said['wh']} {said['rest']}" if said else f"{query.text[: match.start()]} {query.text[match.end() :]}"
    plain = read_question(view, f"{' '.join(rest.strip(' ,?').split())}?")
    return told_closely(view, plain, only=lambda passage: said_by(view, speaker, passage), least=LEAST)


def by_source(view: View, query: Query, answering: Callable[[View, Query], Draft]) -> Draft | None:
    """The answer to a question less "according to Vael", where it rests on words of that speaker; None where it does not."""
    by = _BY.search(query.text)
    speaker = _speaker(view, query, *by.span("who")) if by else None
    if by is None or speaker is None:
        return None
    rest = f"{query.text[: by.start()]} {query.text[by.end() :]}"
    draft = answering(view, read_question(view, f"{' '.join(rest.strip(' ,?').split())}?"))
    told = view.passages_of(draft.citations)
    own = draft.status != "unanswered" and any(said_by(view, speaker, passage) for passage in told)
    return replace(draft, told=(*draft.told, *stems(speaker.text))) if own else None


def _speaker(view: View, query: Query, start: int, end: int) -> Name | None:
    """The one person or house that a stretch of a question names, and nobody beside."""
    names = [name for name in query.names if start <= name.span.start and name.span.end <= end]
    kinds = {view.actors[i].kind for name in names for i in name.ids if i in view.actors}
    return names[0] if len(names) == 1 and kinds and kinds <= {"person", "organization", "group"} else None
