"""Where somebody works: the house of which the texts call them something."""

import re

from tieline.late import regex
from tieline.query.draft import Draft, clip
from tieline.query.people.naming import role_words
from tieline.query.reading.query import Query
from tieline.query.view import View

_WORKS = regex(
    r"\b(?:(?:which|what) (?:\w+ )?(?:institut\w+|organi[sz]ation|company|firm|university|body|agency|house|ministry|chamber|association)"
    r" (?:does|did|do)\b.*\b(?:work|teach|belong|represent|chair|head|lead|run|preside)"
    r"|where (?:does|did|do|is|was)\b.*\b(?:work|teach|employed)"
    r"|(?:who|whom|what) (?:does|did|do)\b.*\b(?:represents?|works? for))\b",
    re.I,
)


_FOR = regex(r"\bwho.*\bworks? for\W*$", re.I)


def workplace(view: View, query: Query) -> Draft | None:
    """The house that somebody belongs to; None where the question asks for something else, or the texts name none."""
    people = [view.actors[i] for name in query.names for i in name.ids if i in view.actors and view.actors[i].kind == "person"]
    if not _WORKS.search(query.text) or len(people) != 1 or query.types:
        return None
    for role in people[0].roles:
        house = next((view.actors[i] for i in (role.of or "", *view.called.get(role.of or "", ())) if i in view.actors), None)
        kinds = ("organization", "company", *(("country",) if _FOR.search(query.text) else ()))
        if house and house.kind in kinds and role.evidence:
            text = clip(f"{house.name}. {role_words(view, people[0])}")
            return Draft(
                "answered",
                text,
                "place",
                house.name,
                citations=role.evidence[:2],
                facts=(people[0].id,),
                told=("emploi", *(term.stem for term in query.words)),
            )
    return None
