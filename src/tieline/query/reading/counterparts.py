"""Whose office "his Orsendan counterpart" means: the one that the person before it holds, of the other country."""

import re

from tieline.late import regex
from tieline.model.token import tokenize
from tieline.query.reading.names import name_index
from tieline.query.view import View

_SAID = regex(r"\b(?:his|her|their) (?P<land>[^\W\d_][\w-]*) counterpart\b(?= *(?:[^\w\s]|$|[a-z]))", 0)
_ASKS = regex(r"^\W*(?:who|whom|whose|name|what (?:is|was) the name)\b", re.I)


def with_offices(view: View, text: str) -> str:
    """A question with "the Orsendan president" for "his Orsendan counterpart"; one that asks for the counterpart stays as it is."""
    found = _SAID.search(text)
    if not found or _ASKS.match(text):
        return text
    before = (one for one in name_index(view).find(tokenize(text)) if one.span.end <= found.start())
    people = [view.actors[i] for one in before for i in one.ids if i in view.actors and view.actors[i].kind == "person"]
    titles = {role.title for person in people[-1:] for role in person.roles[:1]}
    return f"{text[: found.start()]}the {found['land']} {titles.pop()}{text[found.end() :]}" if titles else text
