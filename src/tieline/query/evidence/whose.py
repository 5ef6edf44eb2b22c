"""Whose invitation, initiative or request it was: by "of" behind the noun, or a name in the possessive before it."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Draft, from_passage, nothing, quoted
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.sentences.search import Found, search
from tieline.query.view import View

_WHOSE = regex(r"^\W*(?:at|on|by|under|upon|with|in) whose (?P<noun>\w+)\b", re.I)
REACH = 9  # words from "of" to the name


def whose(view: View, query: Query) -> Draft | None:
    """The one whose invitation, request or initiative a sentence tells; None where the question asks for something else."""
    asked = _WHOSE.match(query.text)
    if not asked:
        return None
    noun = stem(asked["noun"].lower())
    near = replace(query, words=tuple(term for term in query.words if term.stem != noun))
    for found in search(view, query, least=0.6) + search(view, near, least=0.6):
        row = parsed(view, found.passage)
        for k, unit in enumerate(row.units):
            name = _owner(view, row, k) if stem(unit.lower) == noun else None
            if name:
                told = Found(found.passage, 1.0, ())
                return from_passage(told, "actor", text=f"{name}. {quoted(found.passage)}", value=name)
    return nothing(view, query, "actor", "The texts name nobody for that.")


def _owner(view: View, row: Parsed, k: int) -> str | None:
    """Who stands behind "of" after a noun at a place, or in the possessive before it."""
    if k > 1 and row.units[k - 1].lower == "'s":
        return _called(view, row, k - 2)
    if k + 1 >= len(row.units) or row.units[k + 1].lower not in ("of", "from", "by"):
        return None
    for n in range(k + 2, min(k + 2 + REACH, len(row.units))):
        if row.units[n].tag in ("verb", "be", "have", "modal", "sign", "relative"):
            return None
        name = _called(view, row, n)
        behind = row.units[n + 1] if n + 1 < len(row.units) else None
        if name and not (behind is not None and behind.tag in ("noun", "actor", "'s") and behind.text[0].isupper()):
            return name
    return None


def _called(view: View, row: Parsed, k: int) -> str | None:
    return next((view.actors[i].name for i in row.ids.get(row.units[k].start, ()) if i in view.actors), None)
