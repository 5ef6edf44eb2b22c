"""Which of several did something: "which of Vael, Ruhn and Silan went to Torv?" is asked of each."""

import re

from tieline.late import regex
from tieline.query.draft import Answering, Draft, clip, in_a_row, nothing, quoted
from tieline.query.reading.query import Name
from tieline.query.reading.read import read_question
from tieline.query.view import View

ASKED = regex(r"^\W*(?:which(?: one| ones)?|who) of (?=.*(?:,| and | or ))", re.I)
_JOINS = regex(r"\s*(?:,|,? (?:and|or|&))\s*(?:the )?", re.I)
_AUXILIARY = regex(r"(?:did|does|do|was|were|is|are|has|have|had|will|would|can|could)\b", re.I)


def which_of(view: View, text: str, ask: Answering) -> Draft | None:
    """Those of several named in a question for whom the answer to it is yes; None where it names no row of them."""
    found = ASKED.match(text)
    query = read_question(view, text)
    row = _row(text, found.end(), query.names) if found else []
    if len(row) < 2:
        return None
    rest = text[row[-1].span.end :].strip(" ?,")
    aux = _AUXILIARY.match(rest)
    opening, behind = (rest[: aux.end()], rest[aux.end() :].strip()) if aux else ("did", rest)
    told = [(one, ask(view, f"{opening} {one.text} {behind}?")) for one in row]
    done = [(one, draft) for one, draft in told if draft.value is True and draft.status == "answered"]
    if not done:
        return nothing(view, query, "actor", "The texts tell it of none of them.")
    citations = tuple(dict.fromkeys(citation for _, draft in done for citation in draft.citations))
    names = [view.actors[one.ids[0]].name if one.ids and one.ids[0] in view.actors else one.text for one, _ in done]
    first = next(iter(view.passages_of(citations[:1])), None)
    return Draft(
        "answered",
        clip(f"{in_a_row(names)}. {quoted(first) if first else ''}"),
        "actor",
        names[0],
        citations=citations,
        reasons=tuple(f'asked of {one.text}: "{draft.text}"' for one, draft in told),
        facts=tuple(dict.fromkeys(fact for _, draft in done for fact in draft.facts)),
    )


def _row(text: str, start: int, names: "tuple[Name, ...]") -> list[Name]:
    """The names that stand in a row from some place on, with commas or "and" between them."""
    row: list[Name] = []
    for name in sorted(names, key=lambda one: one.span.start):
        between = text[start if not row else row[-1].span.end : name.span.start]
        if name.span.start < start:
            continue
        if not (_JOINS.fullmatch(between) if row else between.strip().lower() in ("", "the")):
            break
        row.append(name)
    return row
